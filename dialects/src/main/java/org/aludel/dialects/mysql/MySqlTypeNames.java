package org.aludel.dialects.mysql;

import java.util.stream.Collectors;
import org.aludel.core.dialect.DialectSettings;
import org.aludel.core.dialect.TypeNames;
import org.aludel.errors.CompileException;
import org.aludel.types.ArrayType;
import org.aludel.types.BinaryType;
import org.aludel.types.BooleanType;
import org.aludel.types.DateTimeType;
import org.aludel.types.EnumType;
import org.aludel.types.FloatType;
import org.aludel.types.IntervalType;
import org.aludel.types.SqlNamedType;
import org.aludel.types.StringType;
import org.aludel.types.TimeType;
import org.aludel.types.TimestampType;
import org.aludel.types.TimestampTzType;
import org.aludel.types.Type;
import org.aludel.types.TypeFamily;
import org.aludel.types.UuidType;
import org.jspecify.annotations.Nullable;

/** MySQL's names of types. */
class MySqlTypeNames extends TypeNames {

    private final boolean castsToFloat;

    MySqlTypeNames(DialectSettings settings) {
        this(settings.isAtLeast(8, 0, 17));
    }

    private MySqlTypeNames(boolean castsToFloat) {
        this.castsToFloat = castsToFloat;
    }

    /** MariaDB has a type for UUIDs besides. */
    static final class OfMariaDb extends MySqlTypeNames {

        OfMariaDb(DialectSettings settings) {
            super(settings.isAtLeast(10, 4, 5));
        }

        @Override
        public @Nullable String castName(Type<?> type) {
            // JSON is text here, and no type of a cast
            return type.family() == TypeFamily.JSON ? "CHAR" : super.castName(type);
        }

        @Override
        boolean hasUuid() {
            return true;
        }

        @Override
        public String visitUuid(UuidType type) {
            return "UUID";
        }
    }

    /** Whether there is a type for UUIDs. */
    boolean hasUuid() {
        return false;
    }

    @Override
    public @Nullable String castName(Type<?> type) {
        return switch (type.family()) {
            case INTEGER -> "SIGNED INTEGER";
            case STRING ->
                type instanceof StringType string && string.length() > 0
                        ? "CHAR(" + string.length() + ")"
                        : type instanceof SqlNamedType<?> named && named.like() instanceof StringType
                                ? "CHAR" + named.argumentList()
                                : "CHAR";
            case NUMERIC -> type.accept(this).replace("NUMERIC", "DECIMAL");
            case BINARY -> "BINARY";
            case TIMESTAMP ->
                type instanceof SqlNamedType<?> || type instanceof DateTimeType<?> ? "DATETIME" : "DATETIME(6)";
            case UUID -> hasUuid() ? "UUID" : "CHAR(36)";
            case BOOLEAN, ENUM -> null;
            case INTERVAL -> "DATETIME";
            case FLOAT -> castsToFloat ? type.accept(this) : null;
            default -> type.accept(this);
        };
    }

    @Override
    protected boolean hasTimeZones() {
        return false;
    }

    @Override
    protected boolean floatTakesPrecision() {
        return true;
    }

    @Override
    protected String collation(@Nullable String name) {
        return name == null ? "" : " COLLATE " + name;
    }

    @Override
    public boolean isNativeEnum(EnumType<?> type) {
        return type.options().nativeType();
    }

    @Override
    public String visitEnum(EnumType<?> type) {
        return isNativeEnum(type)
                ? type.labels().stream()
                        .map(MySqlDialect.LITERALS::string)
                        .collect(Collectors.joining(",", "ENUM(", ")"))
                : super.visitEnum(type);
    }

    @Override
    public String visitDateTime(DateTimeType<?> type) {
        return "DATETIME";
    }

    @Override
    public String visitInterval(IntervalType type) {
        return type.secondPrecision() > 0 ? "DATETIME(" + type.secondPrecision() + ")" : "DATETIME";
    }

    @Override
    public String visitNamed(SqlNamedType<?> type) {
        if (type.name().equals("BOOLEAN")) {
            return "BOOL";
        }
        if (type.name().equals("VARCHAR") && type.arguments().isEmpty()) {
            throw withoutLength(type);
        }
        String name = super.visitNamed(type);
        return name.startsWith("NVARCHAR") || name.startsWith("NCHAR") ? "NATIONAL " + name.substring(1) : name;
    }

    @Override
    public String visitBoolean(BooleanType type) {
        return "BOOL";
    }

    @Override
    public String visitFloat(FloatType<?> type) {
        if (type.isSqlFloat()) {
            return super.visitFloat(type);
        }
        return type.isDouble() ? "DOUBLE" : "FLOAT";
    }

    @Override
    public String visitString(StringType type) {
        if (type.length() == 0 && !type.fixed()) {
            throw withoutLength(type);
        }
        return super.visitString(type);
    }

    private static CompileException withoutLength(Type<?> type) {
        return new CompileException(
                "ALU-0138",
                "VARCHAR needs a length here; where: a column of type " + type
                        + " on mysql; what to do: declare string(length), or TEXT");
    }

    @Override
    public String visitTimestamp(TimestampType type) {
        return "DATETIME(6)";
    }

    @Override
    public String visitTimestampTz(TimestampTzType type) {
        // moments, kept in UTC
        return "DATETIME(6)";
    }

    @Override
    public String visitTime(TimeType type) {
        return "TIME(6)";
    }

    @Override
    public String visitBinary(BinaryType type) {
        if (type.large()) {
            return type.length() == 0 ? "BLOB" : "BLOB(" + type.length() + ")";
        }
        return type.length() == 0 ? "LONGBLOB" : "VARBINARY(" + type.length() + ")";
    }

    @Override
    public String visitUuid(UuidType type) {
        return "CHAR(36)";
    }

    @Override
    public String visitArray(ArrayType<?> type) {
        throw new CompileException(
                "ALU-0303",
                "the database has no arrays; where: type " + type + "; what to do: use a table of its own, or JSON");
    }

    @Override
    protected String dialectName() {
        return "mysql";
    }
}
