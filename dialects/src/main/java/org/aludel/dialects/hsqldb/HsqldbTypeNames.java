package org.aludel.dialects.hsqldb;

import org.aludel.core.dialect.TypeNames;
import org.aludel.types.DateTimeType;
import org.aludel.types.FloatType;
import org.aludel.types.JsonType;
import org.aludel.types.NumericType;
import org.aludel.types.StringType;
import org.aludel.types.TextType;
import org.aludel.types.TimeType;
import org.aludel.types.Type;

/** HSQLDB's names of types: lengths must be given, and a NUMERIC without them would be a whole number. */
final class HsqldbTypeNames extends TypeNames {

    @Override
    public String visitNumeric(NumericType type) {
        return type.precision() == 0 ? "NUMERIC(128, 32)" : super.visitNumeric(type);
    }

    @Override
    public String visitFloat(FloatType<?> type) {
        return type.isDouble() ? "DOUBLE" : "REAL";
    }

    @Override
    public String visitString(StringType type) {
        return type.length() == 0 && !type.fixed() ? "LONGVARCHAR" : super.visitString(type);
    }

    @Override
    public String visitText(TextType type) {
        return "LONGVARCHAR";
    }

    @Override
    public String visitTime(TimeType type) {
        return "TIME(6)";
    }

    @Override
    public String visitJson(JsonType type) {
        return "LONGVARCHAR";
    }

    @Override
    public String visitDateTime(DateTimeType<?> type) {
        return "TIMESTAMP";
    }

    @Override
    protected String dialectName() {
        return "hsqldb";
    }

    /** The name of the type of an array's elements as the driver takes it: without a length. */
    String elementName(Type<?> element) {
        String name = element.accept(this);
        int length = name.indexOf('(');
        return length < 0 ? name : name.substring(0, length);
    }
}
