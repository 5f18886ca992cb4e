package org.aludel.orm;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.aludel.engine.Connection;
import org.aludel.engine.Engine;
import org.aludel.engine.Result;
import org.aludel.engine.Row;
import org.aludel.engine.Transaction;
import org.aludel.errors.AludelException;
import org.aludel.errors.InvalidRequestException;
import org.aludel.schema.Column;
import org.aludel.schema.MetaData;
import org.aludel.schema.Table;
import org.aludel.sql.Statement;
import org.jspecify.annotations.Nullable;

/**
 * Work with the tables of a database for which there are no classes: tables are reflected when they are asked for, rows are
 * objects whose columns are read and set by name, changes are written together. For scripts, tests and repairs; a program
 * that knows its tables maps classes.
 *
 * <pre>{@code
 * try (AdHoc db = AdHoc.open(engine)) {
 *     AdHocRow artist = db.table("Artist").get(1);
 *     artist.set("Name", "AC-DC");
 *     for (AdHocRow album : artist.children("Album")) {
 *         System.out.println(album.get("Title"));
 *     }
 *     db.table("Artist").insert(Map.of("Name", "Aludel"));
 *     db.commit();
 * }
 * }</pre>
 *
 * <p>A row is one object as long as this is open, whatever brings it. Rows are inserted and deleted at once, inside a
 * transaction that begins with the first SQL; columns that were set are written before the next query and by
 * {@link #commit()}. After a rollback all rows are read anew when they are used. For one thread at a time.
 *
 * @since 0.1
 */
public final class AdHoc implements AutoCloseable {

    private final Engine engine;
    private final MetaData tables = new MetaData();
    private final Map<String, AdHocTable> known = new HashMap<>();
    private final Map<Key, AdHocRow> rows = new LinkedHashMap<>();
    private final Set<AdHocRow> modified = new LinkedHashSet<>();
    private @Nullable Connection connection;
    private @Nullable Transaction transaction;
    private boolean closed;

    /** The key of a row; numbers are told apart by value, not by class. */
    record Key(Table table, List<@Nullable Object> values) {

        static Key of(Table table, List<? extends @Nullable Object> values) {
            List<@Nullable Object> plain = new ArrayList<>();
            for (Object value : values) {
                plain.add(value instanceof Number number ? plain(number) : value);
            }
            return new Key(table, plain);
        }

        private static Object plain(Number number) {
            return number instanceof Float || number instanceof Double
                    ? number
                    : new BigDecimal(number.toString()).stripTrailingZeros();
        }
    }

    private AdHoc(Engine engine) {
        this.engine = Objects.requireNonNull(engine, "engine");
    }

    /** Begins to work with a database; nothing is connected yet. */
    public static AdHoc open(Engine engine) {
        return new AdHoc(engine);
    }

    /**
     * A table of the database, by its name as it is there, or {@code schema.table}.
     *
     * @throws InvalidRequestException ALU-0765 if it has no primary key, by which rows could be told apart
     * @throws AludelException if there is no such table
     */
    public AdHocTable table(String name) {
        return table(name, new String[0]);
    }

    /**
     * A table or view of the database.
     *
     * @param key the columns that tell its rows apart, where it declares no primary key
     */
    public AdHocTable table(String name, String... key) {
        requireOpen();
        AdHocTable found = known.get(name);
        if (found == null || key.length > 0) {
            Table table = tables.find(name);
            if (table == null) {
                table = Table.reflect(name, tables, engine);
            }
            List<Column<?>> columns = new ArrayList<>(table.primaryKey());
            if (key.length > 0) {
                columns.clear();
                Table reflected = table;
                Arrays.stream(key).forEach(column -> columns.add(column(reflected, column)));
            }
            if (columns.isEmpty()) {
                throw new InvalidRequestException(
                        "ALU-0765",
                        "rows of a table without primary key can't be told apart; where: AdHoc.table(\"" + name
                                + "\"); what to do: name the columns that do, table(\"" + name
                                + "\", \"column\", ...), or read it with execute(select(...))");
            }
            found = new AdHocTable(this, table, List.copyOf(columns));
            known.put(name, found);
        }
        return found;
    }

