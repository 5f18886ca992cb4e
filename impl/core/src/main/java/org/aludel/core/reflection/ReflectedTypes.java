package org.aludel.core.reflection;

import java.sql.Types;
import java.util.Locale;
import org.aludel.types.SpelledType;
import org.aludel.types.Type;
import org.jspecify.annotations.Nullable;

/**
 * Finds the type of a column: first by the database's name for it, then by JDBC's number. A dialect overrides {@link
 * #byName} for the names of its own.
 */
public class ReflectedTypes {

    /** Lengths from here on are no limit anyone has set. */
    private static final int NO_LENGTH = 1_000_000;

    /** The type; of unknown values, under the database's name, if there is none. */
    public final Type<?> type(ColumnFacts facts) {
        Type<?> named = byName(facts.typeName().toLowerCase(Locale.ROOT), facts);
        if (named != null) {
            return named;
        }
        Type<?> numbered = byNumber(facts);
        return numbered != null ? numbered : unknown(facts.typeName());
    }

    /** A type that keeps the database's name for it and whose values pass as the driver gives them. */
    protected static Type<?> unknown(String typeName) {
        return typeName.isBlank()
                ? org.aludel.types.Types.UNKNOWN
                : new SpelledType<>(typeName, org.aludel.types.Types.UNKNOWN);
    }

    /** The type that the database calls so; null to go by JDBC's number. */
    protected @Nullable Type<?> byName(String name, ColumnFacts facts) {
        return name.equals("uuid")
                ? org.aludel.types.Types.UUID
                : name.equals("json") ? org.aludel.types.Types.JSON : null;
    }

    private static @Nullable Type<?> byNumber(ColumnFacts facts) {
        int size = facts.size();
        return switch (facts.jdbcType()) {
            case Types.BIT, Types.BOOLEAN -> org.aludel.types.Types.BOOLEAN;
            case Types.TINYINT, Types.SMALLINT -> org.aludel.types.Types.SMALLINT;
            case Types.INTEGER -> org.aludel.types.Types.INTEGER;
            case Types.BIGINT -> org.aludel.types.Types.BIGINT;
            case Types.REAL -> org.aludel.types.Types.FLOAT;
            case Types.FLOAT, Types.DOUBLE -> org.aludel.types.Types.DOUBLE;
            case Types.NUMERIC, Types.DECIMAL -> numeric(size, facts.digits());
            case Types.CHAR, Types.NCHAR -> org.aludel.types.Types.fixedString(Math.max(1, size));
            case Types.VARCHAR, Types.NVARCHAR ->
                size <= 0 || size >= NO_LENGTH ? org.aludel.types.Types.STRING : org.aludel.types.Types.string(size);
            case Types.LONGVARCHAR, Types.LONGNVARCHAR, Types.CLOB, Types.NCLOB -> org.aludel.types.Types.TEXT;
            case Types.DATE -> org.aludel.types.Types.DATE;
            case Types.TIME -> org.aludel.types.Types.TIME;
            case Types.TIMESTAMP -> org.aludel.types.Types.TIMESTAMP;
            case Types.TIMESTAMP_WITH_TIMEZONE -> org.aludel.types.Types.TIMESTAMP_TZ;
            case Types.BINARY, Types.VARBINARY ->
                size <= 0 || size >= NO_LENGTH ? org.aludel.types.Types.BINARY : org.aludel.types.Types.binary(size);
            case Types.LONGVARBINARY, Types.BLOB -> org.aludel.types.Types.BINARY;
            default -> null;
        };
    }

    /**
     * Elements of {@code integer array[5]}, {@code character varying(20) array}.
     *
     * @param name a type that ends so, in lower case
     */
    protected final Type<?> array(String name) {
        String element = name.substring(0, name.lastIndexOf(" array"));
        java.util.List<Integer> numbers = SqlText.numbers(element);
        String bare = SqlText.name(element);
        int size = numbers.isEmpty() ? 0 : numbers.get(0);
        int digits = numbers.size() < 2 ? -1 : numbers.get(1);
        int jdbcType = switch (bare) {
            case "boolean" -> Types.BOOLEAN;
            case "smallint", "tinyint" -> Types.SMALLINT;
            case "integer" -> Types.INTEGER;
            case "bigint" -> Types.BIGINT;
            case "real" -> Types.REAL;
            case "double", "double precision", "float" -> Types.DOUBLE;
            case "numeric", "decimal" -> Types.NUMERIC;
            case "character", "char" -> Types.CHAR;
            case "character varying", "varchar" -> Types.VARCHAR;
            case "character large object", "clob" -> Types.CLOB;
            case "date" -> Types.DATE;
            case "time" -> Types.TIME;
            case "timestamp" -> Types.TIMESTAMP;
            case "timestamp with time zone" -> Types.TIMESTAMP_WITH_TIMEZONE;
            default -> Types.OTHER;
        };
        return org.aludel.types.Types.array(type(new ColumnFacts(jdbcType, bare, size, digits, null)));
    }

    /** A type of one database, under its own name, with the values of another. */
    protected static Type<?> own(String dialect, String spelling, Type<?> base) {
        return new SpelledType<>(spelling, base, dialect);
    }

    /** NUMERIC of a precision and scale, without them if the database has none set. */
    protected static Type<?> numeric(int precision, int scale) {
        if (precision <= 0 || precision >= 1000) {
            return org.aludel.types.Types.NUMERIC;
        }
        return scale < 0 ? org.aludel.types.Types.numeric(precision) : org.aludel.types.Types.numeric(precision, scale);
    }
}
