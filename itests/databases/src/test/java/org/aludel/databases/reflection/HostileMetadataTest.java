package org.aludel.databases.reflection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.aludel.engine.Engine;
import org.aludel.errors.InvalidRequestException;
import org.aludel.schema.Column;
import org.aludel.schema.Inspector;
import org.aludel.schema.MetaData;
import org.aludel.schema.Table;
import org.aludel.types.Types;
import org.h2.jdbcx.JdbcDataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A driver that tells nonsense of its catalogue: a clear error or a known fall-back, and nothing left open. */
@Tag("SCH-11")
@Tag("SCH-12")
final class HostileMetadataTest {

    /** What a method of the metadata answers instead of the truth. */
    private interface Lie {
        ResultSet tell() throws SQLException;
    }

    private final JdbcDataSource truth = new JdbcDataSource();
    private final Map<String, Lie> lies = new HashMap<>();
    private final AtomicInteger openConnections = new AtomicInteger();
    private final AtomicInteger openResults = new AtomicInteger();
    private Connection keeper;
    private Engine engine;

    @BeforeEach
    void open() throws SQLException {
        truth.setURL("jdbc:h2:mem:hostile-" + java.util.UUID.randomUUID());
        keeper = truth.getConnection();
        try (Statement statement = keeper.createStatement()) {
            statement.execute("CREATE TABLE good (id INTEGER PRIMARY KEY, name VARCHAR(10))");
            statement.execute("CREATE TABLE bad (id INTEGER PRIMARY KEY, good_id INTEGER REFERENCES good (id))");
        }
        engine = Engine.builder(lying(DataSource.class, truth)).dialect("h2").build();
    }

    @AfterEach
    void close() throws SQLException {
        assertThat(openResults).as("results left open").hasValue(0);
        engine.close();
        assertThat(openConnections).as("connections left open").hasValue(0);
        keeper.close();
    }

