package org.aludel.dialects.sybase;

import org.aludel.core.dialect.TypeNames;
import org.aludel.errors.CompileException;
import org.aludel.types.ArrayType;
import org.aludel.types.BinaryType;
import org.aludel.types.BooleanType;
import org.aludel.types.DateTimeType;
import org.aludel.types.JsonType;
import org.aludel.types.StringType;
import org.aludel.types.TimestampType;
import org.aludel.types.TimestampTzType;
import org.aludel.types.UuidType;

/** Sybase's names of types. */
final class SybaseTypeNames extends TypeNames {

    @Override
    public String visitBoolean(BooleanType type) {
        return "BIT";
    }

    @Override
    public String visitTimestamp(TimestampType type) {
        // TIMESTAMP is a row version here
        return "BIGDATETIME";
    }

    @Override
    public String visitTimestampTz(TimestampTzType type) {
        return "BIGDATETIME";
    }

    @Override
    public String visitBinary(BinaryType type) {
        return type.length() == 0 || type.large() ? "IMAGE" : "VARBINARY(" + type.length() + ")";
    }

    @Override
    public String visitUuid(UuidType type) {
        return "CHAR(36)";
    }

    @Override
    public String visitJson(JsonType type) {
        throw new CompileException(
                "ALU-0304", "the database has no JSON; where: type " + type + " on sybase; what to do: use TEXT");
    }

    @Override
    public String visitArray(ArrayType<?> type) {
        throw new CompileException(
                "ALU-0303", "the database has no arrays; where: type " + type + "; what to do: use a table of its own");
    }

    @Override
    protected boolean hasTimeZones() {
        return false;
    }

    @Override
    public String visitString(StringType type) {
        return (type.national() ? "N" : "") + super.visitString(type);
    }

    @Override
    public String visitDateTime(DateTimeType<?> type) {
        return "DATETIME";
    }

    @Override
    protected String dialectName() {
        return "sybase";
    }
}
