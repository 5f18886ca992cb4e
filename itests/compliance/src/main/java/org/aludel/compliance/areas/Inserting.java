package org.aludel.compliance.areas;

import static org.aludel.sql.Sql.literal;
import static org.aludel.sql.Sql.max;
import static org.aludel.sql.Sql.params;
import static org.aludel.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.aludel.compliance.Check;
import org.aludel.compliance.ComplianceArea;
import org.aludel.compliance.Requirement;
import org.aludel.schema.Column;

/** INSERT in its forms. */
public final class Inserting extends ComplianceArea {

    private Column<Integer> id() {
        return person("id");
    }

    private List<String> names(int from) {
        return values(select(this.<String>person("name")).where(id().ge(from)).orderBy(id()), String.class);
    }

    @Check
    public void values() {
        connection().execute(people().insert().set(id(), 10).set("name", "eve"));
        assertThat(names(10)).containsExactly("eve");
        assertThat(value(select(this.<Integer>person("age")).where(id().eq(10)), Integer.class))
                .isNull();
    }

    @Check
    public void parameters() {
        assertThat(connection()
                        .execute(people().insert(), params("id", 10, "name", "eve", "age", null))
                        .rowCount())
                .isEqualTo(1);
        assertThat(names(10)).containsExactly("eve");
    }

    @Check
    public void expressions() {
        connection().execute(people().insert().set(id(), literal(10).plus(1)).set("name", "eve"));
        assertThat(names(11)).containsExactly("eve");
    }

    @Check
    public void batches() {
        List<Map<String, Object>> many = new ArrayList<>();
        for (int i = 100; i < 200; i++) {
            many.add(params("id", i, "name", "n" + i, "age", i));
        }
        connection().execute(people().insert(), many);
        assertThat(value(people().count(id().ge(100)), Long.class)).isEqualTo(100L);
    }

    @Check(Requirement.MULTI_ROW_VALUES)
    public void severalRows() {
        connection()
                .execute(people().insert().rows(List.of(params("id", 10, "name", "a"), params("id", 11, "name", "b"))));
        assertThat(names(10)).containsExactly("a", "b");
    }

    @Check
    public void fromASelect() {
        assertThat(connection()
                        .execute(people().insert()
                                .fromSelect(
                                        List.of(id(), person("name"), person("age")),
                                        select(
                                                        this.<Integer>order("id")
                                                                .plus(100),
                                                        this.<String>order("item"),
                                                        this.<Integer>order("amount"))
                                                .where(this.<Integer>order("person_id")
                                                        .eq(1))))
                        .rowCount())
                .isEqualTo(2);
        assertThat(rows(select(id(), person("name"), person("age"))
                        .where(id().gt(100))
                        .orderBy(id())))
                .containsExactly(List.of(101, "pen", 3), List.of(102, "ink", 1));
    }

    @Check
    public void fromASelectOfTheSameTable() {
        connection()
                .execute(people().insert()
                        .fromSelect(
                                List.of(id(), person("name")),
                                select(id().plus(10), this.<String>person("name"))
                                        .where(id().lt(3))));
        assertThat(names(10)).containsExactly("ann", "bob");
    }

    @Check
    public void aValueFromASubquery() {
        var next = select(max(this.<Integer>order("amount"))).<Integer>asScalar();
        connection().execute(people().insert().set(id(), 10).set("name", "eve").set(this.<Integer>person("age"), next));
        assertThat(value(select(this.<Integer>person("age")).where(id().eq(10)), Integer.class))
                .isEqualTo(10);
    }

    @Check
    public void nullsInABatch() {
        connection()
                .execute(
                        people().insert(),
                        List.of(
                                params("id", 10, "name", "a", "age", 1, "email", null),
                                params("id", 11, "name", "b", "age", null, "email", "e")));
        assertThat(rows(select(person("age"), person("email"))
                        .where(id().ge(10))
                        .orderBy(id())))
                .containsExactly(Arrays.asList(1, null), Arrays.asList(null, "e"));
    }
}
