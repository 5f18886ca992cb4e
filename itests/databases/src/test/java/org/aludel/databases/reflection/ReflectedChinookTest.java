package org.aludel.databases.reflection;

import static org.aludel.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import jakarta.json.Json;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.aludel.engine.Connection;
import org.aludel.engine.Engine;
import org.aludel.engine.Row;
import org.aludel.schema.Column;
import org.aludel.schema.MetaData;
import org.aludel.schema.Table;
import org.aludel.testing.DatabaseExtension;
import org.aludel.testing.Databases;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A real schema, made by scripts that know nothing of us: found whole, and read through what was found. */
@Tag("SCH-11")
@Tag("SCH-12")
final class ReflectedChinookTest {

    @RegisterExtension
    static final DatabaseExtension POSTGRESQL = Databases.postgresql().extension();

    @RegisterExtension
    static final DatabaseExtension MARIADB = Databases.mariadb().extension();

    @TempDir
    Path directory;

    private static Path file(String name) {
        Path file = Path.of(System.getProperty("aludel.build.root", "../.."))
                .resolve("../shared/data/chinook/" + name)
                .toAbsolutePath()
                .normalize();
        assumeThat(file).as("the Chinook file " + name).exists();
        return file;
    }

    /** The script without the commands that choose the database: that is the connection's. */
    private static String script(String name) throws IOException {
        return Files.readAllLines(file(name)).stream()
                .filter(line -> !line.startsWith("\\c ")
                        && !line.startsWith("USE ")
                        && !line.startsWith("DROP DATABASE")
                        && !line.startsWith("CREATE DATABASE"))
                .collect(Collectors.joining("\n"));
    }

    @Test
    @Tag("DIA-03")
    void theSqliteFileIsReflectedAndReadWhole() throws IOException {
        Path copy = directory.resolve("chinook.db");
        Files.copy(file("Chinook_Sqlite.sqlite"), copy);
        try (Engine engine = Engine.create("sqlite:///" + copy)) {
            compare(engine, 11);
        }
    }

    @Test
    @Tag("DIA-01")
    void thePostgreSqlDumpIsReflectedAndReadWhole() throws IOException, SQLException {
        try (Engine engine = Engine.create(POSTGRESQL.database().aludelUrl())) {
            try (Connection conn = engine.connect();
                    Statement statement = conn.unwrap(java.sql.Connection.class).createStatement()) {
                statement.execute(script("Chinook_PostgreSql.sql"));
            }
            compare(engine, 11);
        }
    }

    @Test
    @Tag("DIA-02")
    void theMySqlDumpIsReflectedAndReadWhole() throws IOException, SQLException {
        try (Engine engine = Engine.create(MARIADB.database().aludelUrl())) {
            try (Connection conn = engine.connect();
                    Statement statement = conn.unwrap(java.sql.Connection.class).createStatement()) {
                // the script means its backslashes as they are
                statement.execute(
                        "SET @mode = @@sql_mode, SESSION sql_mode = CONCAT(@@sql_mode, ',NO_BACKSLASH_ESCAPES')");
                for (String command : script("Chinook_MySql.sql").split(";\\s*\\n")) {
                    if (!command.isBlank()) {
                        statement.execute(command);
                    }
                }
                statement.execute("SET SESSION sql_mode = @mode");
            }
            compare(engine, 11);
        }
    }

    private static void compare(Engine engine, int tables) throws IOException {
        JsonObject expected;
        try (JsonReader reader = Json.createReader(Files.newBufferedReader(file("ChinookData.json")))) {
            expected = reader.readObject();
        }
        MetaData found = new MetaData();
        found.reflect(engine);
        Map<String, Table> byName = new TreeMap<>();
        found.tables().forEach(table -> byName.put(plain(table.name()), table));
        assertThat(byName.keySet())
                .containsExactlyInAnyOrderElementsOf(expected.keySet().stream()
                        .map(ReflectedChinookTest::plain)
                        .toList())
                .hasSize(tables);
        assertThat(found.tables().stream()
                        .mapToInt(table -> table.foreignKeys().size())
                        .sum())
                .isEqualTo(11);
        int rows = 0;
        try (Connection conn = engine.connect()) {
            for (String name : expected.keySet()) {
                Table table = byName.get(plain(name));
                List<String> actual = conn.execute(select(table)).all().stream()
                        .map(row -> text(table, row))
                        .sorted()
                        .toList();
                List<String> wanted = expected.getJsonArray(name).getValuesAs(JsonObject.class).stream()
                        .map(ReflectedChinookTest::text)
                        .sorted(Comparator.naturalOrder())
                        .toList();
                assertThat(actual).as(name).containsExactlyElementsOf(wanted);
                assertThat(table.primaryKey()).as(name).isNotEmpty();
                rows += actual.size();
            }
        }
        assertThat(rows).isEqualTo(15_607);
    }

    private static String plain(String name) {
        return name.replace("_", "").toLowerCase(Locale.ROOT);
    }

    private static String text(Table table, Row row) {
        Map<String, String> values = new TreeMap<>();
        for (Column<?> column : table.columns()) {
            values.put(plain(column.name()), value(row.get(column)));
        }
        return values.toString();
    }

    private static String text(JsonObject row) {
        Map<String, String> values = new TreeMap<>();
        row.forEach((name, value) -> values.put(plain(name), value(plainValue(value))));
        return values.toString();
    }

    private static @Nullable Object plainValue(JsonValue value) {
        if (value instanceof JsonNumber number) {
            return number.bigDecimalValue();
        }
        if (value instanceof JsonString string) {
            String text = string.getString();
            return text.matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d") ? LocalDateTime.parse(text) : text;
        }
        return null;
    }

    /** The scripts write NULL where the JSON has an empty text, and trim blanks at the end. */
    private static String value(@Nullable Object value) {
        if (value == null) {
            return "-";
        }
        if (value instanceof Number number) {
            return new BigDecimal(number.toString()).stripTrailingZeros().toPlainString();
        }
        String text = value.toString().stripTrailing();
        return text.isEmpty() ? "-" : text;
    }
}
