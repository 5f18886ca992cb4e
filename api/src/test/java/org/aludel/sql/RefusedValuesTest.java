package org.aludel.sql;

import static org.aludel.sql.Sql.column;
import static org.aludel.sql.Sql.params;
import static org.aludel.types.Types.INTEGER;
import static org.aludel.types.Types.string;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.aludel.errors.ArgumentException;
import org.aludel.schema.Column;
import org.aludel.schema.MetaData;
import org.aludel.schema.Table;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("SQL-21")
@Tag("SQL-02")
class RefusedValuesTest {

    private final MetaData metadata = new MetaData();
    private final Table users = metadata.table(
            "users",
            column("id", INTEGER).primaryKey(),
            column("name", string(50)),
            column("email", string(60)).key("mail"));
    private final Column<Object> untyped = users.c("id");
    private final Column<Integer> id = users.c("id");

    @Test
    void anExpressionThroughAnUntypedColumnIsRefused() {
        refused("ALU-0101", () -> untyped.eq((Object) id));
        refused("ALU-0101", () -> untyped.in(id));
        refused("ALU-0101", () -> untyped.between(1, id));
        refused("ALU-0101", () -> users.update().set(untyped, (Object) id));
        refused("ALU-0101", () -> users.insert().set(untyped, (Object) id));
        assertThat(untyped.eqAny(id)).isNotNull();
    }

    @Test
    void aValueOfTheWrongTypeIsRefused() {
        refused("ALU-0301", () -> untyped.eq("x"));
        refused("ALU-0301", () -> untyped.in(1, "x"));
        refused("ALU-0301", () -> users.insert().set("id", "x"));
        assertThat(untyped.eq(5L)).as("a long that fits").isNotNull();
        refused("ALU-0301", () -> untyped.eq(5_000_000_000L));
    }

    @Test
    void nullInAListIsRefused() {
        refused("ALU-0102", () -> id.in(1, null));
        refused("ALU-0102", () -> id.notIn(Arrays.asList(1, null)));
    }

    @Test
    void columnsThatAreNotThereAreNamed() {
        assertThatThrownBy(() -> users.c("nam"))
                .isInstanceOf(ArgumentException.class)
                .hasMessage("ALU-0104 there is no column nam; where: users; what to do: use one of id, name, mail");
        refused("ALU-0105", () -> users.c("name", Integer.class));
    }

    @Test
    void columnsAreFoundByKeyAndByName() {
        Column<String> byKey = users.c("mail");
        Column<String> byName = users.c("email");
        assertThat(byKey).isSameAs(byName);
    }

    @Test
    void rowsOfOneInsertSetTheSameColumns() {
        refused("ALU-0113", () -> users.insert().rows(List.of(Map.of("name", "a"), Map.of("id", 1))));
    }

    @Test
    void namesAndValuesComeInPairs() {
        refused("ALU-0116", () -> params("name"));
        refused("ALU-0116", () -> params(1, "name"));
    }

    @Test
    void aColumnOfAnotherTableIsNotSet() {
        Table other = metadata.table("other", column("name", string(10)));
        Column<String> foreign = other.c("name");
        refused("ALU-0114", () -> users.update().set(foreign, "x"));
    }

    @Test
    void aTextParameterMustBeThere() {
        refused("ALU-0112", () -> Sql.text("select 1 where x = :x").bind("y", 1));
    }

    @Test
    void nowaitAndSkipLockedContradict() {
        refused("ALU-0108", () -> Sql.nowait().withSkipLocked());
    }

    private static void refused(String code, Runnable work) {
        ArgumentException error = catchThrowableOfType(ArgumentException.class, work::run);
        assertThat(error).isNotNull();
        assertThat(error.code()).isEqualTo(code);
        assertThat(error.getMessage()).contains("; where: ").contains("; what to do: ");
    }
}
