package org.aludel.itests.corpus.orm.uow;

import static org.aludel.sql.Sql.column;
import static org.aludel.sql.Sql.literal;
import static org.aludel.sql.Sql.lower;
import static org.aludel.types.Types.INTEGER;
import static org.aludel.types.Types.string;

import org.aludel.itests.corpus.orm.Scenario;
import org.aludel.itests.corpus.orm.ScenarioId;
import org.aludel.orm.ClassMapping;
import org.aludel.orm.Configures;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;
import org.aludel.orm.SessionFactoryBuilder;
import org.aludel.schema.MetaData;

/** Eager_defaults fetches server generated values at flush. */
@ScenarioId("uow.defaults.eager-39")
final class UowDefaultsEager39 extends Scenario {

    @Mapped(table = "t")
    static class T {
        @Id
        Integer id;

        Integer x;
        String d;
        String u;

        @Configures
        static void configure(ClassMapping<T> mapping) {
            mapping.eagerDefaults(true);
        }
    }

    private T t;

    @Override
    protected void model(SessionFactoryBuilder model) {
        MetaData tables = new MetaData();
        tables.table(
                "t",
                column("id", INTEGER).primaryKey(),
                column("x", INTEGER),
                column("d", string(20)).serverDefault("srv"),
                column("u", string(20)).serverDefault("u0").onUpdateExpression(lower(literal("UUU"))));
        model.metaData(tables).map(nested());
    }

    @Override
    protected void steps() {
        step(() -> {
            t = with(new T(), x1 -> x1.x = 1);
            s.add(t);
            s.flush();
        });
        step(() -> list(loaded(t), t.d, t.u));
        step(() -> {
            t.x = 2;
            s.flush();
        });
        step(() -> t.u);
    }
}
