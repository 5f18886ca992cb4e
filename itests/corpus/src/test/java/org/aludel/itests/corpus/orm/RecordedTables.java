package org.aludel.itests.corpus.orm;

import static org.aludel.sql.Sql.text;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.aludel.engine.Engine;
import org.aludel.itests.corpus.JsonFiles;
import org.aludel.schema.Column;
import org.aludel.schema.MetaData;
import org.aludel.schema.Table;
import org.jspecify.annotations.Nullable;

/**
 * The recorded tables of a scenario as the toolkit knows them, to be made on any database: the recorded DDL, which is
 * SQLite's, is run there and reflected.
 */
final class RecordedTables {

    /** SQLite's strings without a length; some databases want one. */
    private static final Pattern UNLIMITED = Pattern.compile("VARCHAR(?!\\s*\\()");

    private static final Pattern FOREIGN_KEY = Pattern.compile(
            ", FOREIGN KEY\\s*\\([^)]*\\) REFERENCES \\S+ \\([^)]*\\)(?: ON (?:DELETE|UPDATE) (?:CASCADE|SET NULL))*");

    private static final Map<String, Map<String, MetaData>> KNOWN = new ConcurrentHashMap<>();

    private RecordedTables() {}

    /** Tables by the engine's name. */
    private static Map<String, MetaData> of(Recording recording) {
        return KNOWN.computeIfAbsent(recording.id(), id -> {
            Map<String, MetaData> found = new LinkedHashMap<>();
            for (String engine : recording.engines()) {
                found.put(engine, reflect(recording, engine));
            }
            return found;
        });
    }

    /** The tables of one engine. */
    static MetaData of(Recording recording, String engine) {
        return Objects.requireNonNull(of(recording).get(engine));
    }

    private static MetaData reflect(Recording recording, String engine) {
        MetaData metaData = new MetaData();
        try (Engine sqlite = Engine.create("sqlite://")) {
            sqlite.useTransaction(connection -> {
                for (Object ddl : recording.ddl().getOrDefault(engine, List.of())) {
                    String table = UNLIMITED.matcher(String.valueOf(ddl)).replaceAll("VARCHAR(255)");
                    if (!table.startsWith("CREATE TRIGGER")) {
                        connection.execute(text(
                                recording.foreignKeys()
                                        ? table
                                        : FOREIGN_KEY.matcher(table).replaceAll("")));
                    }
                }
            });
            metaData.reflect(sqlite);
        }
        return metaData;
    }

    /** Makes the tables and inserts the recorded rows, in any order: the connection must not check foreign keys. */
    static void fill(Recording recording, String engine, org.aludel.engine.Connection connection) {
        MetaData tables = of(recording, engine);
        recording.fixtures().getOrDefault(engine, Map.of()).forEach((name, rows) -> {
            Table table = tables.find(name);
            if (table == null) {
                throw new IllegalStateException(recording.id() + " has rows for a table without DDL: " + name);
            }
            for (Object row : JsonFiles.list(rows)) {
                Map<String, @Nullable Object> values = new LinkedHashMap<>();
                JsonFiles.object(row).forEach((column, value) -> values.put(column, typed(table, column, value)));
                connection.execute(table.insert(), values);
            }
        });
    }

    private static @Nullable Object typed(Table table, String name, @Nullable Object recorded) {
        Object value = Fixtures.plain(recorded);
        Column<?> column = table.find(name);
        Class<?> type =
                column == null || value == null ? Object.class : column.type().javaType();
        if (value instanceof Number number && type != Object.class) {
            BigDecimal exact = new BigDecimal(number.toString());
            return type == Integer.class
                    ? Integer.valueOf(exact.intValueExact())
                    : type == Long.class
                            ? Long.valueOf(exact.longValueExact())
                            : type == Double.class
                                    ? Double.valueOf(exact.doubleValue())
                                    : type == Boolean.class ? Boolean.valueOf(exact.signum() != 0) : exact;
        }
        if (value instanceof String text && type == LocalDateTime.class) {
            return LocalDateTime.parse(text.replace(' ', 'T'));
        }
        return value instanceof String text && type == LocalDate.class ? LocalDate.parse(text) : value;
    }

    /** Runs statements of the database's own on a plain connection. */
    static void run(Connection connection, String... statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
