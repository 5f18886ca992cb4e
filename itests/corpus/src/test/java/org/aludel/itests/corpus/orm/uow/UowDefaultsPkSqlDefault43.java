package org.aludel.itests.corpus.orm.uow;

import static org.aludel.sql.Sql.column;
import static org.aludel.sql.Sql.literalColumn;
import static org.aludel.types.Types.INTEGER;

import org.aludel.itests.corpus.orm.Scenario;
import org.aludel.itests.corpus.orm.ScenarioId;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;
import org.aludel.orm.SessionFactoryBuilder;
import org.aludel.schema.MetaData;

/** An SQL expression default for a primary key is pre-executed. */
@ScenarioId("uow.defaults.pk-sql-default-43")
final class UowDefaultsPkSqlDefault43 extends Scenario {

    @Mapped(table = "t")
    static class T {
        @Id
        Integer id;

        Integer x;
    }

    private T t1;

    @Override
    protected void model(SessionFactoryBuilder model) {
        MetaData tables = new MetaData();
        tables.table(
                "t",
                column("id", INTEGER)
                        .primaryKey()
                        .autoincrement(false)
                        .defaultExpression(literalColumn("(SELECT 40 + 2)", INTEGER)),
                column("x", INTEGER));
        model.metaData(tables).map(nested());
    }

    @Override
    protected void steps() {
        step(() -> {
            t1 = with(new T(), x1 -> x1.x = 1);
            s.add(t1);
            s.flush();
            return t1.id;
        });
    }
}
