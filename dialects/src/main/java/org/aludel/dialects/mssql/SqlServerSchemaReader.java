package org.aludel.dialects.mssql;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.aludel.core.dialect.Identifiers;
import org.aludel.core.reflection.Catalogue;
import org.aludel.core.reflection.ColumnFacts;
import org.aludel.core.reflection.Counting;
import org.aludel.core.reflection.ReflectedTypes;
import org.aludel.core.reflection.SchemaReader;
import org.aludel.schema.Options;
import org.aludel.schema.Reflected;
import org.aludel.schema.Sequence;
import org.aludel.schema.SequenceOptions;
import org.aludel.types.Type;
import org.aludel.types.Types;
import org.jspecify.annotations.Nullable;

/** SQL Server's catalogue, by its {@code sys} views besides the driver's metadata. */
final class SqlServerSchemaReader extends SchemaReader {

    private static final String OF_TABLE = " JOIN sys.objects t ON t.object_id = %s"
            + " JOIN sys.schemas s ON s.schema_id = t.schema_id WHERE s.name = ? AND t.name = ?";

    SqlServerSchemaReader(Identifiers identifiers) {
        super(identifiers, new SqlServerReflectedTypes());
    }

    @Override
    public @Nullable String defaultSchema(Connection connection) throws SQLException {
        String schema = Catalogue.text(connection, "SELECT schema_name()");
        return schema == null ? "dbo" : schema;
    }

    @Override
    protected @Nullable String catalog(Connection connection, @Nullable String schema) throws SQLException {
        return connection.getCatalog();
    }

    @Override
    protected @Nullable String defaultSql(@Nullable String reported) {
        String sql = super.defaultSql(reported);
        return sql == null ? null : super.defaultSql(withoutParentheses(sql));
    }

    @Override
    public @Nullable String viewDefinition(Connection connection, Place place) throws SQLException {
        return Catalogue.text(
                connection,
                "SELECT d.definition FROM sys.sql_modules d" + OF_TABLE.formatted("d.object_id"),
                place.schema(),
                place.table());
    }

    @Override
    public @Nullable String comment(Connection connection, Place place) throws SQLException {
        return Catalogue.text(
                connection,
                "SELECT CAST(p.value AS NVARCHAR(4000)) FROM sys.extended_properties p"
                        + OF_TABLE.formatted("p.major_id")
                        + " AND p.class = 1 AND p.minor_id = 0 AND p.name = 'MS_Description'",
                place.schema(),
                place.table());
    }

    // ---- columns

    /** What the views tell of a column besides. */
    private record Told(
            boolean identity,
            @Nullable Long seed,
            @Nullable Long step,
            @Nullable String computedBy,
            boolean persisted,
            @Nullable String comment) {}

    @Override
    public List<Reflected.ColumnInfo> columns(Connection connection, Place place) throws SQLException {
        Map<String, Told> told = new LinkedHashMap<>();
        query(
                connection,
                row -> told.put(
                        normal(row.getString(1)),
                        new Told(
                                row.getInt(2) == 1,
                                Catalogue.number(row, 3),
                                Catalogue.number(row, 4),
                                row.getString(5),
                                row.getInt(6) == 1,
                                row.getString(7))),
                "SELECT c.name, c.is_identity, CAST(i.seed_value AS NVARCHAR(40)),"
                        + " CAST(i.increment_value AS NVARCHAR(40)), k.definition, k.is_persisted,"
                        + " CAST(p.value AS NVARCHAR(4000)) FROM sys.columns c"
                        + " LEFT JOIN sys.identity_columns i ON i.object_id = c.object_id AND i.column_id = c.column_id"
                        + " LEFT JOIN sys.computed_columns k ON k.object_id = c.object_id AND k.column_id = c.column_id"
                        + " LEFT JOIN sys.extended_properties p ON p.major_id = c.object_id"
                        + " AND p.minor_id = c.column_id AND p.class = 1 AND p.name = 'MS_Description'"
                        + OF_TABLE.formatted("c.object_id"),
                place.schema(),
                place.table());
        return super.columns(connection, place).stream()
                .map(column -> told(column, told.get(column.name())))
                .toList();
    }

