package org.aludel.dialects.postgresql;

import java.time.OffsetDateTime;
import org.aludel.core.dialect.Identifiers;
import org.aludel.core.dialect.TypeNames;
import org.aludel.errors.CompileException;
import org.aludel.types.ArrayType;
import org.aludel.types.BinaryType;
import org.aludel.types.EnumType;
import org.aludel.types.IntervalType;
import org.aludel.types.SqlNamedType;
import org.aludel.types.StringType;
import org.aludel.types.TimeType;
import org.aludel.types.TimestampType;
import org.aludel.types.Type;
import org.aludel.types.TypeFamily;

/** PostgreSQL's names of types. */
final class PostgreSqlTypeNames extends TypeNames {

    private final Identifiers identifiers;

    PostgreSqlTypeNames(Identifiers identifiers) {
        this.identifiers = identifiers;
    }

    @Override
    public String visitTimestamp(TimestampType type) {
        return "TIMESTAMP WITHOUT TIME ZONE";
    }

    @Override
    public String visitTime(TimeType type) {
        return "TIME WITHOUT TIME ZONE";
    }

    @Override
    public String visitBinary(BinaryType type) {
        return "BYTEA";
    }

    @Override
    protected boolean floatTakesPrecision() {
        return true;
    }

    @Override
    public boolean isNativeEnum(EnumType<?> type) {
        return type.options().nativeType();
    }

    @Override
    public String visitEnum(EnumType<?> type) {
        if (!isNativeEnum(type)) {
            return super.visitEnum(type);
        }
        String name = type.name();
        if (name == null) {
            throw new CompileException(
                    "ALU-0326",
                    "an enumeration needs a name here; where: type " + type
                            + " on postgresql, which keeps it as a type of its own; what to do: name it with"
                            + " named(\"...\"), or keep it as text with nativeType(false)");
        }
        return identifiers.qualified(type.options().schema(), name);
    }

    @Override
    public String visitInterval(IntervalType type) {
        return !type.nativeType()
                ? super.visitInterval(type)
                : type.secondPrecision() < 0 ? "INTERVAL" : "INTERVAL(" + type.secondPrecision() + ")";
    }

    @Override
    public String visitNamed(SqlNamedType<?> type) {
        boolean zoned = type.javaType() == (Class<?>) OffsetDateTime.class;
        boolean timed = type.name().equals("TIME") || type.name().equals("TIMESTAMP");
        return super.visitNamed(type) + (timed && !zoned ? " WITHOUT TIME ZONE" : "");
    }

    @Override
    public String visitArray(ArrayType<?> type) {
        return type.element().accept(this) + "[]";
    }

    /** The name of a type without length, as arrays sent by the driver want it. */
    String arrayElement(Type<?> type) {
        if (type.family() == TypeFamily.ARRAY && type instanceof ArrayType<?> inner) {
            return arrayElement(inner.element());
        }
        if (type instanceof EnumType<?> constants && isNativeEnum(constants)) {
            return type.accept(this);
        }
        if (type instanceof StringType || type instanceof EnumType<?>) {
            return "varchar";
        }
        String name = type.accept(this);
        int length = name.indexOf('(');
        return switch (name.endsWith(" TIME ZONE") ? name.replaceFirst("\\(\\d+\\)", "") : name) {
            case "INTEGER" -> "int4";
            case "BIGINT" -> "int8";
            case "SMALLINT" -> "int2";
            case "DOUBLE PRECISION" -> "float8";
            case "REAL" -> "float4";
            case "BOOLEAN" -> "bool";
            case "TIMESTAMP WITHOUT TIME ZONE" -> "timestamp";
            case "TIMESTAMP WITH TIME ZONE" -> "timestamptz";
            case "TIME WITHOUT TIME ZONE" -> "time";
            case "TIME WITH TIME ZONE" -> "timetz";
            default -> (length < 0 ? name : name.substring(0, length)).toLowerCase(java.util.Locale.ROOT);
        };
    }

    @Override
    protected String dialectName() {
        return "postgresql";
    }
}
