package org.aludel.dialects.mysql;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.aludel.core.reflection.SqlText;
import org.aludel.types.SpelledType;
import org.aludel.types.Type;
import org.aludel.types.Types;
import org.jspecify.annotations.Nullable;

/** Types by their declaration: {@code varchar(50)}, {@code int(10) unsigned zerofill}, {@code enum('a','b')}. */
final class MySqlDeclaredTypes {

    /** How wide numbers are shown that nobody said anything of, with and without a sign. */
    private static final Map<String, List<Integer>> USUAL_WIDTH = Map.of(
            "tinyint", List.of(4, 3),
            "smallint", List.of(6, 5),
            "mediumint", List.of(9, 8),
            "int", List.of(11, 10),
            "bigint", List.of(20, 20));

    private MySqlDeclaredTypes() {}

    /**
     * The type.
     *
     * @param collation that of a text column, if it is another than its table's
     */
    static Type<?> of(String declared, @Nullable String collation) {
        Type<?> type = of(declared);
        if (collation == null) {
            return type;
        }
        int underscore = collation.indexOf('_');
        String charset = underscore < 0 ? collation : collation.substring(0, underscore);
        return text(declared).charset(charset).collation(collation);
    }

    /** A text type that can be told a collation. */
    private static MySqlText<String> text(String declared) {
        int first = first(declared);
        return switch (SqlText.name(declared)) {
            case "char" -> MySqlTypes.charType(first);
            case "varchar" -> MySqlTypes.varchar(first);
            case "tinytext" -> MySqlTypes.tinytext();
            case "mediumtext" -> MySqlTypes.mediumtext();
            case "longtext" -> MySqlTypes.longtext();
            case "enum" -> MySqlTypes.enumType(labels(declared));
            case "set" -> MySqlTypes.set(labels(declared));
            default -> MySqlTypes.text();
        };
    }

    private static String[] labels(String declared) {
        return SqlText.labels(String.valueOf(SqlText.inside(declared))).toArray(String[]::new);
    }

    private static int first(String declared) {
        List<Integer> numbers = SqlText.numbers(declared);
        return numbers.isEmpty() ? 0 : numbers.get(0);
    }

    private static Type<?> of(String declared) {
        String words = SqlText.name(declared);
        int space = words.indexOf(' ');
        String name = space < 0 ? words : words.substring(0, space);
        boolean unsigned = words.contains(" unsigned");
        boolean zerofill = words.contains(" zerofill");
        List<Integer> numbers = SqlText.numbers(declared);
        int first = first(declared);
        int second = numbers.size() < 2 ? -1 : numbers.get(1);
        boolean usual = first == 0
                || USUAL_WIDTH.containsKey(name) && USUAL_WIDTH.get(name).get(unsigned ? 1 : 0) == first;
        int width = usual && !zerofill ? 0 : first;
        boolean plain = width == 0 && !unsigned && !zerofill;
        return switch (name) {
            case "tinyint" ->
                first == 1 && !unsigned
                        ? Types.BOOLEAN
                        : signed(width == 0 ? MySqlTypes.tinyint() : MySqlTypes.tinyint(width), unsigned, zerofill);
            case "smallint" ->
                plain
                        ? Types.SMALLINT
                        : signed(width == 0 ? MySqlTypes.smallint() : MySqlTypes.smallint(width), unsigned, zerofill);
            case "mediumint" ->
                signed(width == 0 ? MySqlTypes.mediumint() : MySqlTypes.mediumint(width), unsigned, zerofill);
            case "int", "integer" ->
                plain
                        ? Types.INTEGER
                        : signed(width == 0 ? MySqlTypes.integer() : MySqlTypes.integer(width), unsigned, zerofill);
            case "bigint" ->
                unsigned
                        // half of its values are beyond those of a long
                        ? new SpelledType<>(
                                "BIGINT" + (width == 0 ? "" : "(" + width + ")") + " UNSIGNED"
                                        + (zerofill ? " ZEROFILL" : ""),
                                Types.NUMERIC,
                                "mysql",
                                "mariadb")
                        : plain ? Types.BIGINT : MySqlTypes.bigint(width);
            case "float" ->
                numbers.isEmpty() && !unsigned && !zerofill
                        ? Types.FLOAT
                        : signed(
                                second < 0
                                        ? first == 0 ? MySqlTypes.floatType() : MySqlTypes.floatType(first)
                                        : MySqlTypes.floatType(first, second),
                                unsigned,
                                zerofill);
            case "double", "real" ->
                numbers.isEmpty() && !unsigned && !zerofill
                        ? Types.DOUBLE
                        : signed(
                                second < 0 ? MySqlTypes.doubleType() : MySqlTypes.doubleType(first, second),
                                unsigned,
                                zerofill);
            case "decimal", "numeric" ->
                unsigned || zerofill
                        ? signed(MySqlTypes.numeric(first, Math.max(0, second)), unsigned, zerofill)
                        : Types.numeric(first, Math.max(0, second));
            case "char" -> Types.fixedString(Math.max(1, first));
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
            case "binary" -> MySqlTypes.binary(first);
            case "varbinary" -> Types.binary(first);
            case "tinyblob" -> MySqlTypes.tinyblob();
            case "mediumblob" -> MySqlTypes.mediumblob();
            case "longblob" -> Types.BINARY;
            case "blob" -> Types.LARGE_BINARY;
            case "uuid" -> Types.UUID;
            case "bit" -> MySqlTypes.bit(Math.max(1, first));
            case "inet4", "inet6" -> new SpelledType<>(name.toUpperCase(Locale.ROOT), Types.STRING, "mysql", "mariadb");
            case "enum" -> Types.enumeration(labels(declared));
            case "set" -> MySqlTypes.set(labels(declared));
            default -> new SpelledType<>(declared.toUpperCase(Locale.ROOT), Types.UNKNOWN, "mysql", "mariadb");
        };
    }

    private static Type<?> signed(MySqlNumber<?> type, boolean unsigned, boolean zerofill) {
        // what is filled with zeros has no sign
        MySqlNumber<?> signed = unsigned ? type.unsigned() : type;
        return zerofill ? signed.zerofill() : signed;
    }
}
