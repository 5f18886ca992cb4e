package org.aludel.compliance.areas;

import static org.aludel.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;

import org.aludel.compliance.Check;
import org.aludel.compliance.ComplianceArea;
import org.aludel.schema.Column;

/** ORDER BY, and where nulls go. */
public final class Ordering extends ComplianceArea {

    private Column<Integer> id() {
        return person("id");
    }

    private Column<Integer> age() {
        return person("age");
    }

    @Check
    public void upAndDown() {
        assertThat(values(select(id()).orderBy(id().desc()), Integer.class)).containsExactly(5, 4, 3, 2, 1);
        assertThat(values(select(id()).where(age().isNotNull()).orderBy(age().desc(), id()), Integer.class))
                .containsExactly(2, 1, 5, 4);
    }

    @Check
    public void nullsFirst() {
        assertThat(values(select(id()).orderBy(age().asc().nullsFirst(), id()), Integer.class))
                .containsExactly(3, 4, 1, 5, 2);
        assertThat(values(select(id()).orderBy(age().desc().nullsFirst(), id()), Integer.class))
                .containsExactly(3, 2, 1, 5, 4);
    }

    @Check
    public void nullsLast() {
        assertThat(values(select(id()).orderBy(age().asc().nullsLast(), id()), Integer.class))
                .containsExactly(4, 1, 5, 2, 3);
        assertThat(values(select(id()).orderBy(age().desc().nullsLast(), id()), Integer.class))
                .containsExactly(2, 1, 5, 4, 3);
    }

    @Check
    public void byExpressionsAndLabels() {
        assertThat(values(select(id()).orderBy(id().times(-1)), Integer.class)).containsExactly(5, 4, 3, 2, 1);
        assertThat(values(select(id(), id().negate().label("backwards")).orderBy("backwards"), Integer.class))
                .containsExactly(5, 4, 3, 2, 1);
    }
}
