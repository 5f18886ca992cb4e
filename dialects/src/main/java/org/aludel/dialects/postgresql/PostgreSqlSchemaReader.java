package org.aludel.dialects.postgresql;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import org.aludel.core.dialect.Identifiers;
import org.aludel.core.reflection.Catalogue;
import org.aludel.core.reflection.Counting;
import org.aludel.core.reflection.ReflectedTypes;
import org.aludel.core.reflection.SchemaReader;
import org.aludel.schema.Options;
import org.aludel.schema.Reflected;
import org.aludel.schema.Sequence;
import org.aludel.types.Types;
import org.jspecify.annotations.Nullable;

/** PostgreSQL's catalogue, by its {@code pg_} tables: types as they were declared, enums, arrays, comments. */
final class PostgreSqlSchemaReader extends SchemaReader {

    /** The table {@code t} in its schema {@code n}; two parameters. */
    static final String OF_TABLE = " JOIN pg_catalog.pg_class t ON t.oid = %s"
            + " JOIN pg_catalog.pg_namespace n ON n.oid = t.relnamespace WHERE n.nspname = ? AND t.relname = ?"
            + " AND t.relkind IN ('r', 'p', 'v', 'm', 'f')";

    private static final String TABLE = " FROM pg_catalog.pg_class t"
            + " JOIN pg_catalog.pg_namespace n ON n.oid = t.relnamespace WHERE n.nspname = ? AND t.relname = ?"
            + " AND t.relkind IN ('r', 'p', 'v', 'm', 'f')";

    private PostgreSqlSchemaReader(Identifiers identifiers) {
        super(identifiers, new ReflectedTypes());
    }

    /** A method, so that the dialect can be loaded without this class. */
    static SchemaReader of(Identifiers identifiers) {
        return new PostgreSqlSchemaReader(identifiers);
    }

    // ---- schemas and tables

    @Override
    public Place locate(Connection connection, Place named) throws SQLException {
        if (named.schema() != null) {
            return named;
        }
        String visible = Catalogue.text(
                connection,
                "SELECT n.nspname FROM pg_catalog.pg_class t JOIN pg_catalog.pg_namespace n ON n.oid = t.relnamespace"
                        + " WHERE t.relname = ? AND t.relkind IN ('r', 'p', 'v', 'm', 'f')"
                        + " AND pg_catalog.pg_table_is_visible(t.oid)",
                named.table());
        return new Place(visible == null ? defaultSchema(connection) : visible, named.table());
    }

    @Override
    public List<String> schemas(Connection connection) throws SQLException {
        return query(
                connection,
                row -> row.getString(1),
                "SELECT nspname FROM pg_catalog.pg_namespace WHERE nspname NOT LIKE 'pg\\_%' ORDER BY nspname");
    }

    @Override
    public List<String> tables(Connection connection, @Nullable String schema) throws SQLException {
        return ofKinds(connection, schema, "'r', 'p'");
    }

    @Override
    public List<String> views(Connection connection, @Nullable String schema) throws SQLException {
        return ofKinds(connection, schema, "'v', 'm'");
    }

    @Override
    public List<String> materializedViews(Connection connection, @Nullable String schema) throws SQLException {
        return ofKinds(connection, schema, "'m'");
    }

    private static List<String> ofKinds(Connection connection, @Nullable String schema, String kinds)
            throws SQLException {
        return sorted(query(
                connection,
                row -> row.getString(1),
                "SELECT t.relname FROM pg_catalog.pg_class t JOIN pg_catalog.pg_namespace n ON n.oid = t.relnamespace"
                        + " WHERE n.nspname = ? AND t.relkind IN (" + kinds + ")",
                schema));
    }

    private static List<String> sorted(List<String> names) {
        return names.stream().sorted().toList();
    }

    @Override
    public List<String> temporaryTables(Connection connection) throws SQLException {
        return sorted(query(
                connection,
                row -> row.getString(1),
                "SELECT relname FROM pg_catalog.pg_class WHERE relnamespace = pg_catalog.pg_my_temp_schema()"
                        + " AND relkind IN ('r', 'p')"));
    }

    @Override
    public boolean exists(Connection connection, Place place) throws SQLException {
        return tableId(connection, place).isPresent();
    }

