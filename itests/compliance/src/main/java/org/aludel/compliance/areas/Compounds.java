package org.aludel.compliance.areas;

import static org.aludel.sql.Sql.except;
import static org.aludel.sql.Sql.intersect;
import static org.aludel.sql.Sql.select;
import static org.aludel.sql.Sql.union;
import static org.aludel.sql.Sql.unionAll;
import static org.assertj.core.api.Assertions.assertThat;

import org.aludel.compliance.Check;
import org.aludel.compliance.ComplianceArea;
import org.aludel.compliance.Requirement;
import org.aludel.schema.Column;
import org.aludel.sql.Select;

/** UNION, INTERSECT and EXCEPT. */
public final class Compounds extends ComplianceArea {

    private Column<Integer> id() {
        return person("id");
    }

    private Select upTo(int last) {
        return select(id()).where(id().le(last));
    }

    private Select from(int first) {
        return select(id()).where(id().ge(first));
    }

    @Check
    public void unions() {
        assertThat(values(union(upTo(3), from(3)), Integer.class)).containsExactlyInAnyOrder(1, 2, 3, 4, 5);
        assertThat(values(unionAll(upTo(3), from(3)), Integer.class)).containsExactlyInAnyOrder(1, 2, 3, 3, 4, 5);
        assertThat(values(union(upTo(1), upTo(2), from(5)), Integer.class)).containsExactlyInAnyOrder(1, 2, 5);
    }

    @Check(Requirement.INTERSECT)
    public void intersections() {
        assertThat(values(intersect(upTo(4), from(3)), Integer.class)).containsExactlyInAnyOrder(3, 4);
    }

    @Check(Requirement.EXCEPT)
    public void differences() {
        assertThat(values(except(upTo(4), from(3)), Integer.class)).containsExactlyInAnyOrder(1, 2);
    }

    @Check
    public void ordered() {
        assertThat(values(union(upTo(2), from(4)).orderBy("id").limit(3), Integer.class))
                .containsExactly(1, 2, 4);
    }

    @Check(Requirement.OFFSET)
    public void orderedWithOffset() {
        assertThat(values(union(upTo(2), from(4)).orderBy("id").limit(2).offset(1), Integer.class))
                .containsExactly(2, 4);
    }

    @Check(Requirement.ORDERED_COMPOUND_MEMBERS)
    public void limitedMembers() {
        assertThat(values(
                        unionAll(
                                select(id()).orderBy(id()).limit(1),
                                select(id()).orderBy(id().desc()).limit(2)),
                        Integer.class))
                .containsExactlyInAnyOrder(1, 4, 5);
    }

    @Check
    public void asTables() {
        var both = unionAll(upTo(1), from(5)).as("both_ends");
        assertThat(values(
                        select(both.<Integer>c("id"))
                                .orderBy(both.<Integer>c("id").desc()),
                        Integer.class))
                .containsExactly(5, 1);
    }

    @Check
    public void insideConditions() {
        assertThat(values(select(id()).where(id().in(union(upTo(1), from(5)))).orderBy(id()), Integer.class))
                .containsExactly(1, 5);
    }

    @Check({Requirement.EXCEPT, Requirement.INTERSECT})
    public void nested() {
        assertThat(values(except(upTo(4), union(upTo(1), from(4))), Integer.class))
                .containsExactlyInAnyOrder(2, 3);
        assertThat(values(union(except(upTo(3), upTo(1)), from(5)), Integer.class))
                .containsExactlyInAnyOrder(2, 3, 5);
    }
}
