package org.aludel.compliance.areas;

import static org.aludel.sql.Sql.count;
import static org.aludel.sql.Sql.literal;
import static org.aludel.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.aludel.compliance.Check;
import org.aludel.compliance.ComplianceArea;
import org.aludel.compliance.Requirement;
import org.aludel.schema.Column;
import org.aludel.sql.Cte;

/** WITH. */
public final class CommonTables extends ComplianceArea {

    private Column<Integer> buyer() {
        return order("person_id");
    }

    @Check(Requirement.CTE)
    public void named() {
        Cte totals = select(
                        buyer().label("buyer"), count(this.<Integer>order("id")).label("n"))
                .groupBy(buyer())
                .cte("totals");
        assertThat(rows(select(this.<String>person("name"), totals.c("n"))
                        .join(totals, totals.<Integer>c("buyer").eq(this.<Integer>person("id")))
                        .orderBy(this.<String>person("name"))))
                .containsExactly(List.of("ann", 2L), List.of("bob", 1L), List.of("dora", 1L));
    }

    @Check(Requirement.CTE)
    public void usedTwice() {
        Cte pens = select(buyer().label("buyer"), this.<Integer>order("amount").label("amount"))
                .where(this.<String>order("item").eq("pen"))
                .cte("pens");
        var other = pens.as("other_pens");
        assertThat(rows(select(pens.c("buyer"), other.c("buyer"))
                        .where(pens.<Integer>c("amount").lt(other.<Integer>c("amount")))))
                .containsExactly(List.of(1, 2));
    }

    @Check(Requirement.CTE)
    public void oneReadsAnother() {
        Cte first = select(this.<Integer>person("id").label("i"))
                .where(this.<Integer>person("id").gt(1))
                .cte("first_ones");
        Cte second = select(first.<Integer>c("i").label("i"))
                .where(first.<Integer>c("i").lt(4))
                .cte("second_ones");
        assertThat(values(select(second.<Integer>c("i")).orderBy(second.<Integer>c("i")), Integer.class))
                .containsExactly(2, 3);
    }

    @Check(Requirement.RECURSIVE_CTE)
    public void recursive() {
        Cte numbers = Cte.recursive(
                "numbers",
                select(literal(1).label("i")),
                n -> select(n.<Integer>c("i").plus(1)).where(n.<Integer>c("i").lt(5)));
        assertThat(values(select(numbers.<Integer>c("i")).orderBy(numbers.<Integer>c("i")), Integer.class))
                .containsExactly(1, 2, 3, 4, 5);
    }

    @Check(Requirement.CTE)
    public void insideASubquery() {
        Cte buyers = select(buyer().label("buyer")).distinct().cte("buyers");
        assertThat(values(
                        select(this.<Integer>person("id"))
                                .where(this.<Integer>person("id").in(select(buyers.<Integer>c("buyer"))))
                                .orderBy(this.<Integer>person("id")),
                        Integer.class))
                .containsExactly(1, 2, 5);
    }
}
