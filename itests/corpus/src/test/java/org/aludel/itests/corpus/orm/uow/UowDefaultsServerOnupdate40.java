package org.aludel.itests.corpus.orm.uow;

import static org.aludel.sql.Sql.column;
import static org.aludel.types.Types.INTEGER;
import static org.aludel.types.Types.string;

import org.aludel.itests.corpus.orm.Scenario;
import org.aludel.itests.corpus.orm.ScenarioId;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;
import org.aludel.orm.SessionFactoryBuilder;
import org.aludel.schema.MetaData;

/** FetchedValue marks attributes to expire after INSERT or UPDATE. */
@ScenarioId("uow.defaults.server-onupdate-40")
final class UowDefaultsServerOnupdate40 extends Scenario {

    @Mapped(table = "t")
    static class T {
        @Id
        Integer id;

        Integer x;
        String d;
    }

    private T t;

    @Override
    protected void model(SessionFactoryBuilder model) {
        MetaData tables = new MetaData();
        tables.table(
                "t",
                column("id", INTEGER).primaryKey(),
                column("x", INTEGER),
                column("d", string(20)).serverDefault("").serverOnUpdate());
        model.metaData(tables).map(nested());
    }

    @Override
    protected void steps() {
        step(() -> {
            t = with(new T(), x1 -> x1.x = 1);
            s.add(t);
            s.flush();
        });
        step(() -> t.d);
        step(() -> {
            t.x = 2;
            s.flush();
        });
        step(() -> t.d);
    }
}
