package org.aludel.dialects.access;

import org.aludel.core.dialect.TypeNames;
import org.aludel.errors.CompileException;
import org.aludel.types.ArrayType;
import org.aludel.types.BinaryType;
import org.aludel.types.BooleanType;
import org.aludel.types.DateTimeType;
import org.aludel.types.DateType;
import org.aludel.types.FloatType;
import org.aludel.types.IntegerType;
import org.aludel.types.JsonType;
import org.aludel.types.NumericType;
import org.aludel.types.StringType;
import org.aludel.types.TextType;
import org.aludel.types.TimeType;
import org.aludel.types.TimestampType;
import org.aludel.types.TimestampTzType;
import org.aludel.types.Type;
import org.aludel.types.UuidType;

/** Access's names of types. */
final class AccessTypeNames extends TypeNames {

    /** The longest TEXT; beyond it MEMO goes. */
    private static final int SHORT = 255;

    /** Casts are read by the driver's engine, HSQLDB, with its names of types. */
    @Override
    public String castName(Type<?> type) {
        return switch (type.family()) {
            case STRING, ENUM -> "VARCHAR(255)";
            case INTEGER -> "BIGINT";
            case FLOAT -> "DOUBLE";
            case BOOLEAN -> "BOOLEAN";
            case DATE, TIME, TIMESTAMP -> "TIMESTAMP";
            default -> type.accept(this);
        };
    }

    @Override
    public String visitBoolean(BooleanType type) {
        return "YESNO";
    }

    @Override
    public String visitInteger(IntegerType<?> type) {
        return type.bits() == 16 ? "INTEGER" : type.bits() == 32 ? "LONG" : "NUMERIC(19, 0)";
    }

    @Override
    public String visitNumeric(NumericType type) {
        return type.precision() == 0 ? "NUMERIC(28, 10)" : super.visitNumeric(type);
    }

    @Override
    public String visitFloat(FloatType<?> type) {
        return type.isDouble() ? "DOUBLE" : "SINGLE";
    }

    @Override
    public String visitString(StringType type) {
        return type.length() == 0 || type.length() > SHORT ? "MEMO" : "VARCHAR(" + type.length() + ")";
    }

    @Override
    public String visitText(TextType type) {
        return "MEMO";
    }

    @Override
    public String visitDate(DateType type) {
        return "DATETIME";
    }

    @Override
    public String visitTime(TimeType type) {
        return "DATETIME";
    }

    @Override
    public String visitDateTime(DateTimeType<?> type) {
        return "DATETIME";
    }

    @Override
    public String visitTimestamp(TimestampType type) {
        return "DATETIME";
    }

    @Override
    public String visitTimestampTz(TimestampTzType type) {
        // moments, kept in UTC
        return "DATETIME";
    }

    @Override
    public String visitBinary(BinaryType type) {
        return "OLE";
    }

    @Override
    public String visitUuid(UuidType type) {
        return "VARCHAR(36)";
    }

    @Override
    public String visitJson(JsonType type) {
        return "MEMO";
    }

    @Override
    public String visitArray(ArrayType<?> type) {
        throw new CompileException(
                "ALU-0303", "the database has no arrays; where: type " + type + "; what to do: use a table of its own");
    }

    @Override
    protected String dialectName() {
        return "access";
    }
}
