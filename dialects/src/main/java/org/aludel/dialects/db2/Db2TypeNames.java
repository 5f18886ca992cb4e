package org.aludel.dialects.db2;

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

/** Db2's names of types. */
final class Db2TypeNames extends TypeNames {

    @Override
    public String castName(Type<?> type) {
        return type instanceof StringType string && string.length() == 0 ? "VARCHAR(4000)" : type.accept(this);
    }

    @Override
    public String visitNumeric(NumericType type) {
        // a DECIMAL without them is a whole number of five digits; beyond 31 digits only DECFLOAT goes
        return type.precision() == 0 || type.precision() > 31 ? "DECFLOAT" : super.visitNumeric(type);
    }

    @Override
    public String visitFloat(FloatType<?> type) {
        return type.isDouble() ? "DOUBLE" : "REAL";
    }

    @Override
    public String visitString(StringType type) {
        if (type.length() == 0 && !type.fixed()) {
            throw new CompileException(
                    "ALU-0138",
                    "VARCHAR needs a length here; where: a column of type " + type
                            + " on db2; what to do: declare string(length), or TEXT");
        }
        return super.visitString(type);
    }

    @Override
    public String visitText(TextType type) {
        return "CLOB";
    }

    @Override
    public String visitDateTime(DateTimeType<?> type) {
        return "TIMESTAMP";
    }

    @Override
    public String visitTimestampTz(TimestampTzType type) {
        // moments, kept in UTC
        return "TIMESTAMP";
    }

    @Override
    public String visitBinary(BinaryType type) {
        return type.length() == 0 ? "BLOB" : "VARBINARY(" + type.length() + ")";
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
    protected String dialectName() {
        return "db2";
    }
}
