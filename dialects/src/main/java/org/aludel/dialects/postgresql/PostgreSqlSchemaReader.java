package org.aludel.dialects.postgresql;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.aludel.core.dialect.Identifiers;
import org.aludel.core.reflection.InformationSchemaReader;
import org.aludel.core.reflection.ReflectedTypes;
import org.aludel.schema.Reflected;
import org.aludel.types.SpelledType;
import org.aludel.types.Type;
import org.aludel.types.Types;
import org.jspecify.annotations.Nullable;

/** PostgreSQL's catalogue, by its {@code pg_} tables: types as they were declared, enums, arrays, comments. */
final class PostgreSqlSchemaReader extends InformationSchemaReader {

    private static final String OF_TABLE =
            " JOIN pg_class t ON t.oid = %s JOIN pg_namespace n ON n.oid = t.relnamespace"
                    + " WHERE n.nspname = ? AND t.relname = ?";

    PostgreSqlSchemaReader(Identifiers identifiers) {
        super(identifiers, new ReflectedTypes());
    }

    @Override
    public List<Reflected.ColumnInfo> columns(Connection connection, Place place) throws SQLException {
        Map<String, Type<?>> enums = enums(connection);
        return query(
                connection,
                row -> column(row, enums),
                "SELECT a.attname, format_type(a.atttypid, a.atttypmod) AS type, NOT a.attnotnull AS nullable,"
                        + " pg_get_expr(d.adbin, d.adrelid) AS default_sql, a.attidentity, a.attgenerated,"
                        + " q.seqstart, q.seqincrement, col_description(t.oid, a.attnum) AS comment"
                        + " FROM pg_attribute a LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum"
                        + " LEFT JOIN pg_depend p ON a.attidentity <> '' AND p.refobjid = a.attrelid"
                        + " AND p.refobjsubid = a.attnum AND p.deptype = 'i' AND p.classid = 'pg_class'::regclass"
                        + " LEFT JOIN pg_sequence q ON q.seqrelid = p.objid"
                        + OF_TABLE.formatted("a.attrelid")
                        + " AND a.attnum > 0 AND NOT a.attisdropped ORDER BY a.attnum",
                place.schema(),
                place.table());
    }

    private static Reflected.ColumnInfo column(ResultSet row, Map<String, Type<?>> enums) throws SQLException {
        String defaultSql = row.getString("default_sql");
        String identity = row.getString("attidentity");
        boolean computed = !row.getString("attgenerated").isEmpty();
        boolean stored = "s".equals(row.getString("attgenerated"));
        boolean serial = defaultSql != null && defaultSql.startsWith("nextval(");
        boolean generated = !identity.isEmpty();
        return new Reflected.ColumnInfo(
                row.getString("attname"),
                DeclaredTypes.of(row.getString("type"), enums),
                row.getBoolean("nullable"),
                serial || computed ? null : defaultSql,
                serial || generated,
                generated
                        ? new Reflected.IdentityInfo(
                                identity.equals("a"),
                                row.getObject("seqstart", Long.class),
                                row.getObject("seqincrement", Long.class))
                        : null,
                computed ? defaultSql : null,
                stored,
                row.getString("comment"));
    }

    /** The enumerations, by the names that columns declare them by. */
    private static Map<String, Type<?>> enums(Connection connection) throws SQLException {
        Map<String, List<String>> labels = new LinkedHashMap<>();
        query(
                connection,
                row -> labels.computeIfAbsent(row.getString(1), name -> new ArrayList<>())
                        .add(row.getString(2)),
                "SELECT format_type(t.oid, NULL), e.enumlabel FROM pg_type t JOIN pg_enum e ON e.enumtypid = t.oid"
                        + " ORDER BY t.oid, e.enumsortorder");
        Map<String, Type<?>> types = new LinkedHashMap<>();
        labels.forEach((name, values) ->
                types.put(name, Types.enumeration(values.toArray(String[]::new)).named(name.replace("\"", ""))));
        return types;
    }

