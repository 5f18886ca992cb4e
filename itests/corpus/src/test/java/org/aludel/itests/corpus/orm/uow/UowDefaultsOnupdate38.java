package org.aludel.itests.corpus.orm.uow;

import static org.aludel.sql.Sql.column;
import static org.aludel.sql.Sql.literal;
import static org.aludel.sql.Sql.literalColumn;
import static org.aludel.sql.Sql.upper;
import static org.aludel.types.Types.INTEGER;
import static org.aludel.types.Types.string;

import org.aludel.itests.corpus.orm.Scenario;
import org.aludel.itests.corpus.orm.ScenarioId;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;
import org.aludel.orm.SessionFactoryBuilder;
import org.aludel.schema.MetaData;

/** Onupdate fires only when the row is updated for another reason. */
@ScenarioId("uow.defaults.onupdate-38")
final class UowDefaultsOnupdate38 extends Scenario {

    @Mapped(table = "t")
    static class T {
        @Id
        Integer id;

        String a;
        Integer b;
        Integer c;
        String d;
        Integer e;
        String f;
        Integer x;
    }

    private T t;
    private int calls = 1;

    @Override
    protected void model(SessionFactoryBuilder model) {
        MetaData tables = new MetaData();
        tables.table(
                "t",
                column("id", INTEGER).primaryKey(),
                column("a", string(20)).defaultValue("dflt"),
                column("b", INTEGER).defaultFrom(() -> calls++),
                column("c", INTEGER).defaultExpression(literalColumn("10 + 5", INTEGER)),
                column("d", string(20)).serverDefault("srv"),
                column("e", INTEGER).onUpdateFrom(() -> calls++ + 1000),
                column("f", string(20)).onUpdateExpression(upper(literal("fff"))),
                column("x", INTEGER));
        model.metaData(tables).map(nested());
    }

    @Override
    protected void steps() {
        step(() -> {
            t = with(new T(), x1 -> x1.x = 1);
            s.add(t);
            s.commit();
        });
        step(() -> t.x);
        step(() -> s.flush());
        step(() -> {
            t.x = 2;
            s.flush();
        });
        step(() -> list(t.e, t.f));
        step(() -> {
            t.e = 5;
            s.flush();
            return t.e;
        });
    }
}
