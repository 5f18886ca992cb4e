package org.aludel.core.reflection;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.aludel.core.dialect.Identifiers;
import org.aludel.schema.ForeignKeyAction;
import org.aludel.schema.Reflected;
import org.jspecify.annotations.Nullable;

/**
 * Reads a database's catalogue through JDBC's metadata, which is the same everywhere as far as it goes. A dialect's
 * subclass asks the database itself for what drivers leave out: unique and check constraints, comments, views, sequences.
 * Names that come in and go out are those the database keeps, except in what is returned to programs, where {@link
 * #normal} has been applied. Readers have no state.
 */
public class SchemaReader {

    private final Identifiers identifiers;
    private final ReflectedTypes types;

    public SchemaReader(Identifiers identifiers, ReflectedTypes types) {
        this.identifiers = identifiers;
        this.types = types;
    }

    /** A place in the catalogue, by the names that the database keeps. */
    public record Place(@Nullable String schema, String table) {}

    /** A name as programs write it. */
    protected final String normal(String stored) {
        return identifiers.normalized(stored);
    }

    /** The types. */
    protected final ReflectedTypes types() {
        return types;
    }

    /** The schema, as the database keeps it, in which names without one are found. */
    public @Nullable String defaultSchema(Connection connection) throws SQLException {
        return connection.getSchema();
    }

    /** The JDBC catalogue for a schema; null where schemas are schemas. */
    protected @Nullable String catalog(Connection connection, @Nullable String schema) throws SQLException {
        return null;
    }

    /** The JDBC schema for a schema; null where schemas are catalogues, or are not there at all. */
    protected @Nullable String jdbcSchema(Connection connection, @Nullable String schema) throws SQLException {
        return schema;
    }

    /** Names of the schemas, as programs write them. */
    public List<String> schemas(Connection connection) throws SQLException {
        List<String> names = new ArrayList<>();
        try (ResultSet rows = connection.getMetaData().getSchemas()) {
            while (rows.next()) {
                names.add(normal(rows.getString("TABLE_SCHEM")));
            }
        }
        names.sort(null);
        return names;
    }

    /** Names of the tables of a schema, as programs write them. */
    public List<String> tables(Connection connection, @Nullable String schema) throws SQLException {
        return relations(connection, schema, "TABLE", "BASE TABLE", "PARTITIONED TABLE");
    }

    /** Names of the views of a schema, as programs write them. */
    public List<String> views(Connection connection, @Nullable String schema) throws SQLException {
        return relations(connection, schema, "VIEW", "MATERIALIZED VIEW");
    }

    private List<String> relations(Connection connection, @Nullable String schema, String... kinds)
            throws SQLException {
        List<String> names = new ArrayList<>();
        DatabaseMetaData metadata = connection.getMetaData();
        try (ResultSet rows = metadata.getTables(
                catalog(connection, schema), pattern(metadata, jdbcSchema(connection, schema)), "%", kinds)) {
            while (rows.next()) {
                names.add(normal(rows.getString("TABLE_NAME")));
            }
        }
        names.sort(null);
        return names;
    }

    /** Whether there is a table or view of that name. */
    public boolean exists(Connection connection, Place place) throws SQLException {
        DatabaseMetaData metadata = connection.getMetaData();
        try (ResultSet rows = metadata.getTables(
                catalog(connection, place.schema()),
                pattern(metadata, jdbcSchema(connection, place.schema())),
                pattern(metadata, place.table()),
                null)) {
            while (rows.next()) {
                // without an escape for patterns an underscore finds other tables too
                if (place.table().equalsIgnoreCase(rows.getString("TABLE_NAME"))) {
                    return true;
                }
            }
            return false;
        }
    }

    /** A name as a pattern that finds nothing else. */
    protected static @Nullable String pattern(DatabaseMetaData metadata, @Nullable String name) throws SQLException {
        if (name == null) {
            return null;
        }
        String escape = metadata.getSearchStringEscape();
        return escape == null || escape.isEmpty()
                ? name
                : name.replace(escape, escape + escape)
                        .replace("_", escape + "_")
                        .replace("%", escape + "%");
    }

