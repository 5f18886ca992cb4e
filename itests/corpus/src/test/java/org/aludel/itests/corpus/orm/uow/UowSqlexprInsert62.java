package org.aludel.itests.corpus.orm.uow;

import static org.aludel.orm.Orm.aliased;
import static org.aludel.sql.Sql.coalesce;
import static org.aludel.sql.Sql.literal;
import static org.aludel.sql.Sql.lower;
import static org.aludel.sql.Sql.max;
import static org.aludel.sql.Sql.select;

import org.aludel.itests.corpus.orm.Scenario;
import org.aludel.itests.corpus.orm.ScenarioId;
import org.aludel.orm.Alias;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;

/** SQL expression in INSERT. */
@ScenarioId("uow.sqlexpr.insert-62")
final class UowSqlexprInsert62 extends Scenario {

    @Mapped(table = "counter")
    static class Counter {
        @Id
        Integer id;

        Integer value;
        String name;
    }

    private final Alias<Counter> other = aliased(Counter.class);
    private Counter c;

    @Override
    protected void steps() {
        step(() -> {
            c = new Counter();
            s.add(c);
            s.set(c, UowSqlexprInsert62_Counter_.name, lower(literal("ABC")));
            s.set(
                    c,
                    UowSqlexprInsert62_Counter_.value,
                    select(coalesce(max(other.get(UowSqlexprInsert62_Counter_.value)), 0)
                                    .plus(1))
                            .<Integer>scalarSubquery());
            s.flush();
        });
        step(() -> list(c.name, c.value));
        step(() -> s.commit());
    }
}
