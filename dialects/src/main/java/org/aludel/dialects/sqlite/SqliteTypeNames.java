package org.aludel.dialects.sqlite;

import org.aludel.core.dialect.TypeNames;
import org.aludel.errors.CompileException;
import org.aludel.types.ArrayType;
import org.aludel.types.BinaryType;
import org.aludel.types.DateTimeType;
import org.aludel.types.FloatType;
import org.aludel.types.TimestampType;
import org.aludel.types.TimestampTzType;
import org.aludel.types.UuidType;

/** SQLite's names of types, from which it takes a column's affinity. */
final class SqliteTypeNames extends TypeNames {

    @Override
    protected boolean hasTimeZones() {
        return false;
    }

    @Override
    public String visitDateTime(DateTimeType<?> type) {
        return "DATETIME";
    }

    @Override
    public String visitFloat(FloatType<?> type) {
        return "FLOAT";
    }

    @Override
    public String visitTimestamp(TimestampType type) {
        return "DATETIME";
    }

    @Override
    public String visitTimestampTz(TimestampTzType type) {
        return "DATETIME";
    }

    @Override
    public String visitUuid(UuidType type) {
        return "CHAR(36)";
    }

    @Override
    public String visitBinary(BinaryType type) {
        return "BLOB";
    }

    @Override
    public String visitArray(ArrayType<?> type) {
        throw new CompileException(
                "ALU-0303",
                "the database has no arrays; where: type " + type + "; what to do: use a table of its own, or JSON");
    }

    @Override
    protected String dialectName() {
        return "sqlite";
    }
}