    /** The columns, in order. */
    public List<Reflected.ColumnInfo> columns(Connection connection, Place place) throws SQLException {
        Map<Integer, Reflected.ColumnInfo> columns = new TreeMap<>();
        DatabaseMetaData metadata = connection.getMetaData();
        try (ResultSet row = metadata.getColumns(
                catalog(connection, place.schema()),
                pattern(metadata, jdbcSchema(connection, place.schema())),
                pattern(metadata, place.table()),
                "%")) {
            while (row.next()) {
                if (place.table().equalsIgnoreCase(row.getString("TABLE_NAME"))) {
                    columns.put(row.getInt("ORDINAL_POSITION"), column(row));
                }
            }
        }
        return List.copyOf(columns.values());
    }

    private Reflected.ColumnInfo column(ResultSet row) throws SQLException {
        // in the order of the driver's columns: some read each only once
        String name = row.getString("COLUMN_NAME");
        int jdbcType = row.getInt("DATA_TYPE");
        String typeName = row.getString("TYPE_NAME");
        int size = row.getInt("COLUMN_SIZE");
        int digits = row.getInt("DECIMAL_DIGITS");
        boolean noDigits = row.wasNull();
        int nullable = row.getInt("NULLABLE");
        String remarks = row.getString("REMARKS");
        String defaultSql = defaultSql(row.getString("COLUMN_DEF"));
        boolean autoincrement = "YES".equals(row.getString("IS_AUTOINCREMENT"));
        ColumnFacts facts =
                new ColumnFacts(jdbcType, typeName == null ? "" : typeName, size, noDigits ? -1 : digits, defaultSql);
        return new Reflected.ColumnInfo(
                normal(name),
                types.type(facts),
                nullable != DatabaseMetaData.columnNoNulls,
                autoincrement ? null : defaultSql,
                autoincrement,
                null,
                null,
                false,
                remarks == null || remarks.isEmpty() ? null : remarks);
    }

    /** A default as the driver gives it, as SQL; null for none. */
    protected @Nullable String defaultSql(@Nullable String reported) {
        return reported == null || reported.equalsIgnoreCase("NULL") ? null : reported;
    }

    /** The primary key. */
    public Reflected.KeyInfo primaryKey(Connection connection, Place place) throws SQLException {
        Map<Integer, String> columns = new TreeMap<>();
        String name = null;
        try (ResultSet rows = connection
                .getMetaData()
                .getPrimaryKeys(
                        catalog(connection, place.schema()), jdbcSchema(connection, place.schema()), place.table())) {
            while (rows.next()) {
                columns.put(rows.getInt("KEY_SEQ"), normal(rows.getString("COLUMN_NAME")));
                name = rows.getString("PK_NAME");
            }
        }
        return new Reflected.KeyInfo(name == null ? null : constraintName(name), List.copyOf(columns.values()));
    }

    /** The name of a constraint; null if the database made it up. */
    protected @Nullable String constraintName(String stored) {
        return normal(stored);
    }

    /** The foreign keys, sorted by their columns. */
    public List<Reflected.ForeignKeyInfo> foreignKeys(Connection connection, Place place) throws SQLException {
        List<KeyParts> keys = new ArrayList<>();
        try (ResultSet row = connection
                .getMetaData()
                .getImportedKeys(
                        catalog(connection, place.schema()), jdbcSchema(connection, place.schema()), place.table())) {
            while (row.next()) {
                String catalog = row.getString("PKTABLE_CAT");
                String schema = row.getString("PKTABLE_SCHEM");
                String table = row.getString("PKTABLE_NAME");
                String referred = row.getString("PKCOLUMN_NAME");
                String column = row.getString("FKCOLUMN_NAME");
                int sequence = row.getInt("KEY_SEQ");
                int onUpdate = row.getInt("UPDATE_RULE");
                int onDelete = row.getInt("DELETE_RULE");
                String name = row.getString("FK_NAME");
                int deferrability = row.getInt("DEFERRABILITY");
                KeyParts key = partOf(keys, name, sequence);
                if (key == null) {
                    key = new KeyParts(name, schemaOf(catalog, schema), table, onDelete, onUpdate, deferrability);
                    keys.add(key);
                }
                key.columns.put(sequence, normal(column));
                key.referred.put(sequence, normal(referred));
            }
        }
        String home = place.schema() == null ? defaultSchema(connection) : place.schema();
        return keys.stream()
                .map(key -> key.info(this, home))
                .sorted(Comparator.comparing(key -> key.columns().toString()))
                .toList();
    }

