package org.aludel.dialects.mssql;

import org.aludel.core.dialect.DialectSettings;
import org.aludel.core.dialect.TypeNames;
import org.aludel.errors.CompileException;
import org.aludel.types.ArrayType;
import org.aludel.types.BinaryType;
import org.aludel.types.BooleanType;
import org.aludel.types.DateTimeType;
import org.aludel.types.DateType;
import org.aludel.types.JsonType;
import org.aludel.types.SqlNamedType;
import org.aludel.types.StringType;
import org.aludel.types.TextType;
import org.aludel.types.TimeType;
import org.aludel.types.TimestampType;
import org.aludel.types.TimestampTzType;
import org.aludel.types.UuidType;
import org.jspecify.annotations.Nullable;

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
    protected boolean hasTimeZones() {
        return false;
    }

    @Override
    protected boolean floatTakesPrecision() {
        return true;
    }

    /** The names of collations have no case and need no quotes. */
    @Override
    protected String collation(@Nullable String name) {
        return name == null ? "" : " COLLATE " + name;
    }

    @Override
    public String visitString(StringType type) {
        String name = (type.national() ? "N" : "") + (type.fixed() ? "CHAR" : "VARCHAR");
        return sized(name, type.length()) + collation(type.collation());
    }

    @Override
    public String visitText(TextType type) {
        String name = type.national() ? maxLengths ? "NVARCHAR(max)" : "NTEXT" : maxLengths ? "VARCHAR(max)" : "TEXT";
        return name + collation(type.collation());
    }

    /** Types of changing length take (max) where no length is said. */
    private static String sized(String name, int length) {
        if (length > 0) {
            return name + "(" + length + ")";
        }
        return name.contains("VAR") ? name + "(max)" : name;
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
    public String visitDateTime(DateTimeType<?> type) {
        return type.timezone() ? "DATETIMEOFFSET" : "DATETIME";
    }

    @Override
    public String visitBinary(BinaryType type) {
        if (type.length() > 0 && !type.large()) {
            return "VARBINARY(" + type.length() + ")";
        }
        return maxLengths ? sized("VARBINARY", type.length()) : "IMAGE";
    }

    @Override
    public String visitUuid(UuidType type) {
        return "UNIQUEIDENTIFIER";
    }

    @Override
    public String visitJson(JsonType type) {
        return "NVARCHAR(max)";
    }

    @Override
    public String visitArray(ArrayType<?> type) {
        throw new CompileException(
                "ALU-0303",
                "the database has no arrays; where: type " + type
                        + ", dialect mssql; what to do: use a table of its own, or JSON");
    }

    @Override
    public String visitNamed(SqlNamedType<?> type) {
        return type.name().contains("VAR") && type.arguments().isEmpty()
                ? super.visitNamed(type).replaceFirst("^\\w+", type.name() + "(max)")
                : super.visitNamed(type);
    }
}
