package org.aludel.dialects.informix;

import org.aludel.core.dialect.TypeNames;
import org.aludel.errors.CompileException;
import org.aludel.types.ArrayType;
import org.aludel.types.BinaryType;
import org.aludel.types.DateTimeType;
import org.aludel.types.FloatType;
import org.aludel.types.JsonType;
import org.aludel.types.NumericType;
import org.aludel.types.StringType;
import org.aludel.types.TextType;
import org.aludel.types.TimeType;
import org.aludel.types.TimestampType;
import org.aludel.types.TimestampTzType;
import org.aludel.types.Type;
import org.aludel.types.UuidType;

/** Informix's names of types. */
final class InformixTypeNames extends TypeNames {

    /** The longest VARCHAR; beyond it LVARCHAR goes. */
    private static final int SHORT = 255;

    @Override
    public String castName(Type<?> type) {
        return type instanceof TextType || type instanceof JsonType ? "LVARCHAR(32739)" : type.accept(this);
    }

    @Override
    public String visitNumeric(NumericType type) {
        // without them it is a decimal floating point number
        return type.precision() == 0 ? "DECIMAL(32)" : super.visitNumeric(type).replace("NUMERIC", "DECIMAL");
    }

    @Override
    public String visitFloat(FloatType<?> type) {
        return type.isDouble() ? "FLOAT" : "SMALLFLOAT";
    }

    @Override
    public String visitString(StringType type) {
        if (type.fixed()) {
            return super.visitString(type);
        }
        return type.length() == 0
                ? "LVARCHAR(2048)"
                : (type.length() <= SHORT ? "VARCHAR(" : "LVARCHAR(") + type.length() + ")";
    }

    @Override
    public String visitText(TextType type) {
        return "TEXT";
    }

    @Override
    public String visitTime(TimeType type) {
        return "DATETIME HOUR TO SECOND";
    }

    @Override
    public String visitDateTime(DateTimeType<?> type) {
        return "DATETIME YEAR TO SECOND";
    }

    @Override
    public String visitTimestamp(TimestampType type) {
        return "DATETIME YEAR TO FRACTION(5)";
    }

    @Override
    public String visitTimestampTz(TimestampTzType type) {
        // moments, kept in UTC
        return "DATETIME YEAR TO FRACTION(5)";
    }

    @Override
    public String visitBinary(BinaryType type) {
        return "BYTE";
    }

    @Override
    public String visitUuid(UuidType type) {
        return "CHAR(36)";
    }

    @Override
    public String visitJson(JsonType type) {
        return "TEXT";
    }

    @Override
    public String visitArray(ArrayType<?> type) {
        throw new CompileException(
                "ALU-0303",
                "the database has no arrays; where: type " + type + "; what to do: use a table of its own, or JSON");
    }

    @Override
    protected String dialectName() {
        return "informix";
    }
}
