package org.aludel.dialects.mysql;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.aludel.core.dialect.Identifiers;
import org.aludel.core.reflection.Catalogue;
import org.aludel.core.reflection.Counting;
import org.aludel.core.reflection.InformationSchemaReader;
import org.aludel.core.reflection.ReflectedTypes;
import org.aludel.schema.ForeignKeyAction;
import org.aludel.schema.Options;
import org.aludel.schema.Reflected;
import org.aludel.schema.Sequence;
import org.aludel.types.Type;
import org.aludel.types.TypeFamily;
import org.jspecify.annotations.Nullable;

/** The catalogue of MySQL and MariaDB, whose schemas JDBC calls catalogues. */
final class MySqlSchemaReader extends InformationSchemaReader {

    private static final String OF_TABLE = " WHERE table_schema = ? AND table_name = ?";

    private final Identifiers identifiers;

    MySqlSchemaReader(Identifiers identifiers) {
        super(identifiers, new ReflectedTypes());
        this.identifiers = identifiers;
    }

    private static boolean isMariaDb(Connection connection) throws SQLException {
        String product = connection.getMetaData().getDatabaseProductName();
        String version = connection.getMetaData().getDatabaseProductVersion();
        return product.toLowerCase(Locale.ROOT).contains("mariadb")
                || version.toLowerCase(Locale.ROOT).contains("mariadb");
    }

    // ---- schemas and tables

    @Override
    public @Nullable String defaultSchema(Connection connection) throws SQLException {
        return connection.getCatalog();
    }

    @Override
    protected @Nullable String catalog(Connection connection, @Nullable String schema) throws SQLException {
        return schema == null ? connection.getCatalog() : schema;
    }

    @Override
    protected @Nullable String jdbcSchema(Connection connection, @Nullable String schema) {
        return null;
    }

    @Override
    protected @Nullable String schemaOf(@Nullable String catalog, @Nullable String schema) {
        return catalog;
    }

    @Override
    public List<String> schemas(Connection connection) throws SQLException {
        return query(
                connection, row -> row.getString(1), "SELECT schema_name FROM information_schema.schemata ORDER BY 1");
    }

    @Override
    public List<String> tables(Connection connection, @Nullable String schema) throws SQLException {
        return ofKinds(connection, schema, "'BASE TABLE', 'SYSTEM VERSIONED'");
    }

    @Override
    public List<String> views(Connection connection, @Nullable String schema) throws SQLException {
        return ofKinds(connection, schema, "'VIEW', 'SYSTEM VIEW'");
    }

    private static List<String> ofKinds(Connection connection, @Nullable String schema, String kinds)
            throws SQLException {
        return query(
                        connection,
                        row -> row.getString(1),
                        "SELECT table_name FROM information_schema.tables WHERE table_type IN (" + kinds
                                + ") AND table_schema = ?",
                        schema == null ? connection.getCatalog() : schema)
                .stream()
                .sorted()
                .toList();
    }

    @Override
    public boolean exists(Connection connection, Place place) throws SQLException {
        return Catalogue.text(
                        connection,
                        "SELECT table_name FROM information_schema.tables" + OF_TABLE + " AND table_type <> 'SEQUENCE'",
                        schemaOrDefault(connection, place),
                        place.table())
                != null;
    }

    @Override
    public @Nullable String comment(Connection connection, Place place) throws SQLException {
        String comment = Catalogue.text(
                connection,
                "SELECT table_comment FROM information_schema.tables" + OF_TABLE + " AND table_type <> 'VIEW'",
                schemaOrDefault(connection, place),
                place.table());
        return comment == null || comment.isEmpty() ? null : comment;
    }

    @Override
    public Options tableOptions(Connection connection, Place place) throws SQLException {
        List<Options> found = query(
                connection,
                row -> {
                    Options options = Options.NONE;
                    String engine = row.getString(1);
                    String collation = row.getString(2);
                    if (engine != null) {
                        options = options.and("mysql_engine", engine);
                    }
                    return collation == null
                            ? options
                            : options.and("mysql_default_charset", charset(collation))
                                    .and("mysql_collate", collation);
                },
                "SELECT engine, table_collation FROM information_schema.tables" + OF_TABLE,
                schemaOrDefault(connection, place),
                place.table());
        return found.isEmpty() ? Options.NONE : found.get(0);
    }

    private static String charset(String collation) {
        int underscore = collation.indexOf('_');
        return underscore < 0 ? collation : collation.substring(0, underscore);
    }

    private static @Nullable String schemaOrDefault(Connection connection, Place place) throws SQLException {
        return place.schema() == null ? connection.getCatalog() : place.schema();
    }

