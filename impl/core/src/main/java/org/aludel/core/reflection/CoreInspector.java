package org.aludel.core.reflection;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.aludel.core.dialect.CoreDialect;
import org.aludel.core.engine.CoreConnection;
import org.aludel.core.engine.CoreEngine;
import org.aludel.engine.Connection;
import org.aludel.engine.Engine;
import org.aludel.errors.AludelException;
import org.aludel.errors.InvalidRequestException;
import org.aludel.schema.Inspector;
import org.aludel.schema.MetaData;
import org.aludel.schema.Options;
import org.aludel.schema.ReflectOptions;
import org.aludel.schema.Reflected;
import org.aludel.schema.Sequence;
import org.aludel.schema.Table;
import org.aludel.schema.TableItem;
import org.aludel.sql.QuotedName;
import org.jspecify.annotations.Nullable;

/** Inspects an engine, with a connection borrowed for each call, or a connection. */
public final class CoreInspector implements Inspector {

    private final CoreEngine engine;
    private final @Nullable CoreConnection own;

    /** Inspects an engine. */
    public CoreInspector(Engine engine) {
        this.engine = CoreEngine.of(engine);
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

    /** A question about a table. */
    private interface TableQuestion<T> {
        T ask(SchemaReader reader, java.sql.Connection connection, SchemaReader.Place place) throws SQLException;
    }

    /** A question about a schema. */
    private interface SchemaQuestion<T> {
        T ask(SchemaReader reader, java.sql.Connection connection, @Nullable String schema) throws SQLException;
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
        } catch (AludelException e) {
            throw e;
        } catch (RuntimeException e) {
            throw Catalogue.nonsense(what + " of engine " + engine.name(), e);
        }
    }

    CoreDialect dialect() {
        return engine.dialect();
    }

    private String stored(String name) {
        return dialect().identifiers().stored(name);
    }

    /** Asks about a schema, the default one if none is named. */
    private <T> T ofSchema(String what, @Nullable String schema, SchemaQuestion<T> question) {
        return ask(
                what,
                (reader, connection) -> question.ask(
                        reader, connection, schema == null ? reader.defaultSchema(connection) : stored(schema)));
    }

    /** Asks about a table that may be there. */
    private <T> T ofPlace(@Nullable String schema, String table, TableQuestion<T> question) {
        SchemaReader.Place named = new SchemaReader.Place(schema == null ? null : stored(schema), stored(table));
        return ask(
                QuotedName.text(table),
                (reader, connection) -> question.ask(reader, connection, reader.locate(connection, named)));
    }

    /** Asks about a table that must be there. */
    private <T> T ofTable(@Nullable String schema, String table, TableQuestion<T> question) {
        return ofPlace(schema, table, (reader, connection, place) -> {
            if (!reader.exists(connection, place)) {
                throw new InvalidRequestException(
                        "ALU-0126",
                        "there is no such table; where: "
                                + QuotedName.text(schema == null ? table : schema + "." + table) + " of engine "
                                + engine.name()
                                + "; what to do: create it, or look at Inspector.tables() for its name");
            }
            return question.ask(reader, connection, place);
        });
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

    @Override
    public List<String> tables(@Nullable String schema) {
        return ofSchema("tables", schema, SchemaReader::tables);
    }

    @Override
    public List<String> views(@Nullable String schema) {
        return ofSchema("views", schema, SchemaReader::views);
    }

    @Override
    public List<String> materializedViews(@Nullable String schema) {
        return ofSchema("materialized views", schema, SchemaReader::materializedViews);
    }

    @Override
    public List<String> temporaryTables() {
        return ask("temporary tables", SchemaReader::temporaryTables);
    }

    @Override
    public @Nullable String viewDefinition(@Nullable String schema, String view) {
        return ofTable(
                        schema,
                        view,
                        (reader, connection, place) -> Optional.ofNullable(reader.viewDefinition(connection, place)))
                .orElse(null);
    }

    @Override
    public List<String> sequences(@Nullable String schema) {
        return ofSchema("sequences", schema, SchemaReader::sequences);
    }

    @Override
    public Sequence sequence(@Nullable String schema, String name) {
        SchemaReader.Place named = new SchemaReader.Place(schema == null ? null : stored(schema), stored(name));
        Sequence found = ask("sequence " + name, (reader, connection) -> {
                    SchemaReader.Place place = named.schema() != null
                            ? named
                            : new SchemaReader.Place(reader.defaultSchema(connection), named.table());
                    return Optional.ofNullable(reader.sequence(connection, place));
                })
                .orElseThrow(() -> new InvalidRequestException(
                        "ALU-0352",
                        "there is no such sequence; where: "
                                + QuotedName.text(schema == null ? name : schema + "." + name) + " of engine "
                                + engine.name()
                                + "; what to do: create it, or look at Inspector.sequences() for its name"));
        return schema == null ? found : found.inSchema(schema);
    }

    @Override
    public List<Reflected.EnumInfo> enums(@Nullable String schema) {
        return ofSchema("enumerations", schema, SchemaReader::enums);
    }

    @Override
    public List<Reflected.DomainInfo> domains(@Nullable String schema) {
        return ofSchema("domains", schema, SchemaReader::domains);
    }

    @Override
    public boolean hasTable(@Nullable String schema, String table) {
        return ofPlace(schema, table, SchemaReader::exists);
    }

    @Override
    public OptionalLong tableId(@Nullable String schema, String table) {
        return ofTable(schema, table, SchemaReader::tableId);
    }

    @Override
    public Options tableOptions(@Nullable String schema, String table) {
        return ofTable(schema, table, SchemaReader::tableOptions);
    }

    @Override
    public List<Reflected.ColumnInfo> columns(@Nullable String schema, String table) {
        return ofTable(schema, table, SchemaReader::columns);
    }

    @Override
    public Reflected.KeyInfo primaryKey(@Nullable String schema, String table) {
        return ofTable(schema, table, SchemaReader::primaryKey);
    }

    @Override
    public List<Reflected.ForeignKeyInfo> foreignKeys(@Nullable String schema, String table) {
        return ofTable(schema, table, SchemaReader::foreignKeys);
    }

    @Override
    public List<Reflected.UniqueInfo> uniqueConstraints(@Nullable String schema, String table) {
        return ofTable(schema, table, SchemaReader::uniqueConstraints);
    }

    @Override
    public List<Reflected.CheckInfo> checkConstraints(@Nullable String schema, String table) {
        return ofTable(schema, table, SchemaReader::checkConstraints);
    }

    @Override
    public List<Reflected.IndexInfo> indexes(@Nullable String schema, String table) {
        return ofTable(schema, table, SchemaReader::indexes);
    }

    @Override
    public @Nullable String comment(@Nullable String schema, String table) {
        return ofTable(
                        schema,
                        table,
                        (reader, connection, place) -> Optional.ofNullable(reader.comment(connection, place)))
                .orElse(null);
    }

    @Override
    public Table reflect(
            MetaData metaData, ReflectOptions options, @Nullable String schema, String table, TableItem... overrides) {
        if (own != null) {
            return new TableReflection(this, metaData, options).reflect(schema, table, List.of(overrides));
        }
        try (CoreConnection borrowed = engine.connect()) {
            return new CoreInspector(borrowed).reflect(metaData, options, schema, table, overrides);
        }
    }
}
