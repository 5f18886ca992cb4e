package org.aludel.dialects.mysql;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
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

/** The catalogue of MySQL and MariaDB, whose schemas JDBC calls catalogues. */
final class MySqlSchemaReader extends InformationSchemaReader {

    MySqlSchemaReader(Identifiers identifiers) {
        super(identifiers, new ReflectedTypes());
    }

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
    protected @Nullable String constraintName(String stored) {
        // every primary key has this name, and CONSTRAINT_n is what a check without one gets
        return stored.equals("PRIMARY") || stored.matches("CONSTRAINT_\\d+") ? null : super.constraintName(stored);
    }

    /** A row of the catalogue's columns. */
    private record Declared(
            String name,
            String type,
            boolean nullable,
            @Nullable String defaultSql,
            String extra,
            @Nullable String computedBy,
            String comment) {}

    @Override
    public List<Reflected.ColumnInfo> columns(Connection connection, Place place) throws SQLException {
        Map<String, String> checks = jsonChecks(connection, place);
        List<Declared> declared = query(
                connection,
                row -> new Declared(
                        row.getString(1),
                        row.getString(2),
                        "YES".equals(row.getString(3)),
                        row.getString(4),
                        row.getString(5) == null ? "" : row.getString(5),
                        row.getString(6),
                        row.getString(7) == null ? "" : row.getString(7)),
                "SELECT column_name, column_type, is_nullable, column_default, extra, generation_expression,"
                        + " column_comment FROM information_schema.columns WHERE table_schema = ? AND table_name = ?"
                        + " ORDER BY ordinal_position",
                schemaOrDefault(connection, place),
                place.table());
        List<Reflected.ColumnInfo> columns = new ArrayList<>();
        for (Declared column : declared) {
            String extra = column.extra().toLowerCase(Locale.ROOT);
            boolean autoincrement = extra.contains("auto_increment");
            boolean computed =
                    column.computedBy() != null && !column.computedBy().isEmpty();
            String type = checks.containsKey(column.name()) ? "json" : column.type();
            columns.add(new Reflected.ColumnInfo(
                    column.name(),
                    declaredType(type),
                    column.nullable(),
                    computed || autoincrement ? null : defaultSql(column.defaultSql()),
                    autoincrement,
                    null,
                    computed ? column.computedBy() : null,
                    extra.contains("stored") || extra.contains("persistent"),
                    column.comment().isEmpty() ? null : column.comment()));
        }
        return columns;
    }

    private static @Nullable String schemaOrDefault(Connection connection, Place place) throws SQLException {
        return place.schema() == null ? connection.getCatalog() : place.schema();
    }

    /** MariaDB keeps JSON as text with a check that it is. */
    private Map<String, String> jsonChecks(Connection connection, Place place) throws SQLException {
        Map<String, String> found = new LinkedHashMap<>();
        for (Reflected.CheckInfo check : allChecks(connection, place)) {
            String sql = check.sql();
            if (sql.startsWith("json_valid(`") && sql.endsWith("`)")) {
                found.put(sql.substring("json_valid(`".length(), sql.length() - 2), sql);
            }
        }
        return found;
    }

    private List<Reflected.CheckInfo> allChecks(Connection connection, Place place) throws SQLException {
        return super.checkConstraints(connection, place);
    }

    @Override
    public List<Reflected.CheckInfo> checkConstraints(Connection connection, Place place) throws SQLException {
        return allChecks(connection, place).stream()
                .filter(check -> !check.sql().startsWith("json_valid(`"))
                .toList();
    }

    @Override
    protected boolean isShown(
            Connection connection,
            Place place,
            String storedName,
            List<@Nullable String> columns,
            Reflected.KeyInfo primaryKey) {
        return !storedName.equals("PRIMARY");
    }

    @Override
    public List<String> sequences(Connection connection, @Nullable String schema) throws SQLException {
        return query(
                connection,
                row -> row.getString(1),
                "SELECT table_name FROM information_schema.tables WHERE table_type = 'SEQUENCE' AND table_schema = ?"
                        + " ORDER BY 1",
                schema == null ? connection.getCatalog() : schema);
    }