    // ---- columns

    @Override
    public List<Reflected.ColumnInfo> columns(Connection connection, Place place) throws SQLException {
        Set<String> documents = jsonColumns(connection, place);
        boolean mariaDb = isMariaDb(connection);
        return query(
                connection,
                row -> column(row, documents, mariaDb),
                "SELECT c.column_name, c.column_type, c.is_nullable, c.column_default, c.extra,"
                        + " c.generation_expression, c.column_comment,"
                        + " CASE WHEN c.collation_name <> t.table_collation THEN c.collation_name END"
                        + " FROM information_schema.columns c LEFT JOIN information_schema.tables t"
                        + " ON t.table_schema = c.table_schema AND t.table_name = c.table_name"
                        + " AND t.table_type <> 'VIEW'"
                        + " WHERE c.table_schema = ? AND c.table_name = ? ORDER BY c.ordinal_position",
                schemaOrDefault(connection, place),
                place.table());
    }

    private Reflected.ColumnInfo column(ResultSet row, Set<String> documents, boolean mariaDb) throws SQLException {
        String name = row.getString(1);
        boolean document = documents.contains(name);
        Type<?> type = MySqlDeclaredTypes.of(document ? "json" : row.getString(2), document ? null : row.getString(8));
        boolean nullable = "YES".equals(row.getString(3));
        String reported = row.getString(4);
        String extra = row.getString(5) == null ? "" : row.getString(5).toLowerCase(Locale.ROOT);
        String expression = row.getString(6);
        String comment = row.getString(7);
        boolean counted = extra.contains("auto_increment");
        boolean computed = expression != null && !expression.isEmpty();
        String byDefault = mariaDb ? defaultSql(reported) : mySqlDefault(reported, extra, type);
        int onUpdate = extra.indexOf("on update ");
        if (byDefault != null && onUpdate >= 0) {
            byDefault += " " + extra.substring(onUpdate).toUpperCase(Locale.ROOT);
        }
        return new Reflected.ColumnInfo(
                name,
                type,
                nullable,
                computed || counted ? null : byDefault,
                counted,
                null,
                computed ? mariaDb ? expression : expression.replace("\\'", "'") : null,
                extra.contains("stored") || extra.contains("persistent"),
                comment == null || comment.isEmpty() ? null : comment);
    }

    /** MySQL tells text without its quotes. */
    private static @Nullable String mySqlDefault(@Nullable String reported, String extra, Type<?> type) {
        if (reported == null) {
            return null;
        }
        if (extra.contains("default_generated")) {
            return reported.toUpperCase(Locale.ROOT).startsWith("CURRENT_TIMESTAMP") ? reported : "(" + reported + ")";
        }
        boolean bits = reported.startsWith("b'") || reported.startsWith("0x");
        boolean number = type.family().isNumber() || type.family() == TypeFamily.BOOLEAN;
        boolean now = reported.toUpperCase(Locale.ROOT).startsWith("CURRENT_TIMESTAMP");
        return bits || number || now ? reported : "'" + reported.replace("'", "''") + "'";
    }

    /** MariaDB keeps JSON as text with a check that it is. */
    private Set<String> jsonColumns(Connection connection, Place place) throws SQLException {
        Set<String> found = new HashSet<>();
        for (Reflected.CheckInfo check : allChecks(connection, place)) {
            String sql = check.sql();
            if (sql.startsWith("json_valid(`") && sql.endsWith("`)")) {
                found.add(sql.substring("json_valid(`".length(), sql.length() - 2));
            }
        }
        return found;
    }

    // ---- constraints and indexes

    @Override
    protected @Nullable String constraintName(String stored) {
        // every primary key has this name, and CONSTRAINT_n is what a check without one gets
        return stored.equals("PRIMARY") || stored.matches("CONSTRAINT_\\d+") ? null : super.constraintName(stored);
    }

    private List<Reflected.CheckInfo> allChecks(Connection connection, Place place) throws SQLException {
        if (!isMariaDb(connection)) {
            // before 8.0.16 there are none, nor a table of them
            boolean none = Catalogue.text(
                            connection,
                            "SELECT table_name FROM information_schema.tables WHERE table_schema = 'information_schema'"
                                    + " AND table_name = 'CHECK_CONSTRAINTS'")
                    == null;
            return none ? List.of() : super.checkConstraints(connection, place);
        }
        // names are unique in a table only
        return query(
                connection,
                row -> new Reflected.CheckInfo(constraintName(row.getString(1)), row.getString(2)),
                "SELECT constraint_name, check_clause FROM information_schema.check_constraints"
                        + " WHERE constraint_schema = ? AND table_name = ? ORDER BY constraint_name",
                schemaOrDefault(connection, place),
                place.table());
    }