    private <T> T lying(Class<T> type, Object target) {
        return type.cast(Proxy.newProxyInstance(
                HostileMetadataTest.class.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    Lie lie = target instanceof DatabaseMetaData ? lies.get(method.getName()) : null;
                    if (lie != null) {
                        return lie.tell();
                    }
                    if (target instanceof Connection connection
                            && method.getName().equals("close")
                            && !connection.isClosed()) {
                        openConnections.decrementAndGet();
                    }
                    try {
                        Object result = method.invoke(target, arguments);
                        if (result instanceof Connection && target instanceof DataSource) {
                            openConnections.incrementAndGet();
                            return lying(Connection.class, result);
                        }
                        return result instanceof DatabaseMetaData ? lying(DatabaseMetaData.class, result) : result;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }

    /** Rows by the names of their columns. */
    private ResultSet rows(List<Map<String, Object>> rows) {
        return rows(rows, -1);
    }

    /** The same, failing when so many were read. */
    private ResultSet rows(List<Map<String, Object>> rows, int failsAt) {
        openResults.incrementAndGet();
        int[] state = {-1, 0, 1};
        return (ResultSet) Proxy.newProxyInstance(
                HostileMetadataTest.class.getClassLoader(),
                new Class<?>[] {ResultSet.class},
                (proxy, method, arguments) -> {
                    switch (method.getName()) {
                        case "next" -> {
                            if (++state[0] == failsAt) {
                                throw new SQLException("the connection broke", "08006");
                            }
                            return state[0] < rows.size();
                        }
                        case "close" -> {
                            if (state[2]-- == 1) {
                                openResults.decrementAndGet();
                            }
                            return null;
                        }
                        case "wasNull" -> {
                            return state[1] == 1;
                        }
                        default -> {
                            Object value = rows.get(state[0]).get(String.valueOf(arguments[0]));
                            state[1] = value == null ? 1 : 0;
                            return converted(value, method.getReturnType());
                        }
                    }
                });
    }

    private static @Nullable Object converted(@Nullable Object value, Class<?> type) {
        if (type == int.class) {
            return value == null ? 0 : ((Number) value).intValue();
        }
        if (type == short.class) {
            return value == null ? (short) 0 : ((Number) value).shortValue();
        }
        if (type == boolean.class) {
            return Boolean.TRUE.equals(value);
        }
        return value == null ? null : value.toString();
    }

    private static Map<String, Object> row(@Nullable Object... pairs) {
        Map<String, Object> row = new HashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            row.put(String.valueOf(pairs[i]), pairs[i + 1]);
        }
        return row;
    }

    private static Map<String, Object> column(@Nullable String name, int type, @Nullable String typeName, int place) {
        return row(
                "TABLE_NAME",
                "BAD",
                "COLUMN_NAME",
                name,
                "DATA_TYPE",
                type,
                "TYPE_NAME",
                typeName,
                "COLUMN_SIZE",
                5,
                "NULLABLE",
                1,
                "ORDINAL_POSITION",
                place,
                "IS_AUTOINCREMENT",
                "NO");
    }

    private static final int INTEGER = java.sql.Types.INTEGER;

    @Test
    void aColumnWithoutANameIsAnErrorThatNamesTheTable() {
        lies.put("getColumns", () -> rows(List.of(column(null, INTEGER, "INTEGER", 1))));
        assertNonsense("BAD");
    }

    @Test
    void twoColumnsAtOnePlaceOrOfOneNameAreAnError() {
        lies.put(
                "getColumns",
                () -> rows(List.of(column("A", INTEGER, "INTEGER", 1), column("B", INTEGER, "INTEGER", 1))));
        assertNonsense("position 1");
        lies.put(
                "getColumns",
                () -> rows(List.of(column("A", INTEGER, "INTEGER", 1), column("A", INTEGER, "INTEGER", 2))));
        assertNonsense("a twice");
    }

    private void assertNonsense(String where) {
        MetaData metadata = new MetaData();
        assertThatThrownBy(() -> Table.reflect("bad", metadata, engine))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("ALU-0351")
                .hasMessageContaining(where)
                .hasMessageContaining("what to do");
        assertThat(metadata.tables()).as("half a table").isEmpty();
    }

    @Test
    @Tag("SCH-13")
    void aTypeNobodyKnowsIsKeptUnderItsName() {
        lies.put(
                "getColumns",
                () -> rows(List.of(
                        column("ID", INTEGER, "INTEGER", 1),
                        column("GOOD_ID", 98765, "WONDER", 2),
                        column("NOTHING", 98765, null, 3))));
        Table found = Table.reflect("bad", new MetaData(), engine);
        assertThat(found.c("good_id").type()).hasToString("WONDER");
        assertThat(found.c("nothing").type()).isEqualTo(Types.UNKNOWN);
    }

    @Test
    void aKeyToATableThatIsGoneStaysUnresolved() {
        lies.put(
                "getImportedKeys",
                () -> rows(List.of(row(
                        "PKTABLE_SCHEM",
                        "PUBLIC",
                        "PKTABLE_NAME",
                        "GONE",
                        "PKCOLUMN_NAME",
                        "ID",
                        "FKCOLUMN_NAME",
                        "GOOD_ID",
                        "KEY_SEQ",
                        1,
                        "UPDATE_RULE",
                        3,
                        "DELETE_RULE",
                        3,
                        "FK_NAME",
                        "FK",
                        "DEFERRABILITY",
                        7))));
        MetaData metadata = new MetaData();
        Table found = Table.reflect("bad", metadata, engine);
        assertThat(metadata.tables()).containsExactly(found);
        assertThat(found.foreignKeys().get(0).targets()).containsExactly("gone.id");
        assertThatThrownBy(() -> found.foreignKeys().get(0).referredTable()).hasMessageContaining("ALU-0118");
    }

    @Test
    void aKeyWithoutATableIsAnError() {
        lies.put(
                "getImportedKeys",
                () -> rows(List.of(row("FKCOLUMN_NAME", "GOOD_ID", "KEY_SEQ", 1, "PKCOLUMN_NAME", "ID"))));
        assertNonsense("BAD");
    }

    @Test
    void anIndexOrKeyOverColumnsThatAreNotThereIsLeftOut() {
        lies.put(
                "getIndexInfo",
                () -> rows(List.of(
                        row("INDEX_NAME", "IX", "TYPE", 3, "ORDINAL_POSITION", 1, "COLUMN_NAME", "NOWHERE"),
                        row("INDEX_NAME", null, "TYPE", 0),
                        row("INDEX_NAME", "IY", "TYPE", 3, "ORDINAL_POSITION", 1, "COLUMN_NAME", null),
                        row("INDEX_NAME", "IZ", "TYPE", 3, "ORDINAL_POSITION", 1, "COLUMN_NAME", "GOOD_ID"))));
        lies.put("getPrimaryKeys", () -> rows(List.of(row("COLUMN_NAME", "NOWHERE", "KEY_SEQ", 1))));
        Table found = Table.reflect("bad", new MetaData(), engine);
        assertThat(found.indexes()).extracting(org.aludel.schema.Index::name).containsExactly("iz");
        assertThat(found.primaryKey()).isEmpty();
        assertThat(found.columns()).extracting(Column::name).containsExactly("id", "good_id");
    }

    @Test
    void aDriverThatFailsHalfWayLeavesNothingBehind() {
        List<Map<String, Object>> columns = new ArrayList<>();
        columns.add(column("ID", INTEGER, "INTEGER", 1));
        columns.add(column("GOOD_ID", INTEGER, "INTEGER", 2));
        lies.put("getColumns", () -> rows(columns, 1));
        MetaData metadata = new MetaData();
        assertThatThrownBy(() -> Table.reflect("bad", metadata, engine))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("ALU-0125")
                .hasRootCauseMessage("the connection broke");
        assertThat(metadata.tables()).isEmpty();
        lies.put("getColumns", () -> {
            throw new NullPointerException("inside the driver");
        });
        assertNonsense("bad");
        lies.clear();
        assertThat(Table.reflect("bad", metadata, engine).columns()).hasSize(2);
        assertThat(metadata.tables()).hasSize(2);
    }

    @Test
    void aReferredTableThatCanNotBeReadLeavesTheReferringOneUndefinedToo() {
        lies.put("getPrimaryKeys", new Lie() {
            private int calls;

            @Override
            public ResultSet tell() throws SQLException {
                if (++calls > 2) {
                    throw new SQLException("no right to look", "42000");
                }
                return rows(List.of());
            }
        });
        MetaData metadata = new MetaData();
        assertThatThrownBy(() -> metadata.reflect(engine)).hasMessageContaining("ALU-0125");
        assertThat(metadata.tables()).isEmpty();
    }

    @Test
    void namesThatAreNullInListsAreAnError() {
        lies.put("getTables", () -> rows(List.of(row("TABLE_NAME", null))));
        assertThatThrownBy(() -> Inspector.of(engine).tables()).hasMessageContaining("ALU-0351");
    }
}
