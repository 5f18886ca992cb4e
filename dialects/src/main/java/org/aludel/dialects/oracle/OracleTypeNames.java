package org.aludel.dialects.oracle;

import org.aludel.core.dialect.TypeNames;
import org.aludel.errors.CompileException;
import org.aludel.types.ArrayType;
import org.aludel.types.BinaryType;
import org.aludel.types.BooleanType;
import org.aludel.types.DateTimeType;
import org.aludel.types.EnumType;
import org.aludel.types.IntegerType;
import org.aludel.types.IntervalType;
import org.aludel.types.SqlNamedType;
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
    public String visitString(StringType type) {
        return characters(type.fixed() ? "CHAR" : "VARCHAR2", type.length());
    }

    /** A length in characters, not bytes, where that can be said. */
    private String characters(String name, int length) {
        if (length == 0) {
            return name;
        }
        return name + "(" + length + (name.startsWith("VAR") && countsCharacters ? " CHAR)" : ")");
    }

    @Override
    public String visitEnum(EnumType<?> type) {
        return characters("VARCHAR", type.length());
    }

    @Override
    public String visitText(TextType type) {
        return "CLOB";
    }

    @Override
    public String visitDateTime(DateTimeType<?> type) {
        return "DATE";
    }

    @Override
    public String visitInterval(IntervalType type) {
        if (!type.nativeType()) {
            return "DATE";
        }
        return new OracleInterval(
                        type.dayPrecision() > 0 ? type.dayPrecision() : null,
                        type.secondPrecision() < 0 || type.secondPrecision() == 6 ? null : type.secondPrecision())
                .toString();
    }

    @Override
    public String visitBinary(BinaryType type) {
        return type.length() == 0 || type.large() ? "BLOB" : "RAW(" + type.length() + ")";
    }

    @Override
    public String visitUuid(UuidType type) {
        return "RAW(16)";
    }

    @Override
    public String visitArray(ArrayType<?> type) {
        throw new CompileException(
                "ALU-0303",
                "the database has no arrays; where: type " + type
                        + ", dialect oracle; what to do: use a table of its own, or JSON");
    }

    @Override
    public String visitNamed(SqlNamedType<?> type) {
        int length = type.arguments().isEmpty() ? 0 : type.arguments().get(0);
        return switch (type.name()) {
            case "VARCHAR" -> characters("VARCHAR", length);
            case "NVARCHAR" -> characters("NVARCHAR2", length);
            case "FLOAT" -> "FLOAT";
            default -> super.visitNamed(type);
        };
    }
}