    /** The key that a row belongs to; keys without names begin anew at each first column. */
    private static @Nullable KeyParts partOf(List<KeyParts> keys, @Nullable String name, int sequence) {
        for (int i = keys.size() - 1; i >= 0; i--) {
            KeyParts key = keys.get(i);
            if (name != null && name.equals(key.name) && !key.columns.containsKey(sequence)
                    || name == null && sequence > 1 && i == keys.size() - 1) {
                return key;
            }
        }
        return null;
    }

    /** The schema of a referred table, out of what the driver tells. */
    protected @Nullable String schemaOf(@Nullable String catalog, @Nullable String schema) {
        return schema;
    }

    /** The unique constraints, sorted by their columns; those of the driver's unique indexes unless overridden. */
    public List<Reflected.UniqueInfo> uniqueConstraints(Connection connection, Place place) throws SQLException {
        return List.of();
    }

    /** The check constraints, without those that only say NOT NULL. */
    public List<Reflected.CheckInfo> checkConstraints(Connection connection, Place place) throws SQLException {
        return List.of();
    }

    /** The indexes apart from that of the primary key, sorted by name. */
    public List<Reflected.IndexInfo> indexes(Connection connection, Place place) throws SQLException {
        Map<String, Map<Integer, @Nullable String>> columns = new TreeMap<>();
        Map<String, Boolean> unique = new LinkedHashMap<>();
        try (ResultSet rows = connection
                .getMetaData()
                .getIndexInfo(
                        catalog(connection, place.schema()),
                        jdbcSchema(connection, place.schema()),
                        place.table(),
                        false,
                        true)) {
            while (rows.next()) {
                boolean nonUnique = rows.getBoolean("NON_UNIQUE");
                String name = rows.getString("INDEX_NAME");
                short kind = rows.getShort("TYPE");
                int position = rows.getInt("ORDINAL_POSITION");
                String column = rows.getString("COLUMN_NAME");
                if (name == null || kind == DatabaseMetaData.tableIndexStatistic) {
                    continue;
                }
                columns.computeIfAbsent(name, n -> new TreeMap<>()).put(position, columnOfIndex(column));
                unique.put(name, !nonUnique);
            }
        }
        Reflected.KeyInfo primaryKey = primaryKey(connection, place);
        List<Reflected.UniqueInfo> constraints = uniqueConstraints(connection, place);
        List<Reflected.IndexInfo> indexes = new ArrayList<>();
        for (Map.Entry<String, Map<Integer, @Nullable String>> entry : columns.entrySet()) {
            String name = entry.getKey();
            List<@Nullable String> names = new ArrayList<>(entry.getValue().values());
            if (isShown(connection, place, name, names, primaryKey)) {
                indexes.add(new Reflected.IndexInfo(
                        normal(name),
                        java.util.Collections.unmodifiableList(names),
                        Boolean.TRUE.equals(unique.get(name)),
                        constraintOf(normal(name), names, Boolean.TRUE.equals(unique.get(name)), constraints)));
            }
        }
        return indexes;
    }

    private @Nullable String columnOfIndex(@Nullable String column) {
        return column == null ? null : normal(column);
    }

    /** Whether an index is shown: not that of the primary key, nor one that the database made for a foreign key. */
    protected boolean isShown(
            Connection connection,
            Place place,
            String storedName,
            List<@Nullable String> columns,
            Reflected.KeyInfo primaryKey)
            throws SQLException {
        return !columns.equals(primaryKey.columns());
    }

