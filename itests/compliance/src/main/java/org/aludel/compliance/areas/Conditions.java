package org.aludel.compliance.areas;

import static org.aludel.sql.Sql.and;
import static org.aludel.sql.Sql.literal;
import static org.aludel.sql.Sql.not;
import static org.aludel.sql.Sql.null_;
import static org.aludel.sql.Sql.or;
import static org.aludel.sql.Sql.select;
import static org.aludel.sql.Sql.tuple;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.aludel.compliance.Check;
import org.aludel.compliance.ComplianceArea;
import org.aludel.compliance.Requirement;
import org.aludel.schema.Column;
import org.aludel.sql.Condition;
import org.aludel.types.Types;

/** Conditions choose the rows that their words say, nulls included. */
public final class Conditions extends ComplianceArea {

    private List<Integer> who(Condition... conditions) {
        Column<Integer> id = person("id");
        return values(select(id).where(conditions).orderBy(id), Integer.class);
    }

    private Column<Integer> id() {
        return person("id");
    }

    private Column<Integer> age() {
        return person("age");
    }

    private Column<String> name() {
        return person("name");
    }

    private Column<String> email() {
        return person("email");
    }

    private Column<Boolean> active() {
        return person("active");
    }

    @Check
    public void comparisons() {
        assertThat(who(age().eq(30))).containsExactly(1, 5);
        assertThat(who(age().ne(30))).containsExactly(2, 4);
        assertThat(who(age().lt(30))).containsExactly(4);
        assertThat(who(age().le(30))).containsExactly(1, 4, 5);
        assertThat(who(age().gt(30))).containsExactly(2);
        assertThat(who(age().ge(30))).containsExactly(1, 2, 5);
        assertThat(who(id().plus(29).eqAny(age()))).containsExactly(1);
    }

    @Check
    public void nullTests() {
        assertThat(who(age().isNull())).containsExactly(3);
        assertThat(who(age().isNotNull())).containsExactly(1, 2, 4, 5);
        assertThat(who(age().eq((Integer) null))).containsExactly(3);
        assertThat(who(age().ne((Integer) null))).containsExactly(1, 2, 4, 5);
        assertThat(who(not(age().isNull()))).containsExactly(1, 2, 4, 5);
    }

    @Check
    public void unknownIsNeitherTrueNorFalse() {
        assertThat(who(age().eq(30).or(not(age().eq(30))))).containsExactly(1, 2, 4, 5);
        assertThat(who(not(age().in(30, 40)))).containsExactly(4);
        assertThat(who(not(age().between(1, 100)))).isEmpty();
        assertThat(who(age().gt(100).or(id().eq(3)))).containsExactly(3);
    }

    @Check
    public void junctions() {
        assertThat(who(and(age().eq(30), name().eq("ann")))).containsExactly(1);
        assertThat(who(or(age().eq(40), name().eq("ann")))).containsExactly(1, 2);
        assertThat(who(age().eq(30).and(name().eq("ann").or(name().eq("bob"))))).containsExactly(1);
        assertThat(who(age().eq(30).and(name().eq("ann")).or(name().eq("bob")))).containsExactly(1, 2);
        assertThat(who(not(or(age().eq(30), name().eq("bob"))))).containsExactly(4);
        assertThat(who(age().eq(30), name().eq("dora"))).containsExactly(5);
    }

    @Check
    public void lists() {
        assertThat(who(id().in(1, 3, 99))).containsExactly(1, 3);
        assertThat(who(id().notIn(1, 3))).containsExactly(2, 4, 5);
        assertThat(who(id().in(1))).containsExactly(1);
        assertThat(who(name().in("ann", "it's"))).containsExactly(1);
        List<Integer> many = new ArrayList<>();
        for (int i = 3; i < 503; i++) {
            many.add(i);
        }
        assertThat(who(id().in(many))).containsExactly(3, 4, 5);
    }