    private static Reflected.ColumnInfo told(Reflected.ColumnInfo column, @Nullable Told told) {
        if (told == null) {
            return column;
        }
        String computedBy = told.computedBy();
        return new Reflected.ColumnInfo(
                column.name(),
                column.type(),
                column.nullable(),
                told.identity() || computedBy != null ? null : column.defaultSql(),
                told.identity(),
                told.identity()
                        ? new Reflected.IdentityInfo(
                                true,
                                SequenceOptions.NONE.withStart(told.seed()).withIncrement(told.step()))
                        : null,
                computedBy != null ? withoutParentheses(computedBy) : null,
                told.persisted(),
                told.comment());
    }

    // ---- constraints and indexes

    @Override
    public List<Reflected.CheckInfo> checkConstraints(Connection connection, Place place) throws SQLException {
        return query(
                connection,
                row -> new Reflected.CheckInfo(
                        row.getInt(2) == 1 ? null : normal(row.getString(1)), withoutParentheses(row.getString(3))),
                "SELECT c.name, c.is_system_named, c.definition FROM sys.check_constraints c"
                        + OF_TABLE.formatted("c.parent_object_id") + " ORDER BY c.name",
                place.schema(),
                place.table());
    }

    /** An index on the way. */
    private record Listed(
            String name,
            boolean unique,
            @Nullable String constraint,
            boolean made,
            @Nullable String where,
            String kind,
            List<Reflected.IndexPart> parts,
            List<String> included) {}

    private List<Listed> listed(Connection connection, Place place) throws SQLException {
        Map<String, Listed> found = new TreeMap<>();
        query(
                connection,
                row -> {
                    String name = row.getString(1);
                    boolean unique = row.getInt(2) == 1;
                    String constraint = row.getString(3);
                    boolean made = row.getInt(4) == 1;
                    String where = row.getString(5);
                    String kind = row.getString(6);
                    String column = normal(row.getString(7));
                    boolean descending = row.getInt(8) == 1;
                    boolean included = row.getInt(9) == 1;
                    Listed index = found.computeIfAbsent(
                            name,
                            key -> new Listed(
                                    key, unique, constraint, made, where, kind, new ArrayList<>(), new ArrayList<>()));
                    return included
                            ? index.included().add(column)
                            : index.parts().add(new Reflected.IndexPart(column, null, descending, null));
                },
                "SELECT i.name, i.is_unique, k.name, k.is_system_named, i.filter_definition, i.type_desc, c.name,"
                        + " x.is_descending_key, x.is_included_column FROM sys.indexes i"
                        + " JOIN sys.index_columns x ON x.object_id = i.object_id AND x.index_id = i.index_id"
                        + " JOIN sys.columns c ON c.object_id = x.object_id AND c.column_id = x.column_id"
                        + " LEFT JOIN sys.key_constraints k ON k.parent_object_id = i.object_id"
                        + " AND k.unique_index_id = i.index_id" + OF_TABLE.formatted("i.object_id")
                        + " AND i.is_primary_key = 0 AND i.is_hypothetical = 0 AND i.name IS NOT NULL"
                        + " ORDER BY i.name, x.key_ordinal, x.index_column_id",
                place.schema(),
                place.table());
        return List.copyOf(found.values());
    }

    private static List<@Nullable String> names(Listed index) {
        List<@Nullable String> names = new ArrayList<>();
        index.parts().forEach(part -> names.add(part.column()));
        return java.util.Collections.unmodifiableList(names);
    }

    @Override
    public List<Reflected.UniqueInfo> uniqueConstraints(Connection connection, Place place) throws SQLException {
        List<Reflected.UniqueInfo> found = new ArrayList<>();
        for (Listed index : listed(connection, place)) {
            if (index.constraint() != null) {
                found.add(new Reflected.UniqueInfo(
                        index.made() ? null : normal(index.constraint()),
                        names(index).stream().map(String::valueOf).toList(),
                        true,
                        normal(index.name()),
                        org.aludel.schema.Deferral.NONE));
            }
        }
        found.sort(Comparator.comparing(unique -> unique.columns().toString()));
        return found;
    }

