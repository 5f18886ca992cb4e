package org.aludel.itests.corpus.orm;

import java.sql.Clob;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.aludel.engine.Connect;
import org.aludel.engine.Engine;
import org.aludel.engine.PoolConfig;
import org.jspecify.annotations.Nullable;

/** A database other than SQLite, with the recorded tables as the toolkit makes them there. */
final class ForeignPlace implements Place {

    private final Map<String, Engine> engines = new LinkedHashMap<>();
    private final Map<String, ForeignDatabase.Empty> databases = new LinkedHashMap<>();

    ForeignPlace(Recording recording, ForeignDatabase database) {
        try {
            for (String name : recording.engines()) {
                ForeignDatabase.Empty empty = database.empty(engines.size());
                Engine engine = Engine.builder(empty.aludelUrl())
                        .pool(pool -> pool.kind(PoolConfig.Kind.QUEUE))
                        .build();
                engine.on(Connect.class, e -> {
                    try {
                        RecordedTables.run(e.jdbc(), database.shortLocks());
                    } catch (SQLException failure) {
                        throw new IllegalStateException(failure);
                    }
                });
                databases.put(name, empty);
                engines.put(name, engine);
                RecordedTables.of(recording, name).createAll(engine);
                engine.useTransaction(connection -> {
                    String[] keys = database.ignoringForeignKeys().toArray(String[]::new);
                    connection.execute(org.aludel.sql.Sql.text(keys[0]));
                    RecordedTables.fill(recording, name, connection);
                    connection.execute(org.aludel.sql.Sql.text(keys[1]));
                });
                try (Connection connection = empty.connect()) {
                    RecordedTables.run(connection, database.keysGoOn(connection).toArray(String[]::new));
                }
            }
        } catch (SQLException | RuntimeException e) {
            close();
            throw new IllegalStateException("tables of " + recording.id() + " can't be made: " + e, e);
        }
    }

    @Override
    public boolean hasRecordedKeys() {
        return false;
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
        try (Connection connection =
                        Objects.requireNonNull(databases.get(engine)).connect();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("SELECT * FROM " + quoted(connection, table))) {
            List<Map<String, @Nullable Object>> rows = new ArrayList<>();
            while (result.next()) {
                Map<String, @Nullable Object> row = new LinkedHashMap<>();
                for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                    Object value = result.getObject(i);
                    row.put(
                            result.getMetaData().getColumnLabel(i).toLowerCase(Locale.ROOT),
                            value instanceof Clob ? result.getString(i) : value);
                }
                rows.add(row);
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The table's name as the database spells it. */
    private static String quoted(Connection connection, String table) throws SQLException {
        DatabaseMetaData known = connection.getMetaData();
        String quote = known.getIdentifierQuoteString();
        try (ResultSet tables = known.getTables(connection.getCatalog(), connection.getSchema(), "%", null)) {
            while (tables.next()) {
                if (tables.getString("TABLE_NAME").equalsIgnoreCase(table)) {
                    return quote + tables.getString("TABLE_NAME") + quote;
                }
            }
        }
        throw new IllegalStateException("no table " + table);
    }

    @Override
    public void close() {
        engines.values().forEach(Engine::close);
    }
}
