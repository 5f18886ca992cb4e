package org.aludel.dialects.derby;

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
import org.aludel.types.TimestampTzType;
import org.aludel.types.Type;
import org.aludel.types.UuidType;
import org.jspecify.annotations.Nullable;

/** Derby's names of types. */
final class DerbyTypeNames extends TypeNames {

    /** The longest VARCHAR. */
    private static final String ANY_LENGTH = "(32672)";

    private static final int MOST_DIGITS = 31;

    @Override
    public @Nullable String castName(Type<?> type) {
        // a CLOB can't be compared
        return type instanceof TextType || type instanceof JsonType
                ? "VARCHAR" + ANY_LENGTH
                : type instanceof BinaryType binary && binary.length() == 0
                        ? "VARCHAR" + ANY_LENGTH + " FOR BIT DATA"
                        : super.castName(type);
    }

    @Override
    public String visitNumeric(NumericType type) {
        // a DECIMAL without them would be a whole number of five digits
        if (type.precision() == 0) {
            return "NUMERIC(" + MOST_DIGITS + ", 12)";
        }
        return type.precision() <= MOST_DIGITS
                ? super.visitNumeric(type)
                : "NUMERIC(" + MOST_DIGITS + ", " + Math.min(Math.max(type.scale(), 0), MOST_DIGITS) + ")";
    }

    @Override
    public String visitFloat(FloatType<?> type) {
        return type.isDouble() ? "DOUBLE" : "REAL";
    }

    @Override
    public String visitString(StringType type) {
        return type.length() == 0 && !type.fixed() ? "VARCHAR" + ANY_LENGTH : super.visitString(type);
    }

    @Override
    public String visitText(TextType type) {
        return "CLOB";
    }

    @Override
    public String visitTimestampTz(TimestampTzType type) {
        // moments, kept in UTC
        return "TIMESTAMP";
    }

    @Override
    public String visitBinary(BinaryType type) {
        return type.length() == 0 ? "BLOB" : "VARCHAR(" + type.length() + ") FOR BIT DATA";
    }

    @Override
    public String visitUuid(UuidType type) {
        return "CHAR(36)";
    }

    @Override
    public String visitJson(JsonType type) {
        return "CLOB";
    }

    @Override
    public String visitArray(ArrayType<?> type) {
        throw new CompileException(
                "ALU-0303",
                "the database has no arrays; where: type " + type + "; what to do: use a table of its own, or JSON");
    }

    @Override
    public String visitDateTime(DateTimeType<?> type) {
        return "TIMESTAMP";
    }

    @Override
    protected String dialectName() {
        return "derby";
    }
}