    @Override
    public List<Reflected.UniqueInfo> uniqueConstraints(Connection connection, Place place) throws SQLException {
        Map<String, List<String>> constraints = new LinkedHashMap<>();
        query(
                connection,
                row -> constraints
                        .computeIfAbsent(row.getString(1), name -> new ArrayList<>())
                        .add(row.getString(2)),
                "SELECT c.conname, a.attname FROM pg_constraint c"
                        + " CROSS JOIN LATERAL unnest(c.conkey) WITH ORDINALITY AS k (attnum, place)"
                        + " JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = k.attnum"
                        + OF_TABLE.formatted("c.conrelid") + " AND c.contype = 'u' ORDER BY c.conname, k.place",
                place.schema(),
                place.table());
        List<Reflected.UniqueInfo> found = new ArrayList<>();
        constraints.forEach((name, columns) -> found.add(new Reflected.UniqueInfo(name, List.copyOf(columns), true)));
        found.sort(Comparator.comparing(unique -> unique.columns().toString()));
        return found;
    }

    @Override
    public List<Reflected.CheckInfo> checkConstraints(Connection connection, Place place) throws SQLException {
        return query(
                connection,
                row -> new Reflected.CheckInfo(row.getString(1), withoutParentheses(row.getString(2))),
                "SELECT c.conname, pg_get_expr(c.conbin, c.conrelid) FROM pg_constraint c"
                        + OF_TABLE.formatted("c.conrelid") + " AND c.contype = 'c' ORDER BY c.conname",
                place.schema(),
                place.table());
    }

    @Override
    public @Nullable String comment(Connection connection, Place place) throws SQLException {
        List<String> comments = query(
                connection,
                row -> row.getString(1) == null ? "" : row.getString(1),
                "SELECT obj_description(t.oid, 'pg_class') FROM (SELECT 1) one JOIN pg_class t ON TRUE"
                        + " JOIN pg_namespace n ON n.oid = t.relnamespace WHERE n.nspname = ? AND t.relname = ?",
                place.schema(),
                place.table());
        return comments.isEmpty() || comments.get(0).isEmpty() ? null : comments.get(0);
    }

    @Override
    public @Nullable String viewDefinition(Connection connection, Place place) throws SQLException {
        List<String> definitions = query(
                connection,
                row -> row.getString(1),
                "SELECT pg_get_viewdef(t.oid) FROM pg_class t JOIN pg_namespace n ON n.oid = t.relnamespace"
                        + " WHERE n.nspname = ? AND t.relname = ?",
                place.schema(),
                place.table());
        return definitions.isEmpty() ? null : definitions.get(0);
    }

    /** Types by the text that {@code format_type} gives: {@code character varying(50)}, {@code integer[]}. */
    static final class DeclaredTypes {

        private DeclaredTypes() {}

        static Type<?> of(String declared, Map<String, Type<?>> enums) {
            if (declared.endsWith("[]")) {
                return Types.array(of(declared.substring(0, declared.length() - 2), enums));
            }
            Type<?> enumeration = enums.get(declared);
            if (enumeration != null) {
                return enumeration;
            }
            int open = declared.indexOf('(');
            int close = declared.indexOf(')');
            String name = open < 0 ? declared : declared.substring(0, open) + declared.substring(close + 1);
            String[] arguments = open < 0
                    ? new String[0]
                    : declared.substring(open + 1, close).split(",");
            int first = arguments.length > 0 && arguments[0].matches("\\d+") ? Integer.parseInt(arguments[0]) : 0;
            int second = arguments.length > 1 ? Integer.parseInt(arguments[1].strip()) : -1;
            return switch (name) {
                case "boolean" -> Types.BOOLEAN;
                case "smallint" -> Types.SMALLINT;
                case "integer" -> Types.INTEGER;
                case "bigint" -> Types.BIGINT;
                case "real" -> Types.FLOAT;
                case "double precision" -> Types.DOUBLE;
                case "numeric" -> first == 0 ? Types.NUMERIC : Types.numeric(first, Math.max(0, second));
                case "character varying" -> first == 0 ? Types.STRING : Types.string(first);
                case "character" -> Types.fixedString(Math.max(1, first));
                case "text" -> Types.TEXT;
                case "date" -> Types.DATE;
                case "time without time zone" -> Types.TIME;
                case "timestamp without time zone" -> Types.TIMESTAMP;
                case "timestamp with time zone" -> Types.TIMESTAMP_TZ;
                case "bytea" -> Types.BINARY;
                case "uuid" -> Types.UUID;
                case "json" -> Types.JSON;
                case "interval" -> Types.INTERVAL;
                default -> new SpelledType<>(declared.toUpperCase(Locale.ROOT), Types.UNKNOWN, "postgresql");
            };
        }
    }
}
