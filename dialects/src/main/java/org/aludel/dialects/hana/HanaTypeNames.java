package org.aludel.dialects.hana;

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

/** HANA's names of types: text is Unicode text. */
class HanaTypeNames extends TypeNames {

    @Override
    public String castName(Type<?> type) {
        boolean text = type instanceof TextType || type instanceof StringType string && string.length() == 0;
        return text ? "NVARCHAR(5000)" : type.accept(this);
    }

    @Override
    public String visitNumeric(NumericType type) {
        return type.precision() == 0 ? "DECIMAL" : super.visitNumeric(type).replace("NUMERIC", "DECIMAL");
    }

    @Override
    public String visitFloat(FloatType<?> type) {
        return type.isDouble() ? "DOUBLE" : "REAL";
    }

    @Override
    public String visitString(StringType type) {
        return (type.fixed() ? "NCHAR(" : "NVARCHAR(") + (type.length() == 0 ? 5000 : type.length()) + ")";
    }

    @Override
    public String visitText(TextType type) {
        return "NCLOB";
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
        return "NCLOB";
    }

    @Override
    public String visitArray(ArrayType<?> type) {
        throw new CompileException(
                "ALU-0303",
                "the database has no arrays; where: type " + type + "; what to do: use a table of its own, or JSON");
    }

    @Override
    protected String dialectName() {
        return "hana";
    }
}
