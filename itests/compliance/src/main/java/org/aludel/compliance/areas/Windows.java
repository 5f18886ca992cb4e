package org.aludel.compliance.areas;

import static org.aludel.sql.Sql.func;
import static org.aludel.sql.Sql.select;
import static org.aludel.sql.Sql.sum;
import static org.aludel.types.Types.BIGINT;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.aludel.compliance.Check;
import org.aludel.compliance.ComplianceArea;
import org.aludel.compliance.Requirement;
import org.aludel.schema.Column;

/** OVER. */
public final class Windows extends ComplianceArea {

    private Column<Integer> id() {
        return person("id");
    }

    private Column<Integer> age() {
        return person("age");
    }

    @Check(Requirement.WINDOW_FUNCTIONS)
    public void ranks() {
        assertThat(rows(select(
                                id(),
                                func("row_number", BIGINT)
                                        .over()
                                        .orderBy(id().desc())
                                        .label("r"),
                                func("rank", BIGINT)
                                        .over()
                                        .orderBy(age().desc())
                                        .label("k"))
                        .where(age().isNotNull())
                        .orderBy(id())))
                .containsExactly(List.of(1, 4L, 2L), List.of(2, 3L, 1L), List.of(4, 2L, 4L), List.of(5, 1L, 2L));
    }

    @Check(Requirement.WINDOW_FUNCTIONS)
    public void partitions() {
        Column<Integer> buyer = order("person_id");
        Column<Integer> orderId = order("id");
        assertThat(rows(select(
                                orderId,
                                func("row_number", BIGINT)
                                        .over()
                                        .partitionBy(buyer)
                                        .orderBy(orderId)
                                        .label("n"))
                        .orderBy(orderId)))
                .containsExactly(List.of(1, 1L), List.of(2, 2L), List.of(3, 1L), List.of(4, 1L));
    }

    @Check(Requirement.WINDOW_FUNCTIONS)
    public void aggregates() {
        assertThat(rows(select(id(), sum(id()).over().label("s")).orderBy(id()).limit(2)))
                .containsExactly(List.of(1, 15), List.of(2, 15));
    }

    @Check(Requirement.WINDOW_FUNCTIONS)
    public void neighbours() {
        assertThat(rows(select(id(), func("lag", id()).over().orderBy(id()).label("before"))
                        .orderBy(id())
                        .limit(2)))
                .containsExactly(Arrays.asList(1, null), List.of(2, 1));
    }

    @Check({Requirement.WINDOW_FUNCTIONS, Requirement.WINDOW_FRAMES})
    public void frames() {
        assertThat(values(select(sum(id()).over().orderBy(id()).rows(-1, 1)).orderBy(id()), Integer.class))
                .containsExactly(3, 6, 9, 12, 9);
        assertThat(values(select(sum(id()).over().orderBy(id()).rows(null, 0)).orderBy(id()), Integer.class))
                .containsExactly(1, 3, 6, 10, 15);
    }

    @Check(Requirement.WINDOW_FUNCTIONS)
    public void insideASubquery() {
        var ranked = select(
                        id().label("i"),
                        func("row_number", BIGINT).over().orderBy(id().desc()).label("r"))
                .as("ranked");
        assertThat(values(
                        select(ranked.<Integer>c("i")).where(ranked.<Long>c("r").eq(1L)), Integer.class))
                .containsExactly(5);
    }
}
