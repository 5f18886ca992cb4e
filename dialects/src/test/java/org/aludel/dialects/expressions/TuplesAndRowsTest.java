package org.aludel.dialects.expressions;

import static org.aludel.sql.Sql.bind;
import static org.aludel.sql.Sql.column;
import static org.aludel.sql.Sql.params;
import static org.aludel.sql.Sql.select;
import static org.aludel.sql.Sql.tuple;
import static org.aludel.sql.Sql.values;
import static org.aludel.types.Types.INTEGER;
import static org.aludel.types.Types.string;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.aludel.dialects.sqlite.Sqlite;
import org.aludel.engine.Engine;
import org.aludel.errors.ArgumentException;
import org.aludel.errors.CompileException;
import org.aludel.schema.Column;
import org.aludel.schema.MetaData;
import org.aludel.schema.Table;
import org.aludel.sql.Condition;
import org.aludel.sql.Select;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Tuples among rows of values, and lists that hold what can't be found. */
class TuplesAndRowsTest {

    private final MetaData metadata = new MetaData();
    private final Table users = metadata.table(
            "users",
            column("id", INTEGER).primaryKey(),
            column("name", string(20)).notNull());
    private final Column<Integer> id = users.c("id");
    private final Column<String> name = users.c("name");

    private List<Integer> ids(Engine engine, Condition condition) {
        return engine.inTransaction(
                conn -> conn.execute(select(id).where(condition).orderBy(id)).scalars(id));
    }

    @Test
    @Tag("SQL-03")
    void aTupleIsFoundAmongRows() {
        try (Engine engine = Engine.create("h2:///mem:tuples")) {
            metadata.createAll(engine);
            engine.useTransaction(conn -> conn.execute(
                    users.insert(), List.of(params("id", 1, "name", "ed"), params("id", 2, "name", "wendy"))));
            List<List<Object>> rows = List.of(List.of(2, "wendy"), List.of(1, "jack"));
            assertThat(ids(engine, tuple(id, name).in(rows))).containsExactly(2);
            assertThat(ids(engine, tuple(id, name).in(List.of(1, "ed"), List.of(7, "x"))))
                    .containsExactly(1);
            assertThat(ids(engine, tuple(id, name).notIn(rows))).containsExactly(1);
            assertThat(ids(engine, tuple(id, name).in(List.of()))).isEmpty();
            assertThat(ids(engine, tuple(id, name).notIn(List.of()))).containsExactly(1, 2);
        }
    }

    @Test
    @Tag("SQL-03")
    void aRowOfAnotherSizeOrWithNullIsRefused() {
        assertThatThrownBy(() -> tuple(id, name).in(List.of(1, "ed")))
                .isInstanceOf(ArgumentException.class)
                .hasMessageContaining("ALU-0165");
        assertThatThrownBy(() -> tuple(id, name).inRows(List.of(List.of(1, "ed", 3))))
                .isInstanceOf(ArgumentException.class)
                .hasMessageContaining("ALU-0165");
        assertThatThrownBy(() -> tuple(id, name).in(List.of(Arrays.asList(1, null))))
                .isInstanceOf(ArgumentException.class)
                .hasMessageContaining("ALU-0102");
    }

    @Test
    @Tag("SQL-03")
    void nullInAListGivenAtExecutionIsRefused() {
        try (Engine engine = Engine.create("h2:///mem:nulls")) {
            metadata.createAll(engine);
            Select select = select(id).where(id.in(bind("ids", INTEGER)));
            assertThatThrownBy(() ->
                            engine.useTransaction(conn -> conn.execute(select, params("ids", Arrays.asList(1, null)))))
                    .isInstanceOf(ArgumentException.class)
                    .hasMessageContaining("ALU-0102")
                    .hasMessageContaining("ids");
        }
    }

    @Test
    @Tag("SQL-14")
    void valuesWithoutRowsAreRefused() {
        assertThatThrownBy(() ->
                        select(values(column("x", INTEGER)).named("v").c("x")).toSql(Sqlite.dialect()))
                .isInstanceOf(CompileException.class)
                .hasMessageContaining("ALU-0155");
    }
}
