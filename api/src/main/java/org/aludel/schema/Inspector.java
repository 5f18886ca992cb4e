package org.aludel.schema;

import java.util.List;
import java.util.OptionalLong;
import org.aludel.engine.Connection;
import org.aludel.engine.Engine;
import org.aludel.engine.spi.EngineProvider;
import org.jspecify.annotations.Nullable;

/**
 * Tells what there is in a database. Names are given and returned in the program's form (see {@link Reflected}); a schema
 * of {@code null} is the connection's default one.
 *
 * <pre>{@code
 * Inspector inspector = Inspector.of(engine);
 * for (String table : inspector.tables()) {
 *     inspector.columns(table).forEach(column -> System.out.println(table + "." + column.name() + " " + column.type()));
 * }
 * }</pre>
 *
 * <p>Each call asks the database anew. Safe for many threads when it inspects an engine; one of a connection is used
 * like the connection.
 *
 * @since 0.1
 */
public interface Inspector {

    /** Inspects through connections that are borrowed for each call. */
    static Inspector of(Engine engine) {
        return EngineProvider.find().inspector(engine);
    }

    /** Inspects through a connection: sees what its transaction sees. */
    static Inspector of(Connection connection) {
        return EngineProvider.find().inspector(connection);
    }

    /** The schema in which names without one are found; null where there are no schemas. */
    @Nullable
    String defaultSchema();

    /** Names of the schemas. */
    List<String> schemas();

    /** Names of the tables of the default schema, sorted. */
    default List<String> tables() {
        return tables(null);
    }

    /** Names of the tables of a schema, sorted. */
    List<String> tables(@Nullable String schema);

    /** Names of the views of the default schema, sorted. */
    default List<String> views() {
        return views(null);
    }

    /** Names of the views of a schema, sorted. */
    List<String> views(@Nullable String schema);

    /** The query of a view; null if the database does not tell. */
    @Nullable
    String viewDefinition(@Nullable String schema, String view);

    /** Names of the materialized views of a schema, sorted, which {@link #views} lists too; none where there are none. */
    List<String> materializedViews(@Nullable String schema);

    /** Names of the temporary tables that this connection sees, sorted; meaningful for inspectors of a connection. */
    List<String> temporaryTables();

    /** Names of the sequences of the default schema, sorted. */
    default List<String> sequences() {
        return sequences(null);
    }

    /** Names of the sequences of a schema, sorted; none where the database has none. */
    List<String> sequences(@Nullable String schema);

    /**
     * A sequence with its options.
     *
     * @throws org.aludel.errors.InvalidRequestException ALU-0352 if there is none of that name
     */
    Sequence sequence(@Nullable String schema, String name);

    /** Whether there is a sequence of that name; null as schema for the default one. */
    default boolean hasSequence(@Nullable String schema, String name) {
        return sequences(schema).contains(name);
    }

    /** Whether there is a schema of that name. */
    default boolean hasSchema(String schema) {
        return schemas().contains(schema);
    }

    /** Whether a table has an index of that name; null as schema for the default one. */
    default boolean hasIndex(@Nullable String schema, String table, String index) {
        return indexes(schema, table).stream().anyMatch(info -> info.name().equals(index));
    }

    /** The enumerations of a schema that are types of their own, sorted by name; none where there are no such types. */
    List<Reflected.EnumInfo> enums(@Nullable String schema);

    /** The domains of a schema, sorted by name; none where there are no domains. */
    List<Reflected.DomainInfo> domains(@Nullable String schema);

    /** The number by which the database knows a table, as PostgreSQL's oid; empty where it has none. */
    OptionalLong tableId(@Nullable String schema, String table);

    /** What is said of a table to this database only, as {@code mysql_engine}. */
    Options tableOptions(@Nullable String schema, String table);

    /** Whether there is a table or view of that name in the default schema. */
    default boolean hasTable(String table) {
        return hasTable(null, table);
    }

    /** Whether there is a table or view of that name. */
    boolean hasTable(@Nullable String schema, String table);

    /** The columns of a table or view of the default schema, in order. */
    default List<Reflected.ColumnInfo> columns(String table) {
        return columns(null, table);
    }

    /**
     * The columns of a table or view, in order.
     *
     * @throws org.aludel.errors.InvalidRequestException ALU-0126 if there is no such table
     */
    List<Reflected.ColumnInfo> columns(@Nullable String schema, String table);

    /** The primary key of a table of the default schema. */
    default Reflected.KeyInfo primaryKey(String table) {
        return primaryKey(null, table);
    }

    /** The primary key of a table. */
    Reflected.KeyInfo primaryKey(@Nullable String schema, String table);

    /** The foreign keys of a table of the default schema. */
    default List<Reflected.ForeignKeyInfo> foreignKeys(String table) {
        return foreignKeys(null, table);
    }

    /** The foreign keys of a table, sorted by their columns. */
    List<Reflected.ForeignKeyInfo> foreignKeys(@Nullable String schema, String table);

    /** The unique constraints of a table of the default schema. */
    default List<Reflected.UniqueInfo> uniqueConstraints(String table) {
        return uniqueConstraints(null, table);
    }

    /** The unique constraints of a table, sorted by their columns. */
    List<Reflected.UniqueInfo> uniqueConstraints(@Nullable String schema, String table);

    /** The check constraints of a table of the default schema. */
    default List<Reflected.CheckInfo> checkConstraints(String table) {
        return checkConstraints(null, table);
    }

    /** The check constraints of a table; those that only say NOT NULL are left out. */
    List<Reflected.CheckInfo> checkConstraints(@Nullable String schema, String table);

    /** The indexes of a table of the default schema. */
    default List<Reflected.IndexInfo> indexes(String table) {
        return indexes(null, table);
    }

    /** The indexes of a table apart from that of its primary key, sorted by name. */
    List<Reflected.IndexInfo> indexes(@Nullable String schema, String table);

    /** The comment of a table of the default schema. */
    default @Nullable String comment(String table) {
        return comment(null, table);
    }

    /** The comment of a table; null without one. */
    @Nullable
    String comment(@Nullable String schema, String table);

    /**
     * Defines a table as it is in the database, with the tables that it refers to, unless they are defined.
     *
     * @param metaData where they are defined
     * @param overrides columns that are taken instead of those found by the same name, and further items
     * @throws org.aludel.errors.InvalidRequestException ALU-0126 if there is no such table, ALU-0125 or ALU-0351 if the
     *     database can't tell; nothing is defined then
     */
    default Table reflect(MetaData metaData, @Nullable String schema, String table, TableItem... overrides) {
        return reflect(metaData, ReflectOptions.defaults(), schema, table, overrides);
    }

    /**
     * Defines a table as it is in the database, as options say.
     *
     * @param metaData where it is defined
     * @param overrides columns that are taken instead of those found by the same name, and further items
     * @throws org.aludel.errors.InvalidRequestException as {@link #reflect(MetaData, String, String, TableItem...)}
     */
    Table reflect(
            MetaData metaData, ReflectOptions options, @Nullable String schema, String table, TableItem... overrides);
}
