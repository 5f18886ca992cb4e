package org.aludel.dialects.hana;

import org.aludel.types.BinaryType;
import org.aludel.types.FloatType;
import org.aludel.types.IntegerType;
import org.aludel.types.JsonType;
import org.aludel.types.NumericType;
import org.aludel.types.StringType;
import org.aludel.types.TextType;
import org.aludel.types.Type;

/** MaxDB's names of types. */
final class MaxDbTypeNames extends HanaTypeNames {

    @Override
    public String castName(Type<?> type) {
        return type instanceof TextType ? "VARCHAR(4000) UNICODE" : type.accept(this);
    }

    @Override
    public String visitInteger(IntegerType<?> type) {
        return type.bits() == 64 ? "FIXED(19)" : super.visitInteger(type);
    }

    @Override
    public String visitNumeric(NumericType type) {
        return type.precision() == 0
                ? "FLOAT(38)"
                : "FIXED(" + type.precision() + (type.scale() < 0 ? ")" : ", " + type.scale() + ")");
    }

    @Override
    public String visitFloat(FloatType<?> type) {
        return type.isDouble() ? "DOUBLE PRECISION" : "FLOAT(16)";
    }

    @Override
    public String visitString(StringType type) {
        return (type.fixed() ? "CHAR(" : "VARCHAR(") + (type.length() == 0 ? 4000 : type.length()) + ") UNICODE";
    }

    @Override
    public String visitText(TextType type) {
        return "LONG UNICODE";
    }

    @Override
    public String visitBinary(BinaryType type) {
        return type.length() == 0 ? "LONG BYTE" : "VARCHAR(" + type.length() + ") BYTE";
    }

    @Override
    public String visitJson(JsonType type) {
        return "LONG UNICODE";
    }

    @Override
    protected String dialectName() {
        return "maxdb";
    }
}
