package org.aludel.dialects.firebird;

import org.aludel.core.dialect.DialectSettings;
import org.aludel.core.dialect.TypeNames;
import org.aludel.errors.CompileException;
import org.aludel.types.ArrayType;
import org.aludel.types.BinaryType;
import org.aludel.types.BooleanType;
import org.aludel.types.DateTimeType;
import org.aludel.types.FloatType;
import org.aludel.types.JsonType;
import org.aludel.types.NumericType;
import org.aludel.types.SqlNamedType;
import org.aludel.types.StringType;
import org.aludel.types.TextType;
import org.aludel.types.TimestampTzType;
import org.aludel.types.UuidType;

/** Firebird's names of types. */
final class FirebirdTypeNames extends TypeNames {

    private final boolean truthValues;
    private final boolean decimalFloats;
    private final int mostDigits;

    FirebirdTypeNames(DialectSettings settings) {
        Boolean told = settings.nativeBoolean();
        this.truthValues = told == null ? settings.isAtLeast(3, 0) : told;
        this.decimalFloats = settings.isAtLeast(4, 0);
        this.mostDigits = decimalFloats ? 38 : settings.isAtLeast(3, 0) ? 18 : Integer.MAX_VALUE;
    }

    @Override
    public String visitBoolean(BooleanType type) {
        return truthValues ? "BOOLEAN" : "SMALLINT";
    }

    @Override
    public String visitNumeric(NumericType type) {
        if (type.precision() == 0) {
            // a NUMERIC without them is a whole number
            return decimalFloats ? "DECFLOAT(34)" : mostDigits == 18 ? "NUMERIC(18, 6)" : "NUMERIC";
        }
        return type.precision() <= mostDigits
                ? super.visitNumeric(type)
                : "NUMERIC(" + mostDigits + ", " + Math.min(Math.max(type.scale(), 0), mostDigits) + ")";
    }

    @Override
    public String visitFloat(FloatType<?> type) {
        return type.isDouble() ? super.visitFloat(type) : "FLOAT";
    }

    @Override
    public String visitString(StringType type) {
        if (type.length() == 0 && !type.fixed()) {
            throw new CompileException(
                    "ALU-0138",
                    "VARCHAR needs a length here; where: a column or a cast of type " + type
                            + " on firebird; what to do: declare string(length), or TEXT");
        }
        return super.visitString(type);
    }

    @Override
    public String visitText(TextType type) {
        return "BLOB SUB_TYPE 1";
    }

    @Override
    public String visitTimestampTz(TimestampTzType type) {
        // moments, kept in UTC
        return "TIMESTAMP";
    }

    @Override
    public String visitBinary(BinaryType type) {
        return type.length() == 0 || type.large()
                ? "BLOB SUB_TYPE 0"
                : "VARCHAR(" + type.length() + ") CHARACTER SET OCTETS";
    }

    @Override
    public String visitUuid(UuidType type) {
        return "CHAR(36)";
    }

    @Override
    public String visitJson(JsonType type) {
        return "BLOB SUB_TYPE 1";
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
    protected boolean hasTimeZones() {
        return false;
    }

    @Override
    public String visitNamed(SqlNamedType<?> type) {
        String name = super.visitNamed(type);
        return switch (name) {
            case "TEXT", "CLOB" -> "BLOB SUB_TYPE 1";
            case "BLOB" -> "BLOB SUB_TYPE 0";
            case "VARCHAR", "NVARCHAR" ->
                throw new CompileException(
                        "ALU-0138",
                        "VARCHAR needs a length here; where: a column or a cast of type " + type
                                + " on firebird; what to do: declare string(length), or TEXT");
            default -> name;
        };
    }

    @Override
    protected String dialectName() {
        return "firebird";
    }
}
