package org.aludel.dialects.mssql;

import org.aludel.core.dialect.DialectSettings;
import org.aludel.core.dialect.TypeNames;
import org.aludel.types.BinaryType;
import org.aludel.types.BooleanType;
import org.aludel.types.DateType;
import org.aludel.types.FloatType;
import org.aludel.types.JsonType;
import org.aludel.types.StringType;
import org.aludel.types.TextType;
import org.aludel.types.TimeType;
import org.aludel.types.TimestampType;
import org.aludel.types.TimestampTzType;
import org.aludel.types.UuidType;

/** SQL Server's names of types. */
final class SqlServerTypeNames extends TypeNames {

    private final boolean maxLengths;
    private final boolean dates;

    SqlServerTypeNames(DialectSettings settings) {
        this.maxLengths = settings.isAtLeast(11, 0);
        this.dates = settings.isAtLeast(10, 0);
    }

    @Override
    protected String dialectName() {
        return "mssql";
    }

    @Override
    public String visitBoolean(BooleanType type) {
        return "BIT";
    }

    @Override
    public String visitFloat(FloatType<?> type) {
        return type.isDouble() ? "DOUBLE PRECISION" : "REAL";
    }

    @Override
    public String visitString(StringType type) {
        return type.length() == 0 && !type.fixed() ? "VARCHAR(max)" : super.visitString(type);
    }

    @Override
    public String visitText(TextType type) {
        return maxLengths ? "VARCHAR(max)" : "TEXT";
    }

    @Override
    public String visitDate(DateType type) {
        return dates ? "DATE" : "DATETIME";
    }

    @Override
    public String visitTime(TimeType type) {
        return dates ? "TIME" : "DATETIME";
    }

    @Override
    public String visitTimestamp(TimestampType type) {
        return dates ? "DATETIME2" : "DATETIME";
    }

    @Override
    public String visitTimestampTz(TimestampTzType type) {
        return "DATETIMEOFFSET";
    }

    @Override
    public String visitBinary(BinaryType type) {
        if (type.length() > 0) {
            return "VARBINARY(" + type.length() + ")";
        }
        return maxLengths ? "VARBINARY(max)" : "IMAGE";
    }

    @Override
    public String visitUuid(UuidType type) {
        return "UNIQUEIDENTIFIER";
    }

    @Override
    public String visitJson(JsonType type) {
        return "NVARCHAR(max)";
    }
}
