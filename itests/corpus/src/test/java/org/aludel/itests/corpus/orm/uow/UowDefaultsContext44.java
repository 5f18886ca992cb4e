package org.aludel.itests.corpus.orm.uow;

import static org.aludel.sql.Sql.column;
import static org.aludel.sql.Sql.params;
import static org.aludel.types.Types.INTEGER;

import java.util.List;
import org.aludel.engine.DefaultContext;
import org.aludel.itests.corpus.orm.Scenario;
import org.aludel.itests.corpus.orm.ScenarioId;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;
import org.aludel.orm.SessionFactoryBuilder;
import org.aludel.schema.MetaData;

/** Context-sensitive default function. */
@ScenarioId("uow.defaults.context-44")
final class UowDefaultsContext44 extends Scenario {

    @Mapped(table = "t")
    static class T {
        @Id
        Integer id;

        Integer counter;
        Integer counter_plus_twelve;
    }

    private T t1;
    private T t2;

    private static Integer plusTwelve(DefaultContext context) {
        return (Integer) context.currentParameters().get("counter") + 12;
    }

    @Override
    protected void model(SessionFactoryBuilder model) {
        MetaData tables = new MetaData();
        tables.table(
                "t",
                column("id", INTEGER).primaryKey(),
                column("counter", INTEGER),
                column("counter_plus_twelve", INTEGER)
                        .defaultWithContext(UowDefaultsContext44::plusTwelve)
                        .onUpdateWithContext(UowDefaultsContext44::plusTwelve));
        model.metaData(tables).map(nested());
    }

    @Override
    protected void steps() {
        step(() -> {
            t1 = with(new T(), x1 -> {
                x1.id = 1;
                x1.counter = 5;
            });
            t2 = with(new T(), x1 -> {
                x1.id = 2;
                x1.counter = 18;
            });
            s.addAll(t1, t2);
            s.flush();
            return list(t1.counter_plus_twelve, t2.counter_plus_twelve);
        });
        step(() -> {
            t1.counter = 20;
            s.flush();
            return t1.counter_plus_twelve;
        });
        step(() -> {
            s.execute(sessions.metaData()
                    .table("t")
                    .insert()
                    .rows(List.of(
                            params("id", 3, "counter", 5),
                            params("id", 4, "counter", 18),
                            params("id", 5, "counter", 20))));
            s.commit();
        });
    }
}
