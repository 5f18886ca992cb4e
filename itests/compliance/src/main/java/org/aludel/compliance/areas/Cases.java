package org.aludel.compliance.areas;

import static org.aludel.sql.Sql.case_;
import static org.aludel.sql.Sql.select;
import static org.aludel.sql.Sql.sum;
import static org.assertj.core.api.Assertions.assertThat;

import org.aludel.compliance.Check;
import org.aludel.compliance.ComplianceArea;
import org.aludel.schema.Column;

/** CASE, wherever an expression may stand. */
public final class Cases extends ComplianceArea {

    private Column<Integer> id() {
        return person("id");
    }

    private Column<Integer> age() {
        return person("age");
    }

    @Check
    public void branches() {
        assertThat(values(
                        select(case_(age().gt(35), "old")
                                        .when(age().gt(28), "grown")
                                        .otherwise("young"))
                                .orderBy(id()),
                        String.class))
                .containsExactly("grown", "old", "young", "young", "grown");
    }

    @Check
    public void withoutOtherwiseItIsNull() {
        assertThat(values(select(case_(age().gt(35), id())).orderBy(id()), Integer.class))
                .containsExactly(null, 2, null, null, null);
    }

    @Check
    public void inConditionsAndOrder() {
        assertThat(values(
                        select(id())
                                .where(case_(age().isNull(), 1).otherwise(0).eq(0))
                                .orderBy(case_(age().eq(40), 0).otherwise(1).asc(), id()),
                        Integer.class))
                .containsExactly(2, 1, 4, 5);
    }

    @Check
    public void insideAggregates() {
        assertThat(value(select(sum(case_(age().eq(30), 1).otherwise(0))), Integer.class))
                .isEqualTo(2);
    }

    @Check
    public void ofExpressions() {
        assertThat(values(
                        select(case_(age().gt(35), age().plus(1)).otherwise(id().negate()))
                                .orderBy(id()),
                        Integer.class))
                .containsExactly(-1, 41, -3, -4, -5);
    }
}