    static Column<?> column(Table table, String name) {
        for (Column<?> column : table.columns()) {
            if (column.name().equals(name)) {
                return column;
            }
        }
        for (Column<?> column : table.columns()) {
            if (column.name().equalsIgnoreCase(name)) {
                return column;
            }
        }
        throw new InvalidRequestException(
                "ALU-0766",
                "the table has no column " + name + "; where: table " + table.fullName() + ", whose columns are "
                        + table.columns().stream().map(Column::name).toList() + "; what to do: use one of them");
    }

    /** Executes any statement in the same transaction, after changes were written. */
    public Result execute(Statement statement) {
        flush();
        return connection().execute(statement);
    }

    /** Writes the columns that were set. A failure rolls everything back that was not committed. */
    public void flush() {
        requireOpen();
        try {
            while (!modified.isEmpty()) {
                AdHocRow row = modified.iterator().next();
                modified.remove(row);
                row.write();
            }
        } catch (AludelException e) {
            try {
                rollback();
            } catch (AludelException second) {
                e.addSuppressed(second);
            }
            throw e;
        }
    }

    /** Writes changes and commits. */
    public void commit() {
        flush();
        Transaction open = transaction;
        if (open != null) {
            transaction = null;
            open.commit();
        }
    }

    /** Rolls back what was not committed; rows forget what was set, and are read anew when they are used. */
    public void rollback() {
        requireOpen();
        modified.clear();
        rows.values().forEach(AdHocRow::forget);
        Transaction open = transaction;
        transaction = null;
        if (open != null) {
            open.rollback();
        }
    }

    /** The connection of the transaction, which begins if there is none. */
    public Connection connection() {
        requireOpen();
        Connection open = connection;
        if (open == null) {
            open = engine.connect();
            connection = open;
        }
        if (transaction == null) {
            transaction = open.begin();
        }
        return open;
    }

    void modified(AdHocRow row) {
        modified.add(row);
    }

    /** Rows of a table were changed by a statement: what is known of them may be wrong. */
    void changed(Table table) {
        for (AdHocRow row : rows.values()) {
            if (row.table().table() == table) {
                row.forget();
            }
        }
    }

    AdHocRow row(AdHocTable table, Row found) {
        List<@Nullable Object> key = new ArrayList<>();
        for (Column<?> column : table.key()) {
            key.add(found.get(column));
        }
        AdHocRow row = rows.computeIfAbsent(Key.of(table.table(), key), k -> new AdHocRow(this, table, key));
        row.read(found);
        return row;
    }

    @Nullable
    AdHocRow known(AdHocTable table, List<? extends @Nullable Object> key) {
        return rows.get(Key.of(table.table(), key));
    }

    AdHocRow inserted(AdHocTable table, List<? extends @Nullable Object> key) {
        AdHocRow row = new AdHocRow(this, table, key);
        rows.put(Key.of(table.table(), key), row);
        return row;
    }

    void rekeyed(AdHocRow row, List<? extends @Nullable Object> before, List<? extends @Nullable Object> after) {
        rows.remove(Key.of(row.table().table(), before));
        rows.put(Key.of(row.table().table(), after), row);
    }

    void requireOpen() {
        if (closed) {
            throw new InvalidRequestException(
                    "ALU-0767",
                    "the work with the tables of a database has ended; where: AdHoc on engine " + engine.name()
                            + "; what to do: use it before it is closed, or open another one");
        }
    }

    /** Rolls back what was not committed and gives the connection back. Closing again does nothing. */
    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        Transaction open = transaction;
        Connection used = connection;
        transaction = null;
        connection = null;
        try {
            if (open != null) {
                open.close();
            }
        } finally {
            if (used != null) {
                used.close();
            }
        }
    }

    @Override
    public String toString() {
        return "AdHoc on engine " + engine.name() + " (" + known.keySet() + ")";
    }
}
