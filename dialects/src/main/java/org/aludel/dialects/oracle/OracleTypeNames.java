package org.aludel.dialects.oracle;

import org.aludel.core.dialect.TypeNames;
import org.aludel.types.BinaryType;
import org.aludel.types.BooleanType;
import org.aludel.types.FloatType;
import org.aludel.types.IntegerType;
import org.aludel.types.IntervalType;
import org.aludel.types.StringType;
import org.aludel.types.TextType;
import org.aludel.types.UuidType;

/** Oracle's names of types. */
final class OracleTypeNames extends TypeNames {

    private final boolean countsCharacters;

    /**
     * @param countsCharacters whether a length can be said in characters, as Oracle 9 and later can
     */
    OracleTypeNames(boolean countsCharacters) {
        this.countsCharacters = countsCharacters;
    }

    @Override
    protected String dialectName() {
        return "oracle";
    }

    @Override
    public String visitBoolean(BooleanType type) {
        return "SMALLINT";
    }

    @Override
    public String visitInteger(IntegerType<?> type) {
        return type.bits() == 64 ? "NUMBER(19)" : super.visitInteger(type);
    }

    @Override
    public String visitFloat(FloatType<?> type) {
        return type.isDouble() ? "DOUBLE PRECISION" : "REAL";
    }

    @Override
    public String visitString(StringType type) {
        if (type.fixed()) {
            return super.visitString(type);
        }
        return type.length() == 0 ? "VARCHAR2" : "VARCHAR2(" + type.length() + (countsCharacters ? " CHAR)" : ")");
    }

    @Override
    public String visitText(TextType type) {
        return "CLOB";
    }

    @Override
    public String visitInterval(IntervalType type) {
        return "INTERVAL DAY TO SECOND";
    }

    @Override
    public String visitBinary(BinaryType type) {
        return type.length() == 0 ? "BLOB" : "RAW(" + type.length() + ")";
    }

    @Override
    public String visitUuid(UuidType type) {
        return "RAW(16)";
    }
}
