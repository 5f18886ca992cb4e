package org.aludel.compliance.areas;

import static org.aludel.sql.Sql.avg;
import static org.aludel.sql.Sql.count;
import static org.aludel.sql.Sql.max;
import static org.aludel.sql.Sql.min;
import static org.aludel.sql.Sql.select;
import static org.aludel.sql.Sql.sum;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.aludel.compliance.Check;
import org.aludel.compliance.ComplianceArea;
import org.aludel.compliance.Requirement;
import org.aludel.schema.Column;

/** Aggregates, groups and conditions on them. */
public final class Grouping extends ComplianceArea {

    private Column<Integer> id() {
        return person("id");
    }

    private Column<Integer> age() {
        return person("age");
    }

    @Check
    public void aggregatesOfAll() {
        assertThat(rows(select(count(), count(age()), sum(age()), min(age()), max(age()))
                        .from(people())))
                .containsExactly(List.of(5L, 4L, 125, 25, 40));
        assertThat(value(people().count(age().gt(28)), Long.class)).isEqualTo(3L);
    }

    @Check(Requirement.FRACTIONAL_AVERAGES)
    public void averages() {
        assertThat(value(select(avg(age())), BigDecimal.class)).isEqualByComparingTo("31.25");
    }

    @Check
    public void aggregatesOfNothing() {
        assertThat(rows(select(count(), sum(age()), max(age())).where(id().gt(100))))
                .containsExactly(Arrays.asList(0L, null, null));
    }

    @Check
    public void groups() {
        assertThat(rows(select(age(), count(id()).label("n"))
                        .where(age().isNotNull())
                        .groupBy(age())
                        .orderBy(age())))
                .containsExactly(List.of(25, 1L), List.of(30, 2L), List.of(40, 1L));
    }

    @Check
    public void nullsAreOneGroup() {
        assertThat(rows(select(age(), count(id()).label("n")).groupBy(age()).having(age().isNull())))
                .containsExactly(Arrays.asList(null, 1L));
    }

    @Check
    public void conditionsOnGroups() {
        assertThat(values(
                        select(age()).groupBy(age()).having(count(id()).gt(1L)).orderBy(age()), Integer.class))
                .containsExactly(30);
    }

    @Check(Requirement.DISTINCT_AGGREGATES)
    public void aggregatesOfDistinctValues() {
        assertThat(value(select(count(age().distinct())), Long.class)).isEqualTo(3L);
    }

    @Check
    public void byExpressions() {
        Column<String> item = order("item");
        Column<Integer> amount = order("amount");
        assertThat(rows(select(item, sum(amount.times(2)).label("twice"))
                        .where(amount.isNotNull())
                        .groupBy(item)
                        .orderBy(item)))
                .containsExactly(List.of("ink", 2), List.of("pen", 26));
    }

    @Check(Requirement.AGGREGATE_FILTER)
    public void filters() {
        assertThat(rows(select(count(id()).filter(age().eq(30)), count(id()).filter(age().isNull()))))
                .containsExactly(List.of(2L, 1L));
    }

    @Check
    public void groupsOfAJoin() {
        Column<String> name = person("name");
        Column<Integer> orderId = order("id");
        assertThat(rows(select(name, count(orderId).label("n"))
                        .leftJoin(orders())
                        .groupBy(id(), name)
                        .orderBy(id())))
                .containsExactly(
                        List.of("ann", 2L),
                        List.of("bob", 1L),
                        List.of("cid", 0L),
                        List.of("50%_off", 0L),
                        List.of("dora", 1L));
    }
}
