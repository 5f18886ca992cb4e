package org.aludel.compliance.areas;

import static org.aludel.sql.Sql.count;
import static org.aludel.sql.Sql.exists;
import static org.aludel.sql.Sql.literal;
import static org.aludel.sql.Sql.max;
import static org.aludel.sql.Sql.not;
import static org.aludel.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.aludel.compliance.Check;
import org.aludel.compliance.ComplianceArea;
import org.aludel.compliance.Requirement;
import org.aludel.schema.Column;
import org.aludel.sql.Expr;

/** Selects inside selects. */
public final class Subqueries extends ComplianceArea {

    private Column<Integer> id() {
        return person("id");
    }

    private Column<String> name() {
        return person("name");
    }

    private Column<Integer> buyer() {
        return order("person_id");
    }

    @Check
    public void existence() {
        var bought = select(literal(1)).from(orders()).where(buyer().eq(id()));
        assertThat(values(select(id()).where(exists(bought)).orderBy(id()), Integer.class))
                .containsExactly(1, 2, 5);
        assertThat(values(select(id()).where(not(exists(bought))).orderBy(id()), Integer.class))
                .containsExactly(3, 4);
    }

    @Check
    public void membership() {
        assertThat(values(select(id()).where(id().in(select(buyer()))).orderBy(id()), Integer.class))
                .containsExactly(1, 2, 5);
        assertThat(values(select(id()).where(id().notIn(select(buyer()))).orderBy(id()), Integer.class))
                .containsExactly(3, 4);
        assertThat(values(select(id()).where(id().notIn(select(this.<Integer>person("age")))), Integer.class))
                .as("a null in the list makes it unknown")
                .isEmpty();
    }

    @Check
    public void singleValues() {
        Column<Integer> age = person("age");
        assertThat(values(select(name()).where(age.eq(select(max(age)).<Integer>asScalar())), String.class))
                .containsExactly("bob");
        assertThat(values(
                        select(name())
                                .where(age.gt(select(max(this.<Integer>order("amount")))
                                        .<Integer>asScalar()
                                        .plus(25))),
                        String.class))
                .containsExactly("bob");
    }

    @Check
    public void singleValuesThatDependOnTheRow() {
        Expr<Long> bought = select(count(this.<Integer>order("id")))
                .where(buyer().eq(id()))
                .<Long>asScalar()
                .label("bought");
        assertThat(rows(select(name(), bought).orderBy(id())))
                .containsExactly(
                        List.of("ann", 2L),
                        List.of("bob", 1L),
                        List.of("cid", 0L),
                        List.of("50%_off", 0L),
                        List.of("dora", 1L));
    }

    @Check
    public void asTables() {
        var totals = select(
                        buyer().label("buyer"), count(this.<Integer>order("id")).label("n"))
                .groupBy(buyer())
                .as("totals");
        assertThat(rows(select(totals.c("buyer"), totals.c("n"))
                        .where(totals.<Long>c("n").gt(1L))))
                .containsExactly(List.of(1, 2L));
        assertThat(rows(select(name(), totals.c("n"))
                        .join(totals, totals.<Integer>c("buyer").eq(id()))
                        .orderBy(name())))
                .containsExactly(List.of("ann", 2L), List.of("bob", 1L), List.of("dora", 1L));
    }

    @Check(Requirement.ORDERED_SUBQUERIES)
    public void limitedTables() {
        var oldest = select(id(), name()).orderBy(id().desc()).limit(2).as("lastTwo");
        assertThat(values(select(oldest.<String>c("name")).orderBy(oldest.<Integer>c("id")), String.class))
                .containsExactly("50%_off", "dora");
    }

    @Check
    public void tablesWithoutName() {
        var some = select(id().label("i")).where(id().lt(3)).subquery();
        assertThat(values(select(some.<Integer>c("i").plus(1)).orderBy(some.<Integer>c("i")), Integer.class))
                .containsExactly(2, 3);
    }

    @Check
    public void nestedTwice() {
        var inner = select(buyer())
                .where(this.<Integer>order("amount")
                        .gt(select(literal(2).label("two")).where(id().eq(1)).<Integer>asScalar()));
        var p = people().as("p");
        assertThat(values(
                        select(p.<Integer>c("id"))
                                .where(p.<Integer>c("id").in(inner))
                                .orderBy(p.<Integer>c("id")),
                        Integer.class))
                .containsExactly(1, 2);
    }
}