    @Override
    public List<Reflected.CheckInfo> checkConstraints(Connection connection, Place place) throws SQLException {
        return allChecks(connection, place).stream()
                .filter(check -> !check.sql().startsWith("json_valid(`"))
                .toList();
    }

    @Override
    public List<Reflected.UniqueInfo> uniqueConstraints(Connection connection, Place place) throws SQLException {
        return new MySqlIndexes(connection, schemaOrDefault(connection, place), place.table(), isMariaDb(connection))
                .uniques();
    }

    @Override
    public List<Reflected.IndexInfo> indexes(Connection connection, Place place) throws SQLException {
        return new MySqlIndexes(connection, schemaOrDefault(connection, place), place.table(), isMariaDb(connection))
                .all();
    }

    /** A column of a foreign key. */
    private record Part(
            String key,
            String column,
            String schema,
            String table,
            String referred,
            @Nullable ForeignKeyAction onUpdate,
            @Nullable ForeignKeyAction onDelete) {}

    @Override
    public List<Reflected.ForeignKeyInfo> foreignKeys(Connection connection, Place place) throws SQLException {
        Map<String, List<Part>> keys = new LinkedHashMap<>();
        query(
                connection,
                row -> keys.computeIfAbsent(row.getString(1), key -> new ArrayList<>())
                        .add(new Part(
                                row.getString(1),
                                row.getString(2),
                                row.getString(3),
                                row.getString(4),
                                row.getString(5),
                                action(row.getString(6)),
                                action(row.getString(7)))),
                "SELECT k.constraint_name, k.column_name, k.referenced_table_schema, k.referenced_table_name,"
                        + " k.referenced_column_name, r.update_rule, r.delete_rule"
                        + " FROM information_schema.key_column_usage k"
                        + " JOIN information_schema.referential_constraints r"
                        + " ON r.constraint_schema = k.constraint_schema AND r.constraint_name = k.constraint_name"
                        + " AND r.table_name = k.table_name WHERE k.table_schema = ? AND k.table_name = ?"
                        + " AND k.referenced_table_name IS NOT NULL ORDER BY k.constraint_name, k.ordinal_position",
                schemaOrDefault(connection, place),
                place.table());
        String home = schemaOrDefault(connection, place);
        List<Reflected.ForeignKeyInfo> found = new ArrayList<>();
        for (List<Part> parts : keys.values()) {
            Part first = parts.get(0);
            found.add(new Reflected.ForeignKeyInfo(
                    first.key(),
                    parts.stream().map(Part::column).toList(),
                    first.schema().equals(home) ? null : first.schema(),
                    first.table(),
                    parts.stream().map(Part::referred).toList(),
                    first.onDelete(),
                    first.onUpdate(),
                    false,
                    false));
        }
        found.sort(Comparator.comparing(key -> key.columns().toString()));
        return found;
    }

    /** RESTRICT and NO ACTION are one thing here, and MariaDB calls what was not said by the first name. */
    private static @Nullable ForeignKeyAction action(String rule) {
        return rule.equals("NO ACTION") || rule.equals("RESTRICT")
                ? null
                : ForeignKeyAction.valueOf(rule.replace(' ', '_'));
    }

    // ---- sequences

    @Override
    public List<String> sequences(Connection connection, @Nullable String schema) throws SQLException {
        return ofKinds(connection, schema, "'SEQUENCE'");
    }

    @Override
    public @Nullable Sequence sequence(Connection connection, Place place) throws SQLException {
        if (!sequences(connection, place.schema()).contains(place.table())) {
            return null;
        }
        List<Sequence> found = query(
                connection,
                row -> new Sequence(
                        null,
                        place.table(),
                        new Counting(
                                        Catalogue.number(row, 1),
                                        Catalogue.number(row, 2),
                                        Catalogue.number(row, 3),
                                        Catalogue.number(row, 4),
                                        row.getInt(5) != 0,
                                        Catalogue.number(row, 6),
                                        -Long.MAX_VALUE,
                                        Long.MAX_VALUE - 1,
                                        1000)
                                .options(),
                        null,
                        false),
                "SELECT start_value, increment, minimum_value, maximum_value, cycle_option, cache_size FROM "
                        + identifiers.qualified(place.schema(), place.table()));
        return found.isEmpty() ? null : found.get(0);
    }
}