    /** The type by its declaration: {@code varchar(50)}, {@code int(10) unsigned}, {@code enum('a','b')}. */
    static Type<?> declaredType(String declared) {
        int open = declared.indexOf('(');
        int close = declared.lastIndexOf(')');
        String name = (open < 0 ? declared : declared.substring(0, open)).toLowerCase(Locale.ROOT);
        String inside = open < 0 ? "" : declared.substring(open + 1, close);
        boolean unsigned = declared.toLowerCase(Locale.ROOT).contains(" unsigned");
        int space = name.indexOf(' ');
        if (space > 0) {
            name = name.substring(0, space);
        }
        if (name.equals("enum") || name.equals("set")) {
            String[] labels = labels(inside);
            return name.equals("enum") ? Types.enumeration(labels) : MySqlTypes.set(labels);
        }
        String[] arguments = inside.isEmpty() ? new String[0] : inside.split(",");
        int first = arguments.length > 0 ? Integer.parseInt(arguments[0].strip()) : 0;
        int second = arguments.length > 1 ? Integer.parseInt(arguments[1].strip()) : -1;
        if (unsigned) {
            return new SpelledType<>(declared.toUpperCase(Locale.ROOT), unsignedBase(name), "mysql", "mariadb");
        }
        return switch (name) {
            case "tinyint" -> first == 1 ? Types.BOOLEAN : MySqlTypes.tinyint();
            case "smallint" -> Types.SMALLINT;
            case "mediumint" -> MySqlTypes.mediumint();
            case "int", "integer" -> Types.INTEGER;
            case "bigint" -> Types.BIGINT;
            case "float" -> Types.FLOAT;
            case "double", "real" -> Types.DOUBLE;
            case "decimal", "numeric" -> Types.numeric(first, Math.max(0, second));
            case "char" -> Types.fixedString(first);
            case "varchar" -> Types.string(first);
            case "tinytext" -> MySqlTypes.tinytext();
            case "mediumtext" -> MySqlTypes.mediumtext();
            case "longtext" -> MySqlTypes.longtext();
            case "text" -> Types.TEXT;
            case "json" -> Types.JSON;
            case "date" -> Types.DATE;
            case "time" -> first == 0 ? Types.TIME : MySqlTypes.time().fsp(first);
            case "datetime" ->
                first == 0 ? Types.DATETIME : MySqlTypes.datetime().fsp(first);
            case "timestamp" ->
                first == 0 ? Types.TIMESTAMP : MySqlTypes.timestamp().fsp(first);
            case "year" -> MySqlTypes.year();
            case "binary", "varbinary" -> Types.binary(first);
            case "tinyblob" -> MySqlTypes.tinyblob();
            case "mediumblob" -> MySqlTypes.mediumblob();
            case "longblob", "blob" -> Types.BINARY;
            case "uuid" -> Types.UUID;
            case "bit" -> MySqlTypes.bit(Math.max(1, first));
            default -> new SpelledType<>(declared.toUpperCase(Locale.ROOT), Types.UNKNOWN, "mysql", "mariadb");
        };
    }

    private static Type<?> unsignedBase(String name) {
        return switch (name) {
            case "tinyint", "smallint", "mediumint" -> Types.INTEGER;
            case "int", "integer" -> Types.BIGINT;
            default -> Types.NUMERIC;
        };
    }

    /** The labels of {@code 'a','it''s'}. */
    private static String[] labels(String list) {
        List<String> labels = new ArrayList<>();
        StringBuilder label = new StringBuilder();
        boolean inside = false;
        for (int i = 0; i < list.length(); i++) {
            char c = list.charAt(i);
            if (c != '\'') {
                if (inside) {
                    label.append(c);
                }
            } else if (inside && i + 1 < list.length() && list.charAt(i + 1) == '\'') {
                label.append(c);
                i++;
            } else {
                inside = !inside;
                if (!inside) {
                    labels.add(label.toString());
                    label.setLength(0);
                }
            }
        }
        return labels.toArray(String[]::new);
    }
}
