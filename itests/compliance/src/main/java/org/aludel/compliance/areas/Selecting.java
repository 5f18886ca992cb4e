package org.aludel.compliance.areas;

import static org.aludel.sql.Sql.bind;
import static org.aludel.sql.Sql.literal;
import static org.aludel.sql.Sql.params;
import static org.aludel.sql.Sql.select;
import static org.aludel.sql.Sql.text;
import static org.aludel.types.Types.INTEGER;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.aludel.compliance.Check;
import org.aludel.compliance.ComplianceArea;
import org.aludel.compliance.Requirement;
import org.aludel.engine.Row;
import org.aludel.schema.Column;

/** Columns, labels, parameters, limits. */
public final class Selecting extends ComplianceArea {

    private Column<Integer> id() {
        return person("id");
    }

    private Column<String> name() {
        return person("name");
    }

    @Check
    public void wholeTables() {
        Row first = connection().execute(people().select().orderBy(id())).all().get(0);
        assertThat(first.toList()).isEqualTo(Arrays.asList(1, "ann", "ann@x", 30, true));
        assertThat(first.get(name())).isEqualTo("ann");
        assertThat(first.get("email")).isEqualTo("ann@x");
    }

    @Check
    public void labels() {
        Row row = connection()
                .execute(select(name().label("who"), id().plus(1).label("next")).where(id().eq(1)))
                .one();
        assertThat(row.get("who")).isEqualTo("ann");
        assertThat(row.getInt("next")).isEqualTo(2);
    }

    @Check
    public void columnsOfOneNameFromTwoTables() {
        Row row = connection()
                .execute(select(id(), order("id"))
                        .from(people().join(orders()))
                        .where(this.<Integer>order("id").eq(3)))
                .one();
        assertThat(row.toList()).containsExactly(2, 3);
        assertThat(row.get(id())).isEqualTo(2);
        assertThat(row.get(this.<Integer>order("id"))).isEqualTo(3);
    }

    @Check
    public void parametersByName() {
        var older = select(name())
                .where(this.<Integer>person("age").gt(bind("least", INTEGER)))
                .orderBy(name());
        assertThat(connection().execute(older, params("least", 35)).scalars(String.class))
                .containsExactly("bob");
        assertThat(connection().execute(older, params("least", 29)).scalars(String.class))
                .containsExactly("ann", "bob", "dora");
    }

    @Check(Requirement.SELECT_WITHOUT_FROM)
    public void withoutATable() {
        assertThat(rows(select(literal(1).label("a"), literal("x").label("b")))).containsExactly(List.of(1, "x"));
    }

    @Check
    public void distinctRows() {
        assertThat(values(
                        select(this.<Integer>person("age"))
                                .distinct()
                                .where(this.<Integer>person("age").isNotNull())
                                .orderBy(person("age")),
                        Integer.class))
                .containsExactly(25, 30, 40);
    }

    @Check
    public void limits() {
        assertThat(values(select(id()).orderBy(id()).limit(2), Integer.class)).containsExactly(1, 2);
        assertThat(values(select(id()).orderBy(id().desc()).limit(1), Integer.class))
                .containsExactly(5);
        assertThat(values(select(id()).orderBy(id()).limit(100), Integer.class)).hasSize(5);
    }

    @Check(Requirement.OFFSET)
    public void offsets() {
        assertThat(values(select(id()).orderBy(id()).limit(2).offset(1), Integer.class))
                .containsExactly(2, 3);
        assertThat(values(select(id()).orderBy(id()).offset(3), Integer.class)).containsExactly(4, 5);
        assertThat(values(select(id()).orderBy(id()).limit(2).offset(10), Integer.class))
                .isEmpty();
        assertThat(values(
                        select(id(), name())
                                .where(id().gt(1))
                                .orderBy(name())
                                .limit(2)
                                .offset(1),
                        Integer.class))
                .containsExactly(2, 3);
    }

    @Check
    public void limitsAsParameters() {
        var some = select(id()).orderBy(id()).limit(bind("n", INTEGER));
        assertThat(connection().execute(some, params("n", 1)).scalars(Integer.class))
                .containsExactly(1);
        assertThat(connection().execute(some, params("n", 3)).scalars(Integer.class))
                .containsExactly(1, 2, 3);
    }

    @Check
    public void sqlOfOnesOwn() {
        assertThat(connection()
                        .execute(text("select name from people where id = :id and name <> '\\:x'"), params("id", 2))
                        .scalars(String.class))
                .containsExactly("bob");
    }

    @Check
    public void aStatementBuiltOfOptionalParts() {
        var base = select(id()).orderBy(id());
        var narrowed = base.where(this.<Integer>person("age").eq(30));
        assertThat(values(narrowed, Integer.class)).containsExactly(1, 5);
        assertThat(values(narrowed.limit(1), Integer.class)).containsExactly(1);
        assertThat(values(base, Integer.class)).as("the first is as it was").hasSize(5);
    }
}