    @Override
    public List<Reflected.IndexInfo> indexes(Connection connection, Place place) throws SQLException {
        List<Reflected.IndexInfo> found = new ArrayList<>();
        for (Listed index : listed(connection, place)) {
            Options options = Options.NONE;
            if (index.kind().equals("CLUSTERED")) {
                options = options.and("mssql_clustered", true);
            }
            if (!index.included().isEmpty()) {
                options = options.and("mssql_include", List.copyOf(index.included()));
            }
            found.add(new Reflected.IndexInfo(
                    normal(index.name()),
                    names(index),
                    index.unique(),
                    index.constraint() == null ? null : normal(index.constraint()),
                    List.copyOf(index.parts()),
                    index.where() == null ? null : withoutParentheses(index.where()),
                    options));
        }
        return found;
    }

    // ---- sequences

    @Override
    public List<String> sequences(Connection connection, @Nullable String schema) throws SQLException {
        return query(
                        connection,
                        row -> normal(row.getString(1)),
                        "SELECT q.name FROM sys.sequences q JOIN sys.schemas s ON s.schema_id = q.schema_id"
                                + " WHERE s.name = ?",
                        schema)
                .stream()
                .sorted()
                .toList();
    }

    @Override
    public @Nullable Sequence sequence(Connection connection, Place place) throws SQLException {
        List<Sequence> found = query(
                connection,
                row -> new Sequence(
                        null,
                        normal(place.table()),
                        new Counting(
                                        Catalogue.number(row, 1),
                                        Catalogue.number(row, 2),
                                        Catalogue.number(row, 3),
                                        Catalogue.number(row, 4),
                                        row.getInt(5) == 1,
                                        Catalogue.number(row, 6),
                                        Long.MIN_VALUE,
                                        Long.MAX_VALUE,
                                        true,
                                        1)
                                .options(),
                        null,
                        false),
                "SELECT CAST(q.start_value AS NVARCHAR(40)), CAST(q.increment AS NVARCHAR(40)),"
                        + " CAST(q.minimum_value AS NVARCHAR(40)), CAST(q.maximum_value AS NVARCHAR(40)), q.is_cycling,"
                        + " q.cache_size FROM sys.sequences q JOIN sys.schemas s ON s.schema_id = q.schema_id"
                        + " WHERE s.name = ? AND q.name = ?",
                place.schema(),
                place.table());
        return found.isEmpty() ? null : found.get(0);
    }

    /** Names of SQL Server's own. */
    private static final class SqlServerReflectedTypes extends ReflectedTypes {

        @Override
        protected @Nullable Type<?> byName(String name, ColumnFacts facts) {
            int size = facts.size();
            boolean limited = size > 0 && size <= 8000;
            // the driver says "int identity"
            return switch (name.replace(" identity", "").replace("() identity", "")) {
                case "bit" -> Types.BOOLEAN;
                case "tinyint", "smallint" -> Types.SMALLINT;
                case "int" -> Types.INTEGER;
                case "bigint" -> Types.BIGINT;
                case "real" -> Types.FLOAT;
                case "float" -> Types.DOUBLE;
                case "money", "smallmoney" -> own("mssql", name.toUpperCase(java.util.Locale.ROOT), Types.NUMERIC);
                case "varchar" -> limited ? Types.string(size) : Types.STRING;
                case "nvarchar" -> limited ? Types.unicode(size) : Types.unicode(0);
                case "text" -> Types.TEXT;
                case "ntext" -> Types.unicodeText();
                case "datetime", "smalldatetime" -> Types.DATETIME;
                case "datetime2" -> Types.TIMESTAMP;
                case "datetimeoffset" -> Types.TIMESTAMP_TZ;
                case "uniqueidentifier" -> Types.UUID;
                case "image" -> Types.BINARY;
                default -> super.byName(name, facts);
            };
        }
    }
}