    private static @Nullable String constraintOf(
            String index, List<@Nullable String> columns, boolean unique, List<Reflected.UniqueInfo> constraints) {
        if (!unique) {
            return null;
        }
        for (Reflected.UniqueInfo constraint : constraints) {
            if (index.equals(constraint.name())
                    || constraint.asIndex() && constraint.columns().equals(columns)) {
                return constraint.name();
            }
        }
        return null;
    }

    /** The comment of a table; null without one. */
    public @Nullable String comment(Connection connection, Place place) throws SQLException {
        DatabaseMetaData metadata = connection.getMetaData();
        try (ResultSet rows = metadata.getTables(
                catalog(connection, place.schema()),
                pattern(metadata, jdbcSchema(connection, place.schema())),
                pattern(metadata, place.table()),
                null)) {
            String remarks = rows.next() ? rows.getString("REMARKS") : null;
            return remarks == null || remarks.isEmpty() ? null : remarks;
        }
    }

    /** The query of a view; null if the database does not tell. */
    public @Nullable String viewDefinition(Connection connection, Place place) throws SQLException {
        return null;
    }

    /** Names of the sequences, as programs write them; none where the database has none. */
    public List<String> sequences(Connection connection, @Nullable String schema) throws SQLException {
        return List.of();
    }

    /** A condition without the parentheses that a database put round it. */
    protected static String withoutParentheses(String sql) {
        String inner = sql.strip();
        while (inner.startsWith("(") && inner.endsWith(")") && closesAtEnd(inner)) {
            inner = inner.substring(1, inner.length() - 1).strip();
        }
        return inner;
    }

    private static boolean closesAtEnd(String sql) {
        int depth = 0;
        for (int i = 0; i < sql.length() - 1; i++) {
            depth += sql.charAt(i) == '(' ? 1 : sql.charAt(i) == ')' ? -1 : 0;
            if (depth == 0) {
                return false;
            }
        }
        return true;
    }

    /** Rows of the database's own catalogue. */
    protected static <T> List<T> query(
            Connection connection, RowReading<T> reading, String sql, @Nullable String... values) throws SQLException {
        List<T> found = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setString(i + 1, values[i]);
            }
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(reading.read(rows));
                }
            }
        }
        return found;
    }

    /** Makes something of a row. */
    @FunctionalInterface
    protected interface RowReading<T> {

        /** Reads it. */
        T read(ResultSet row) throws SQLException;
    }

    /** A foreign key on the way. */
    private static final class KeyParts {
        private final @Nullable String name;
        private final @Nullable String schema;
        private final String table;
        private final int onDelete;
        private final int onUpdate;
        private final int deferrability;
        private final Map<Integer, String> columns = new TreeMap<>();
        private final Map<Integer, String> referred = new TreeMap<>();

        KeyParts(
                @Nullable String name,
                @Nullable String schema,
                String table,
                int onDelete,
                int onUpdate,
                int deferrability) {
            this.name = name;
            this.schema = schema;
            this.table = table;
            this.onDelete = onDelete;
            this.onUpdate = onUpdate;
            this.deferrability = deferrability;
        }

        Reflected.ForeignKeyInfo info(SchemaReader reader, @Nullable String home) {
            boolean atHome = schema == null || schema.equals(home);
            return new Reflected.ForeignKeyInfo(
                    name == null ? null : reader.constraintName(name),
                    List.copyOf(columns.values()),
                    atHome ? null : reader.normal(String.valueOf(schema)),
                    reader.normal(table),
                    List.copyOf(referred.values()),
                    action(onDelete),
                    action(onUpdate),
                    deferrability != DatabaseMetaData.importedKeyNotDeferrable,
                    deferrability == DatabaseMetaData.importedKeyInitiallyDeferred);
        }

        private static @Nullable ForeignKeyAction action(int rule) {
            return switch (rule) {
                case DatabaseMetaData.importedKeyCascade -> ForeignKeyAction.CASCADE;
                case DatabaseMetaData.importedKeySetNull -> ForeignKeyAction.SET_NULL;
                case DatabaseMetaData.importedKeySetDefault -> ForeignKeyAction.SET_DEFAULT;
                default -> null;
            };
        }
    }
}
