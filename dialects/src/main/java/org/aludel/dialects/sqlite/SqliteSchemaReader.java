package org.aludel.dialects.sqlite;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.aludel.core.dialect.Identifiers;
import org.aludel.core.reflection.Catalogue;
import org.aludel.core.reflection.ReflectedTypes;
import org.aludel.core.reflection.SchemaReader;
import org.aludel.core.reflection.SqlText;
import org.aludel.schema.ForeignKeyAction;
import org.aludel.schema.Reflected;
import org.aludel.types.SpelledType;
import org.aludel.types.Type;
import org.aludel.types.Types;
import org.jspecify.annotations.Nullable;

/**
 * SQLite's catalogue: its pragmas, and the text of CREATE TABLE for what they leave out (names of constraints, checks).
 */
final class SqliteSchemaReader extends SchemaReader {

    SqliteSchemaReader(Identifiers identifiers) {
        super(identifiers, new ReflectedTypes());
    }

    @Override
    public @Nullable String defaultSchema(Connection connection) {
        return null;
    }

    @Override
    public List<String> schemas(Connection connection) throws SQLException {
        return query(connection, row -> row.getString(1), "SELECT name FROM pragma_database_list ORDER BY name");
    }

    private static String master(@Nullable String schema) {
        return (schema == null ? "" : "\"" + schema.replace("\"", "\"\"") + "\".") + "sqlite_master";
    }

    private static String schemaOrMain(Place place) {
        return place.schema() == null ? "main" : place.schema();
    }

    @Override
    public List<String> tables(Connection connection, @Nullable String schema) throws SQLException {
        return ofType(connection, schema, "table");
    }

    @Override
    public List<String> views(Connection connection, @Nullable String schema) throws SQLException {
        return ofType(connection, schema, "view");
    }

    private static List<String> ofType(Connection connection, @Nullable String schema, String type)
            throws SQLException {
        return query(
                connection,
                row -> row.getString(1),
                "SELECT name FROM " + master(schema)
                        + " WHERE type = ? AND name NOT LIKE 'sqlite~_%' ESCAPE '~' ORDER BY name",
                type);
    }

    @Override
    public List<String> temporaryTables(Connection connection) throws SQLException {
        return ofType(connection, "temp", "table");
    }

    @Override
    public Place locate(Connection connection, Place named) throws SQLException {
        // as SQLite itself looks for a name: among what is temporary first
        Place temporary = new Place("temp", named.table());
        return named.schema() == null && exists(connection, temporary) ? temporary : named;
    }

    @Override
    public boolean exists(Connection connection, Place place) throws SQLException {
        return !query(
                        connection,
                        row -> row.getInt(1),
                        "SELECT 1 FROM " + master(place.schema())
                                + " WHERE type IN ('table', 'view') AND lower(name) = lower(?)",
                        place.table())
                .isEmpty();
    }

    private static String definition(Connection connection, Place place) throws SQLException {
        List<String> sql = query(
                connection,
                row -> String.valueOf(row.getString(1)),
                "SELECT sql FROM " + master(place.schema())
                        + " WHERE type IN ('table', 'view') AND lower(name) = lower(?)",
                place.table());
        return sql.isEmpty() ? "" : sql.get(0);
    }

    /** A row of {@code table_xinfo}. */
    private record Declared(
            String name,
            String type,
            boolean notNull,
            @Nullable String defaultSql,
            int keyPlace,
            int hidden) {}

    private static List<Declared> declared(Connection connection, Place place) throws SQLException {
        return query(
                connection,
                row -> new Declared(
                        row.getString(1),
                        row.getString(2),
                        row.getInt(3) == 1,
                        row.getString(4),
                        row.getInt(5),
                        row.getInt(6)),
                "SELECT name, type, \"notnull\", dflt_value, pk, hidden FROM pragma_table_xinfo(?, ?) ORDER BY cid",
                place.table(),
                schemaOrMain(place));
    }

    @Override
    public List<Reflected.ColumnInfo> columns(Connection connection, Place place) throws SQLException {
        SqliteDefinition definition = new SqliteDefinition(definition(connection, place));
        List<Declared> all = declared(connection, place);
        long keys = all.stream().filter(column -> column.keyPlace() > 0).count();
        List<Reflected.ColumnInfo> columns = new ArrayList<>();
        for (Declared column : all) {
            boolean computed = column.hidden() == 2 || column.hidden() == 3;
            String type = computed ? column.type().replaceFirst("(?i)\\s*GENERATED ALWAYS$", "") : column.type();
            boolean rowId = column.keyPlace() == 1 && keys == 1 && type.equalsIgnoreCase("INTEGER");
            columns.add(new Reflected.ColumnInfo(
                    column.name(),
                    declaredType(type),
                    !column.notNull() && column.keyPlace() == 0,
                    defaultSql(column.defaultSql()),
                    rowId,
                    null,
                    computed ? definition.computedBy(column.name()) : null,
                    column.hidden() == 3,
                    null));
        }
        return columns;
    }

