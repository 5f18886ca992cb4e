package org.aludel.itests.corpus;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.aludel.sql.Condition;
import org.aludel.sql.Expr;
import org.aludel.sql.tree.Binary;
import org.aludel.sql.tree.Filtered;
import org.aludel.sql.tree.Func;
import org.aludel.sql.tree.Operator;
import org.aludel.sql.tree.Over;
import org.aludel.sql.tree.Unary;
import org.aludel.sql.tree.WithinGroup;
import org.aludel.types.ArrayType;
import org.aludel.types.IntegerType;
import org.aludel.types.NumericType;
import org.aludel.types.StringType;
import org.aludel.types.Type;
import org.aludel.types.TypeFamily;
import org.jspecify.annotations.Nullable;

/** Compares recorded descriptions of types with types. */
final class NeutralTypes {

    private static final List<String> WHOLE =
            List.of("SMALLINTEGER", "SMALLINT", "INTEGER", "INT", "BIGINTEGER", "BIGINT");

    private NeutralTypes() {}

    /**
     * The same for the type of an expression. Where Java's signatures say more than the reference system knows, that is no
     * difference: conditions are truth values, counts and ranks are longs, concatenations are text, and functions such as
     * {@code upper} have the type that they always have.
     */
    static boolean same(Map<String, @Nullable Object> expected, Type<?> type, Expr<?> expression) {
        if (same(expected, type)) {
            return true;
        }
        boolean unknown = "NullType".equals(expected.get("type"));
        if (expression instanceof Condition) {
            return unknown && type.family() == TypeFamily.BOOLEAN;
        }
        if (isConcatenation(expression)) {
            return type.family() == TypeFamily.STRING;
        }
        if (expression instanceof Over<?> over) {
            return same(expected, type, over.function());
        }
        return (expression instanceof Func<?>
                        || expression instanceof Filtered<?>
                        || expression instanceof WithinGroup<?>)
                && (unknown || "Integer".equals(expected.get("type")) && type.javaType() == Long.class);
    }

    /** Whether the expression is text by concatenation, or begins with such. */
    private static boolean isConcatenation(Expr<?> expression) {
        if (expression instanceof Unary<?> unary) {
            return isConcatenation(unary.operand());
        }
        return expression instanceof Binary<?> binary
                && (binary.operator().equals(Operator.CONCAT) || isConcatenation(binary.left()));
    }

    static boolean same(Map<String, @Nullable Object> expected, Type<?> type) {
        String name = String.valueOf(expected.get("type"));
        int dot = name.indexOf('.');
        String word = name.substring(dot + 1).toUpperCase(Locale.ROOT);
        if (dot > 0) {
            return specific(word, expected, type);
        }
        return switch (word) {
            case "NULLTYPE" -> type.family() == TypeFamily.UNKNOWN;
            case "BOOLEAN", "MATCHTYPE" -> type.family() == TypeFamily.BOOLEAN;
            case "STRING", "UNICODE", "VARCHAR", "CHAR", "NVARCHAR" ->
                type.family() == TypeFamily.STRING && length(expected, type);
            case "TEXT", "UNICODETEXT" -> type.family() == TypeFamily.STRING && lengthOf(type) == 0;
            case "NUMERIC", "DECIMAL" ->
                Boolean.TRUE.equals(expected.get("asdecimal"))
                        ? type.family() == TypeFamily.NUMERIC && precise(expected, type)
                        : isFloat(type);
            case "FLOAT", "REAL", "DOUBLE" -> isFloat(type);
            case "DATETIME", "TIMESTAMP" ->
                described(type).startsWith("TIMESTAMP") || described(type).startsWith("DATETIME");
            case "ARRAY" -> array(expected, type);
            case "ENUM" -> described(type).startsWith("ENUM");
            case "LARGEBINARY", "BLOB" -> type.javaType() == byte[].class;
            default ->
                WHOLE.contains(word)
                        ? type instanceof IntegerType<?> && bits(word).equals(described(type))
                        : described(type).startsWith(word) || type.toString().equals(name);
        };
    }

    private static boolean isFloat(Type<?> type) {
        return type.javaType() == Double.class || type.javaType() == Float.class;
    }

    private static String bits(String word) {
        return word.startsWith("SMALL") ? "SMALLINT" : word.startsWith("BIG") ? "BIGINT" : "INTEGER";
    }

    private static boolean array(Map<String, @Nullable Object> expected, Type<?> type) {
        return type instanceof ArrayType<?> array && same(JsonFiles.object(expected.get("item_type")), array.element());
    }

    private static boolean specific(String word, Map<String, @Nullable Object> expected, Type<?> type) {
        if (word.equals("ARRAY")) {
            return array(expected, type);
        }
        return described(type).startsWith(word)
                || word.equals("DOUBLE_PRECISION") && isFloat(type)
                || word.equals("ENUM") && described(type).startsWith("ENUM");
    }

    /** The type as it prints itself, in capitals. */
    private static String described(Type<?> type) {
        return type.toString().toUpperCase(Locale.ROOT);
    }

    private static boolean length(Map<String, @Nullable Object> expected, Type<?> type) {
        Object length = expected.get("length");
        return (length == null ? 0 : ((Number) length).intValue()) == lengthOf(type);
    }

    private static int lengthOf(Type<?> type) {
        return type instanceof StringType text ? text.length() : 0;
    }

    private static boolean precise(Map<String, @Nullable Object> expected, Type<?> type) {
        return !(type instanceof NumericType numeric)
                || expected.get("precision") == null
                || ((Number) expected.get("precision")).intValue() == numeric.precision();
    }
}