    @Override
    public OptionalLong tableId(Connection connection, Place place) throws SQLException {
        String oid = Catalogue.text(connection, "SELECT t.oid" + TABLE, place.schema(), place.table());
        return oid == null ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(oid));
    }

    @Override
    public @Nullable String comment(Connection connection, Place place) throws SQLException {
        return Catalogue.text(
                connection,
                "SELECT pg_catalog.obj_description(t.oid, 'pg_class')" + TABLE,
                place.schema(),
                place.table());
    }

    @Override
    public @Nullable String viewDefinition(Connection connection, Place place) throws SQLException {
        return Catalogue.text(
                connection,
                "SELECT pg_catalog.pg_get_viewdef(t.oid)" + TABLE + " AND t.relkind IN ('v', 'm')",
                place.schema(),
                place.table());
    }

    @Override
    public Options tableOptions(Connection connection, Place place) throws SQLException {
        Options options = Options.NONE;
        String partition = Catalogue.text(
                connection,
                "SELECT pg_catalog.pg_get_partkeydef(t.oid)" + TABLE + " AND t.relkind = 'p'",
                place.schema(),
                place.table());
        if (partition != null) {
            options = options.and("postgresql_partition_by", partition);
        }
        List<String> parents = query(
                connection,
                row -> row.getString(1),
                "SELECT p.relname FROM pg_catalog.pg_inherits i JOIN pg_catalog.pg_class p ON p.oid = i.inhparent"
                        + OF_TABLE.formatted("i.inhrelid") + " AND p.relkind = 'r' ORDER BY i.inhseqno",
                place.schema(),
                place.table());
        if (!parents.isEmpty()) {
            options = options.and("postgresql_inherits", parents);
        }
        String space = Catalogue.text(
                connection,
                "SELECT s.spcname FROM pg_catalog.pg_tablespace s" + OF_TABLE.formatted("t.oid")
                        + " AND t.reltablespace = s.oid",
                place.schema(),
                place.table());
        return space == null ? options : options.and("postgresql_tablespace", space);
    }

    // ---- what tables have

    @Override
    public List<Reflected.ColumnInfo> columns(Connection connection, Place place) throws SQLException {
        return new PostgreSqlColumns(connection).of(place);
    }

    @Override
    public Reflected.KeyInfo primaryKey(Connection connection, Place place) throws SQLException {
        return new PostgreSqlConstraints(connection, place).primaryKey();
    }

    @Override
    public List<Reflected.ForeignKeyInfo> foreignKeys(Connection connection, Place place) throws SQLException {
        return new PostgreSqlConstraints(connection, place).foreignKeys();
    }

    @Override
    public List<Reflected.UniqueInfo> uniqueConstraints(Connection connection, Place place) throws SQLException {
        return new PostgreSqlConstraints(connection, place).uniques();
    }

    @Override
    public List<Reflected.CheckInfo> checkConstraints(Connection connection, Place place) throws SQLException {
        return query(
                connection,
                row -> new Reflected.CheckInfo(row.getString(1), withoutParentheses(row.getString(2))),
                "SELECT c.conname, pg_catalog.pg_get_expr(c.conbin, c.conrelid) FROM pg_catalog.pg_constraint c"
                        + OF_TABLE.formatted("c.conrelid") + " AND c.contype = 'c' ORDER BY c.conname",
                place.schema(),
                place.table());
    }

    @Override
    public List<Reflected.IndexInfo> indexes(Connection connection, Place place) throws SQLException {
        return new PostgreSqlIndexes(connection, place).read();
    }

    // ---- sequences and types

    @Override
    public List<String> sequences(Connection connection, @Nullable String schema) throws SQLException {
        return ofKinds(connection, schema, "'S'");
    }

    @Override
    public @Nullable Sequence sequence(Connection connection, Place place) throws SQLException {
        List<Sequence> found = query(
                connection,
                row -> {
                    String type = String.valueOf(row.getString(1));
                    Counting counting = new Counting(
                            Catalogue.number(row, 2),
                            Catalogue.number(row, 3),
                            Catalogue.number(row, 4),
                            Catalogue.number(row, 5),
                            row.getBoolean(6),
                            Catalogue.number(row, 7),
                            leastOf(type),
                            greatestOf(type),
                            1);
                    Sequence sequence = new Sequence(null, place.table(), counting.options(), null, false);
                    return switch (type) {
                        case "smallint" -> sequence.dataType(Types.SMALLINT);
                        case "integer" -> sequence.dataType(Types.INTEGER);
                        default -> sequence;
                    };
                },
                "SELECT s.data_type, s.start_value, s.increment_by, s.min_value, s.max_value, s.cycle, s.cache_size"
                        + " FROM pg_catalog.pg_sequences s WHERE s.schemaname = ? AND s.sequencename = ?",
                place.schema(),
                place.table());
        return found.isEmpty() ? null : found.get(0);
    }

    static long leastOf(String type) {
        return type.equals("smallint") ? Short.MIN_VALUE : type.equals("integer") ? Integer.MIN_VALUE : Long.MIN_VALUE;
    }

    static long greatestOf(String type) {
        return type.equals("smallint") ? Short.MAX_VALUE : type.equals("integer") ? Integer.MAX_VALUE : Long.MAX_VALUE;
    }

    @Override
    public List<Reflected.EnumInfo> enums(Connection connection, @Nullable String schema) throws SQLException {
        return new PostgreSqlUserTypes(connection)
                .enums().stream()
                        .filter(type -> String.valueOf(schema).equals(type.schema()))
                        .map(type -> new Reflected.EnumInfo(
                                type.visible() ? null : type.schema(), type.name(), type.labels()))
                        .sorted(Comparator.comparing(Reflected.EnumInfo::name))
                        .toList();
    }

    @Override
    public List<Reflected.DomainInfo> domains(Connection connection, @Nullable String schema) throws SQLException {
        return new PostgreSqlUserTypes(connection).domains(schema);
    }
}