    @Override
    public Reflected.KeyInfo primaryKey(Connection connection, Place place) throws SQLException {
        List<String> columns = declared(connection, place).stream()
                .filter(column -> column.keyPlace() > 0)
                .sorted(Comparator.comparingInt(Declared::keyPlace))
                .map(Declared::name)
                .toList();
        return new Reflected.KeyInfo(
                columns.isEmpty() ? null : new SqliteDefinition(definition(connection, place)).primaryKeyName(),
                columns);
    }

    /** A column of a foreign key. */
    private record Part(
            int key, String table, String from, @Nullable String to, String onUpdate, String onDelete) {}

    @Override
    public List<Reflected.ForeignKeyInfo> foreignKeys(Connection connection, Place place) throws SQLException {
        List<Part> parts = query(
                connection,
                row -> new Part(
                        row.getInt(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getString(6)),
                "SELECT id, \"table\", \"from\", \"to\", on_update, on_delete FROM pragma_foreign_key_list(?, ?)"
                        + " ORDER BY id, seq",
                place.table(),
                schemaOrMain(place));
        Map<Integer, List<Part>> keys = new LinkedHashMap<>();
        parts.forEach(part ->
                keys.computeIfAbsent(part.key(), key -> new ArrayList<>()).add(part));
        SqliteDefinition definition = new SqliteDefinition(definition(connection, place));
        List<Reflected.ForeignKeyInfo> found = new ArrayList<>();
        for (List<Part> key : keys.values()) {
            Part first = key.get(0);
            List<String> columns = key.stream().map(Part::from).toList();
            List<String> referred = first.to() != null
                    ? key.stream().map(part -> String.valueOf(part.to())).toList()
                    : primaryKey(connection, new Place(place.schema(), first.table()))
                            .columns();
            SqliteDefinition.Reference said = definition.reference(columns, first.table());
            found.add(new Reflected.ForeignKeyInfo(
                    said == null ? null : said.name(),
                    columns,
                    null,
                    first.table(),
                    referred,
                    action(first.onDelete()),
                    action(first.onUpdate()),
                    said != null && said.deferrable(),
                    said != null && said.deferred()));
        }
        found.sort(Comparator.comparing(key -> key.columns().toString()));
        return found;
    }

    private static @Nullable ForeignKeyAction action(String rule) {
        return rule.equals("NO ACTION") ? null : ForeignKeyAction.valueOf(rule.replace(' ', '_'));
    }

    /** A row of {@code index_list}. */
    private record Listed(String name, boolean unique, String origin, boolean partial) {}

    private static List<Listed> listed(Connection connection, Place place) throws SQLException {
        return query(
                connection,
                row -> new Listed(row.getString(1), row.getInt(2) == 1, row.getString(3), row.getInt(4) == 1),
                "SELECT name, \"unique\", origin, partial FROM pragma_index_list(?, ?) ORDER BY name",
                place.table(),
                schemaOrMain(place));
    }

    private static List<@Nullable String> members(Connection connection, Place place, String index)
            throws SQLException {
        return query(
                connection,
                row -> row.getString(1),
                "SELECT name FROM pragma_index_info(?, ?) ORDER BY seqno",
                index,
                schemaOrMain(place));
    }

    @Override
    public List<Reflected.UniqueInfo> uniqueConstraints(Connection connection, Place place) throws SQLException {
        SqliteDefinition definition = new SqliteDefinition(definition(connection, place));
        List<Reflected.UniqueInfo> found = new ArrayList<>();
        for (Listed index : listed(connection, place)) {
            if (index.origin().equals("u")) {
                List<String> columns = members(connection, place, index.name()).stream()
                        .map(String::valueOf)
                        .toList();
                found.add(new Reflected.UniqueInfo(definition.nameOfUnique(columns), columns, false));
            }
        }
        found.sort(Comparator.comparing(unique -> unique.columns().toString()));
        return found;
    }

    @Override
    public List<Reflected.IndexInfo> indexes(Connection connection, Place place) throws SQLException {
        List<Reflected.IndexInfo> found = new ArrayList<>();
        for (Listed index : listed(connection, place)) {
            if (index.origin().equals("c")) {
                found.add(index(connection, place, index));
            }
        }
        return found;
    }

    @Override
    public List<Reflected.CheckInfo> checkConstraints(Connection connection, Place place) throws SQLException {
        return List.copyOf(new SqliteDefinition(definition(connection, place)).checks());
    }

    /** A column or expression of an index as {@code index_xinfo} tells. */
    private record Member(@Nullable String column, boolean descending) {}

    private static Reflected.IndexInfo index(Connection connection, Place place, Listed index) throws SQLException {
        List<Member> members = query(
                connection,
                row -> new Member(row.getString(1), row.getInt(2) == 1),
                "SELECT name, \"desc\" FROM pragma_index_xinfo(?, ?) WHERE key = 1 ORDER BY seqno",
                index.name(),
                schemaOrMain(place));
        List<String> tokens = SqliteDefinition.tokens(String.valueOf(Catalogue.text(
                connection,
                "SELECT sql FROM " + master(place.schema()) + " WHERE type = 'index' AND name = ?",
                index.name())));
        int list = 0;
        while (list < tokens.size() && !tokens.get(list).startsWith("(")) {
            list++;
        }
        List<String> said = list < tokens.size()
                ? SqlText.parts(String.valueOf(SqlText.inside(tokens.get(list))))
                : List.<String>of();
        List<Reflected.IndexPart> parts = new ArrayList<>();
        List<@Nullable String> names = new ArrayList<>();
        for (int i = 0; i < members.size(); i++) {
            Member member = members.get(i);
            String expression = member.column() != null || i >= said.size()
                    ? null
                    : SqlText.withoutParentheses(said.get(i).replaceFirst("(?i)\\s+(ASC|DESC)\\s*$", ""));
            parts.add(new Reflected.IndexPart(member.column(), expression, member.descending(), null));
            names.add(member.column());
        }
        String where = index.partial() && list + 2 < tokens.size()
                ? SqlText.withoutParentheses(afterWhere(
                        String.valueOf(Catalogue.text(
                                connection,
                                "SELECT sql FROM " + master(place.schema()) + " WHERE type = 'index' AND name = ?",
                                index.name())),
                        tokens.get(list)))
                : null;
        return new Reflected.IndexInfo(
                index.name(),
                Collections.unmodifiableList(names),
                index.unique(),
                null,
                List.copyOf(parts),
                where,
                org.aludel.schema.Options.NONE);
    }

    private static String afterWhere(String sql, String list) {
        return sql.substring(sql.indexOf(list) + list.length()).replaceFirst("(?is)^\\s*WHERE\\s+", "");
    }

    @Override
    public @Nullable String comment(Connection connection, Place place) {
        return null;
    }

    @Override
    public @Nullable String viewDefinition(Connection connection, Place place) throws SQLException {
        return definition(connection, place);
    }

    /** The type by its declaration, then by SQLite's rules of affinity. */
    static Type<?> declaredType(String declared) {
        String upper = declared.toUpperCase(Locale.ROOT);
        int open = upper.indexOf('(');
        String name = (open < 0 ? upper : upper.substring(0, open)).strip();
        List<Integer> numbers = SqlText.numbers(upper);
        int first = numbers.isEmpty() ? 0 : numbers.get(0);
        int second = numbers.size() < 2 ? -1 : numbers.get(1);
        Type<?> known = switch (name) {
            case "INTEGER", "INT" -> Types.INTEGER;
            case "SMALLINT" -> Types.SMALLINT;
            case "BIGINT" -> Types.BIGINT;
            case "BOOLEAN" -> Types.BOOLEAN;
            case "REAL" -> Types.FLOAT;
            case "FLOAT", "DOUBLE", "DOUBLE PRECISION" -> Types.DOUBLE;
            case "NUMERIC", "DECIMAL" ->
                first == 0 ? Types.NUMERIC : second < 0 ? Types.numeric(first) : Types.numeric(first, second);
            case "VARCHAR" -> first == 0 ? Types.STRING : Types.string(first);
            case "CHAR" -> Types.fixedString(Math.max(1, first));
            case "TEXT" -> Types.TEXT;
            case "DATE" -> Types.DATE;
            case "TIME" -> Types.TIME;
            case "TIMESTAMP" -> Types.TIMESTAMP;
            case "DATETIME" -> Types.DATETIME;
            case "BLOB", "" -> Types.BINARY;
            case "JSON" -> Types.JSON;
            case "UUID" -> Types.UUID;
            default -> null;
        };
        return known != null ? known : new SpelledType<>(declared, affinity(upper), "sqlite");
    }

    private static Type<?> affinity(String upper) {
        if (upper.contains("INT")) {
            return Types.BIGINT;
        }
        if (upper.contains("CHAR") || upper.contains("CLOB") || upper.contains("TEXT")) {
            return Types.TEXT;
        }
        if (upper.contains("BLOB")) {
            return Types.BINARY;
        }
        return upper.contains("REAL") || upper.contains("FLOA") || upper.contains("DOUB")
                ? Types.DOUBLE
                : Types.NUMERIC;
    }
}