    @Check
    public void emptyLists() {
        assertThat(who(id().in(List.of()))).isEmpty();
        assertThat(who(id().notIn(List.of()))).hasSize(5);
        assertThat(who(not(id().in(List.of())))).hasSize(5);
        assertThat(who(name().in(List.of()).or(id().eq(2)))).containsExactly(2);
        assertThat(who(age().notIn(List.of()))).as("null too").hasSize(5);
    }

    @Check
    public void listsOfExpressions() {
        assertThat(who(age().inAny(id().plus(29), literal(25)))).containsExactly(1, 4);
        assertThat(who(age().notInAny(id().plus(29), literal(25)))).containsExactly(2, 5);
    }

    @Check(Requirement.TUPLE_IN)
    public void tuples() {
        assertThat(who(tuple(id(), name()).inRows(List.of(List.of(1, "ann"), List.of(2, "ann")))))
                .containsExactly(1);
    }

    @Check
    public void ranges() {
        assertThat(who(age().between(25, 30))).containsExactly(1, 4, 5);
        assertThat(who(age().notBetween(25, 30))).containsExactly(2);
        assertThat(who(age().between(30, 25))).isEmpty();
        assertThat(who(age().between(id().plus(20), id().plus(29)))).containsExactly(1, 4, 5);
    }

    @Check(Requirement.DISTINCT_FROM)
    public void distinction() {
        assertThat(who(age().isDistinctFrom(30))).containsExactly(2, 3, 4);
        assertThat(who(age().isNotDistinctFrom(30))).containsExactly(1, 5);
        assertThat(who(age().isDistinctFrom((Integer) null))).containsExactly(1, 2, 4, 5);
        assertThat(who(age().isNotDistinctFrom((Integer) null))).containsExactly(3);
        assertThat(who(age().isNotDistinctFrom(age()))).hasSize(5);
        assertThat(who(age().isDistinctFrom(id().plus(29)))).containsExactly(2, 3, 4, 5);
    }

    @Check
    public void booleans() {
        assertThat(who(active().eq(true))).containsExactly(1, 4, 5);
        assertThat(who(active().eq(false))).containsExactly(2);
        assertThat(who(active().isNull())).containsExactly(3);
        assertThat(values(select(id()).where(active()).orderBy(id()), Integer.class))
                .as("a column as a condition")
                .containsExactly(1, 4, 5);
        assertThat(who(not(active()))).containsExactly(2);
        assertThat(who(not(active()).and(age().gt(1)))).containsExactly(2);
    }

    @Check
    public void comparisonWithNothingIsNeverTrue() {
        assertThat(who(age().gt(literal(null, Types.INTEGER)))).isEmpty();
        assertThat(values(select(id()).where(age().eqAny(null_())), Integer.class))
                .as("= NULL is written as a test")
                .containsExactly(3);
    }

    @Check
    public void patterns() {
        assertThat(who(name().like("%a"))).containsExactly(5);
        assertThat(who(name().like("_o%"))).containsExactly(2, 5);
        assertThat(who(name().notLike("%a%"))).containsExactly(2, 3, 4);
        assertThat(who(name().like("50!%%", '!'))).containsExactly(4);
        assertThat(who(name().ilike("ANN"))).containsExactly(1);
        assertThat(who(name().notIlike("A%"))).containsExactly(2, 3, 4, 5);
    }

    @Check
    public void partsOfTexts() {
        assertThat(who(name().contains("%_"))).containsExactly(4);
        assertThat(who(name().startsWith("50%"))).containsExactly(4);
        assertThat(who(name().startsWith("5_"))).isEmpty();
        assertThat(who(name().endsWith("_off"))).containsExactly(4);
        assertThat(who(name().endsWith("%"))).isEmpty();
        assertThat(who(email().contains("'"))).containsExactly(4);
        assertThat(who(email().endsWith("\\"))).containsExactly(4);
        assertThat(who(name().contains(name()))).hasSize(5);
    }
}
