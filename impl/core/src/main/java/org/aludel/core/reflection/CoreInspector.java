package org.aludel.core.reflection;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.aludel.core.dialect.CoreDialect;
import org.aludel.core.engine.CoreConnection;
import org.aludel.core.engine.CoreEngine;
import org.aludel.engine.Connection;
import org.aludel.engine.Engine;
import org.aludel.errors.InvalidRequestException;
import org.aludel.schema.Inspector;
import org.aludel.schema.MetaData;
import org.aludel.schema.Reflected;
import org.aludel.schema.Table;
import org.aludel.schema.TableItem;
import org.jspecify.annotations.Nullable;

/** Inspects an engine, with a connection borrowed for each call, or a connection. */
public final class CoreInspector implements Inspector {

    private final CoreEngine engine;
    private final @Nullable CoreConnection own;

    /** Inspects an engine. */
    public CoreInspector(Engine engine) {
        this.engine = (CoreEngine) engine;
        this.own = null;
    }

    /** Inspects through a connection. */
    public CoreInspector(Connection connection) {
        this.own = (CoreConnection) connection;
        this.engine = (CoreEngine) connection.engine();
    }

    /** A question to the catalogue. */
    private interface Question<T> {
        T ask(SchemaReader reader, java.sql.Connection connection) throws SQLException;
    }

    private <T> T ask(String what, Question<T> question) {
        if (own != null) {
            return ask(own, what, question);
        }
        try (CoreConnection borrowed = engine.connect()) {
            return ask(borrowed, what, question);
        }
    }

    private <T> T ask(CoreConnection connection, String what, Question<T> question) {
        try {
            return question.ask(dialect().schemaReader(), connection.jdbc());
        } catch (SQLException e) {
            throw new InvalidRequestException(
                    "ALU-0125",
                    "the database did not tell what there is; where: " + what + " of engine " + engine.name()
                            + "; what to do: look at the cause",
                    e);
        }
    }

    private CoreDialect dialect() {
        return engine.dialect();
    }

    private SchemaReader.Place place(@Nullable String schema, String table) {
        return new SchemaReader.Place(stored(schema), dialect().identifiers().stored(table));
    }

    private @Nullable String stored(@Nullable String schema) {
        return schema == null ? null : dialect().identifiers().stored(schema);
    }

    /** Asks about a table that must be there. */
    private <T> T ofTable(@Nullable String schema, String table, Question<T> question) {
        return ask(table, (reader, connection) -> {
            if (!reader.exists(connection, here(reader, connection, place(schema, table)))) {
                throw new InvalidRequestException(
                        "ALU-0126",
                        "there is no such table; where: " + (schema == null ? table : schema + "." + table)
                                + " of engine " + engine.name()
                                + "; what to do: create it, or look at Inspector.tables() for its name");
            }
            return question.ask(reader, connection);
        });
    }

    private static SchemaReader.Place here(
            SchemaReader reader, java.sql.Connection connection, SchemaReader.Place place) throws SQLException {
        return place.schema() != null ? place : new SchemaReader.Place(reader.defaultSchema(connection), place.table());
    }

    @Override
    public @Nullable String defaultSchema() {
        return ask("default schema", (reader, connection) -> Optional.ofNullable(reader.defaultSchema(connection)))
                .map(dialect().identifiers()::normalized)
                .orElse(null);
    }

    @Override
    public List<String> schemas() {
        return ask("schemas", SchemaReader::schemas);
    }

    private @Nullable String schemaIn(SchemaReader reader, java.sql.Connection connection, @Nullable String schema)
            throws SQLException {
        return schema == null ? reader.defaultSchema(connection) : stored(schema);
    }

    @Override
    public List<String> tables(@Nullable String schema) {
        return ask("tables", (reader, connection) -> reader.tables(connection, schemaIn(reader, connection, schema)));
    }

    @Override
    public List<String> views(@Nullable String schema) {
        return ask("views", (reader, connection) -> reader.views(connection, schemaIn(reader, connection, schema)));
    }

    @Override
    public @Nullable String viewDefinition(@Nullable String schema, String view) {
        return ofTable(
                        schema,
                        view,
                        (reader, connection) -> Optional.ofNullable(
                                reader.viewDefinition(connection, here(reader, connection, place(schema, view)))))
                .orElse(null);
    }

    @Override
    public List<String> sequences(@Nullable String schema) {
        return ask(
                "sequences",
                (reader, connection) -> reader.sequences(connection, schemaIn(reader, connection, schema)));
    }

    @Override
    public boolean hasTable(@Nullable String schema, String table) {
        return ask(
                table,
                (reader, connection) -> reader.exists(connection, here(reader, connection, place(schema, table))));
    }

    @Override
    public List<Reflected.ColumnInfo> columns(@Nullable String schema, String table) {
        return ofTable(
                schema,
                table,
                (reader, connection) -> reader.columns(connection, here(reader, connection, place(schema, table))));
    }

    @Override
    public Reflected.KeyInfo primaryKey(@Nullable String schema, String table) {
        return ofTable(
                schema,
                table,
                (reader, connection) -> reader.primaryKey(connection, here(reader, connection, place(schema, table))));
    }

    @Override
    public List<Reflected.ForeignKeyInfo> foreignKeys(@Nullable String schema, String table) {
        return ofTable(
                schema,
                table,
                (reader, connection) -> reader.foreignKeys(connection, here(reader, connection, place(schema, table))));
    }

    @Override
    public List<Reflected.UniqueInfo> uniqueConstraints(@Nullable String schema, String table) {
        return ofTable(
                schema,
                table,
                (reader, connection) ->
                        reader.uniqueConstraints(connection, here(reader, connection, place(schema, table))));
    }

    @Override
    public List<Reflected.CheckInfo> checkConstraints(@Nullable String schema, String table) {
        return ofTable(
                schema,
                table,
                (reader, connection) ->
                        reader.checkConstraints(connection, here(reader, connection, place(schema, table))));
    }

    @Override
    public List<Reflected.IndexInfo> indexes(@Nullable String schema, String table) {
        return ofTable(
                schema,
                table,
                (reader, connection) -> reader.indexes(connection, here(reader, connection, place(schema, table))));
    }

    @Override
    public @Nullable String comment(@Nullable String schema, String table) {
        return ofTable(
                        schema,
                        table,
                        (reader, connection) -> Optional.ofNullable(
                                reader.comment(connection, here(reader, connection, place(schema, table)))))
                .orElse(null);
    }

    @Override
    public Table reflect(MetaData metaData, @Nullable String schema, String table, TableItem... overrides) {
        return new TableReflection(this, metaData).reflect(schema, table, List.of(overrides));
    }
}
