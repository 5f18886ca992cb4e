package org.aludel.itests.corpus.orm;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.aludel.engine.Connect;
import org.aludel.engine.Engine;
import org.aludel.engine.PoolConfig;
import org.aludel.itests.corpus.JsonFiles;
import org.jspecify.annotations.Nullable;
import org.sqlite.Function;

/** SQLite files, with the tables exactly as recorded. */
final class SqlitePlace implements Place {

    private final Recording recording;
    private final Path directory;
    private final Map<String, Engine> engines = new LinkedHashMap<>();

    SqlitePlace(Recording recording) {
        this.recording = recording;
        try {
            directory = Files.createTempDirectory("corpus-orm");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        for (String name : recording.engines()) {
            create(name);
            Engine engine = Engine.builder("sqlite:///" + file(name))
                    .pool(pool -> pool.kind(PoolConfig.Kind.QUEUE))
                    .build();
            engine.on(Connect.class, e -> configure(e.jdbc()));
            engines.put(name, engine);
        }
    }

    private Path file(String engine) {
        return directory.resolve(engine + ".db");
    }

    private Connection connect(String engine) throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + file(engine));
    }

    private void configure(Connection connection) {
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA foreign_keys = " + (recording.foreignKeys() ? "ON" : "OFF"));
            statement.execute("PRAGMA synchronous = OFF");
            Function.create(connection.unwrap(org.sqlite.SQLiteConnection.class), "concat", new Function() {
                @Override
                protected void xFunc() throws SQLException {
                    StringBuilder text = new StringBuilder();
                    for (int i = 0; i < args(); i++) {
                        String part = value_text(i);
                        text.append(part == null ? "" : part);
                    }
                    result(text.toString());
                }
            });
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void create(String engine) {
        try (Connection connection = connect(engine);
                Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA journal_mode = WAL");
            statement.execute("PRAGMA synchronous = OFF");
            for (Object ddl : recording.ddl().getOrDefault(engine, List.of())) {
                statement.execute(String.valueOf(ddl));
            }
            for (Map.Entry<String, @Nullable Object> table :
                    recording.fixtures().getOrDefault(engine, Map.of()).entrySet()) {
                for (Object row : JsonFiles.list(table.getValue())) {
                    insert(connection, table.getKey(), JsonFiles.object(row));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("tables of " + recording.id() + " can't be made", e);
        }
    }

    private static void insert(Connection connection, String table, Map<String, @Nullable Object> row)
            throws SQLException {
        String columns = row.keySet().stream().map(name -> '"' + name + '"').collect(Collectors.joining(", "));
        String marks = row.keySet().stream().map(name -> "?").collect(Collectors.joining(", "));
        String sql = row.isEmpty()
                ? "INSERT INTO \"" + table + "\" DEFAULT VALUES"
                : "INSERT INTO \"" + table + "\" (" + columns + ") VALUES (" + marks + ")";
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            int i = 1;
            for (Object value : row.values()) {
                insert.setObject(i++, Fixtures.plain(value));
            }
            insert.executeUpdate();
        }
    }

    @Override
    public boolean hasRecordedKeys() {
        return true;
    }

    @Override
    public Map<String, Engine> engines() {
        return engines;
    }

    @Override
    public void prepare(Scenario scenario) {
        // the tables are there
    }

    @Override
    public List<Map<String, @Nullable Object>> rows(String engine, String table) {
        try (Connection connection = connect(engine);
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("SELECT * FROM \"" + table + '"')) {
            List<Map<String, @Nullable Object>> rows = new ArrayList<>();
            while (result.next()) {
                Map<String, @Nullable Object> row = new LinkedHashMap<>();
                for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                    row.put(result.getMetaData().getColumnLabel(i).toLowerCase(Locale.ROOT), result.getObject(i));
                }
                rows.add(row);
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        engines.values().forEach(Engine::close);
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
            Files.delete(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
