package org.aludel.core.reflection;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.aludel.core.dialect.Identifiers;
import org.aludel.schema.Options;
import org.aludel.schema.Reflected;
import org.aludel.schema.Sequence;
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

    // ---- schemas

    /** The schema, as the database keeps it, in which names without one are found. */
    public @Nullable String defaultSchema(Connection connection) throws SQLException {
        return connection.getSchema();
    }

    /** Where a table is that is named with or without a schema. */
    public Place locate(Connection connection, Place named) throws SQLException {
        return named.schema() != null ? named : new Place(defaultSchema(connection), named.table());
    }

    /** The JDBC catalogue for a schema; null where schemas are schemas. */
    protected @Nullable String catalog(Connection connection, @Nullable String schema) throws SQLException {
        return null;
    }

    /** The JDBC schema for a schema; null where schemas are catalogues, or are not there at all. */
    protected @Nullable String jdbcSchema(Connection connection, @Nullable String schema) throws SQLException {
        return schema;
    }

    /** The schema of a referred table, out of what the driver tells. */
    protected @Nullable String schemaOf(@Nullable String catalog, @Nullable String schema) {
        return schema;
    }

    /** Names of the schemas, as programs write them. */
    public List<String> schemas(Connection connection) throws SQLException {
        List<String> names = new ArrayList<>();
        try (ResultSet rows = connection.getMetaData().getSchemas()) {
            while (rows.next()) {
                names.add(normal(Catalogue.required(rows.getString("TABLE_SCHEM"), "a schema")));
            }
        }
        names.sort(null);
        return names;
    }

    // ---- tables and views

    /** Names of the tables of a schema, as programs write them. */
    public List<String> tables(Connection connection, @Nullable String schema) throws SQLException {
        return relations(connection, schema, "TABLE", "BASE TABLE", "PARTITIONED TABLE");
    }

    /** Names of the views of a schema, as programs write them. */
    public List<String> views(Connection connection, @Nullable String schema) throws SQLException {
        return relations(connection, schema, "VIEW", "MATERIALIZED VIEW");
    }

    /** Names of the materialized views of a schema, as programs write them. */
    public List<String> materializedViews(Connection connection, @Nullable String schema) throws SQLException {
        return List.of();
    }

    /** Names of the temporary tables that the connection sees, as programs write them. */
    public List<String> temporaryTables(Connection connection) throws SQLException {
        return List.of();
    }

    /** Names of relations of some kinds. */
    protected final List<String> relations(Connection connection, @Nullable String schema, String... kinds)
            throws SQLException {
        List<String> names = new ArrayList<>();
        DatabaseMetaData metadata = connection.getMetaData();
        try (ResultSet rows = metadata.getTables(
                catalog(connection, schema), pattern(metadata, jdbcSchema(connection, schema)), "%", kinds)) {
            while (rows.next()) {
                names.add(normal(Catalogue.required(rows.getString("TABLE_NAME"), "a table")));
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
                if (place.table().equals(rows.getString("TABLE_NAME"))) {
                    return true;
                }
            }
            return false;
        }
    }

    /** A name as a pattern that finds it, and better nothing else. */
    protected @Nullable String pattern(DatabaseMetaData metadata, @Nullable String name) throws SQLException {
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

    /** The comment of a table; null without one. */
    public @Nullable String comment(Connection connection, Place place) throws SQLException {
        DatabaseMetaData metadata = connection.getMetaData();
        try (ResultSet rows = metadata.getTables(
                catalog(connection, place.schema()),
                pattern(metadata, jdbcSchema(connection, place.schema())),
                pattern(metadata, place.table()),
                null)) {
            while (rows.next()) {
                if (place.table().equals(rows.getString("TABLE_NAME"))) {
                    String remarks = rows.getString("REMARKS");
                    return remarks == null || remarks.isEmpty() ? null : remarks;
                }
            }
            return null;
        }
    }

    /** The query of a view; null if the database does not tell. */
    public @Nullable String viewDefinition(Connection connection, Place place) throws SQLException {
        return null;
    }

    /** The number by which the database knows a table. */
    public OptionalLong tableId(Connection connection, Place place) throws SQLException {
        return OptionalLong.empty();
    }

    /** What is said of a table to this database only. */
    public Options tableOptions(Connection connection, Place place) throws SQLException {
        return Options.NONE;
    }

    // ---- columns

    /** The columns, in order. */
    public List<Reflected.ColumnInfo> columns(Connection connection, Place place) throws SQLException {
        return new DriverColumns(this, connection, place).read();
    }

    /** A default as the driver gives it, as SQL; null for none. */
    protected @Nullable String defaultSql(@Nullable String reported) {
        return reported == null || reported.isBlank() || reported.strip().equalsIgnoreCase("NULL")
                ? null
                : reported.strip();
    }

    /** Whether it is known of computed columns if they are stored, and may be said when they are made. */
    public boolean tellsStorage() {
        return true;
    }

    // ---- constraints

    /** The primary key. */
    public Reflected.KeyInfo primaryKey(Connection connection, Place place) throws SQLException {
        Map<Integer, String> columns = new TreeMap<>();
        String name = null;
        try (ResultSet rows = connection
                .getMetaData()
                .getPrimaryKeys(
                        catalog(connection, place.schema()), jdbcSchema(connection, place.schema()), place.table())) {
            while (rows.next()) {
                String column = rows.getString("COLUMN_NAME");
                int position = rows.getInt("KEY_SEQ");
                name = rows.getString("PK_NAME");
                columns.put(
                        position,
                        normal(Catalogue.required(column, "a column of the primary key of " + place.table())));
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
        return new DriverForeignKeys(this, connection, place).read();
    }

    /** Whether RESTRICT is another thing than NO ACTION here, and said by the driver only if it was declared. */
    protected boolean tellsRestrict() {
        return false;
    }

    /** The unique constraints, sorted by their columns. */
    public List<Reflected.UniqueInfo> uniqueConstraints(Connection connection, Place place) throws SQLException {
        return List.of();
    }

    /** The check constraints, without those that only say NOT NULL. */
    public List<Reflected.CheckInfo> checkConstraints(Connection connection, Place place) throws SQLException {
        return List.of();
    }

    /** The indexes apart from that of the primary key, sorted by name. */
    public List<Reflected.IndexInfo> indexes(Connection connection, Place place) throws SQLException {
        return new DriverIndexes(this, connection, place).read();
    }

    /** The condition of an index, as the driver tells; drivers that tell other things there override it. */
    protected @Nullable String indexCondition(ResultSet row) throws SQLException {
        return null;
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

    // ---- sequences and types

    /** Names of the sequences, as programs write them; none where the database has none. */
    public List<String> sequences(Connection connection, @Nullable String schema) throws SQLException {
        return List.of();
    }

    /** A sequence with its options; null if there is none of that name. */
    public @Nullable Sequence sequence(Connection connection, Place place) throws SQLException {
        return null;
    }

    /** The enumerations that are types of their own. */
    public List<Reflected.EnumInfo> enums(Connection connection, @Nullable String schema) throws SQLException {
        return List.of();
    }

    /** The domains. */
    public List<Reflected.DomainInfo> domains(Connection connection, @Nullable String schema) throws SQLException {
        return List.of();
    }

    // ---- for subclasses

    /** A condition without the parentheses that a database put round it. */
    protected static String withoutParentheses(String sql) {
        return SqlText.withoutParentheses(sql);
    }

    /** Rows of the database's own catalogue. */
    protected static <T> List<T> query(
            Connection connection, Catalogue.RowReading<T> reading, String sql, @Nullable String... values)
            throws SQLException {
        return Catalogue.query(connection, reading, sql, values);
    }
}
