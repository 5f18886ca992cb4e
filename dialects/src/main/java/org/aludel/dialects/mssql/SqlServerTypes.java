package org.aludel.dialects.mssql;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.aludel.types.SpelledType;
import org.aludel.types.Type;
import org.aludel.types.Types;

/**
 * Types of SQL Server's own, for tables that are made for it.
 *
 * <pre>{@code
 * metadata.table("bill",
 *         column("id", SqlServerTypes.UNIQUEIDENTIFIER).primaryKey(),
 *         column("total", SqlServerTypes.MONEY),
 *         column("text", SqlServerTypes.NVARCHAR_MAX));
 * }</pre>
 *
 * @since 0.1
 */
public final class SqlServerTypes {

    /** BIT: a truth value. */
    public static final Type<Boolean> BIT = own("BIT", Types.BOOLEAN);
    /** TINYINT: 0 to 255. */
    public static final Type<Short> TINYINT = own("TINYINT", Types.SMALLINT);
    /** MONEY. */
    public static final Type<BigDecimal> MONEY = own("MONEY", Types.NUMERIC);
    /** SMALLMONEY. */
    public static final Type<BigDecimal> SMALLMONEY = own("SMALLMONEY", Types.NUMERIC);
    /** REAL. */
    public static final Type<Float> REAL = own("REAL", Types.FLOAT);
    /** DATETIME: to a three-hundredth of a second. */
    public static final Type<LocalDateTime> DATETIME = own("DATETIME", Types.TIMESTAMP);
    /** DATETIME2: to 100 nanoseconds. */
    public static final Type<LocalDateTime> DATETIME2 = own("DATETIME2", Types.TIMESTAMP);
    /** SMALLDATETIME: to the minute. */
    public static final Type<LocalDateTime> SMALLDATETIME = own("SMALLDATETIME", Types.TIMESTAMP);
    /** DATETIMEOFFSET. */
    public static final Type<OffsetDateTime> DATETIMEOFFSET = own("DATETIMEOFFSET", Types.TIMESTAMP_TZ);
    /** TIMESTAMP: a number of the row's version, nothing to do with time. */
    public static final Type<byte[]> TIMESTAMP = own("TIMESTAMP", Types.BINARY);
    /** ROWVERSION: a number of the row's version. */
    public static final Type<byte[]> ROWVERSION = own("ROWVERSION", Types.BINARY);
    /** TEXT, which VARCHAR_MAX replaces. */
    public static final SqlServerText TEXT = new SqlServerText("TEXT", null);
    /** NTEXT, which NVARCHAR_MAX replaces. */
    public static final SqlServerText NTEXT = new SqlServerText("NTEXT", null);
    /** IMAGE, which VARBINARY_MAX replaces. */
    public static final Type<byte[]> IMAGE = own("IMAGE", Types.BINARY);
    /** VARCHAR(max). */
    public static final SqlServerText VARCHAR_MAX = new SqlServerText("VARCHAR(max)", null);
    /** NVARCHAR(max). */
    public static final SqlServerText NVARCHAR_MAX = new SqlServerText("NVARCHAR(max)", null);
    /** VARBINARY(max). */
    public static final Type<byte[]> VARBINARY_MAX = own("VARBINARY(max)", Types.BINARY);
    /** VARBINARY(max) FILESTREAM. */
    public static final Type<byte[]> VARBINARY_FILESTREAM = own("VARBINARY(max) FILESTREAM", Types.BINARY);
    /** UNIQUEIDENTIFIER. */
    public static final Type<UUID> UNIQUEIDENTIFIER = own("UNIQUEIDENTIFIER", Types.UUID);
    /** SQL_VARIANT: a value of any type. */
    public static final Type<Object> SQL_VARIANT = own("SQL_VARIANT", Types.UNKNOWN);
    /** XML. */
    public static final Type<String> XML = own("XML", Types.TEXT);

    private SqlServerTypes() {}

    private static <T> Type<T> own(String spelling, Type<T> base) {
        return new SpelledType<>(spelling, base, "mssql");
    }

    /** VARCHAR of so many bytes. */
    public static SqlServerText varchar(int length) {
        return new SqlServerText("VARCHAR(" + length + ")", null);
    }

    /** NVARCHAR of so many characters. */
    public static SqlServerText nvarchar(int length) {
        return new SqlServerText("NVARCHAR(" + length + ")", null);
    }

    /** CHAR of so many bytes. */
    public static SqlServerText charType(int length) {
        return new SqlServerText("CHAR(" + length + ")", null);
    }

    /** NCHAR of so many characters. */
    public static SqlServerText nchar(int length) {
        return new SqlServerText("NCHAR(" + length + ")", null);
    }

    /** VARBINARY of so many bytes. */
    public static Type<byte[]> varbinary(int length) {
        return own("VARBINARY(" + length + ")", Types.BINARY);
    }

    /** BINARY of so many bytes. */
    public static Type<byte[]> binary(int length) {
        return own("BINARY(" + length + ")", Types.BINARY);
    }

    /** DATETIME2 with so many digits after the second. */
    public static Type<LocalDateTime> datetime2(int precision) {
        return own("DATETIME2(" + precision + ")", Types.TIMESTAMP);
    }

    /** DATETIMEOFFSET with so many digits after the second. */
    public static Type<OffsetDateTime> datetimeoffset(int precision) {
        return own("DATETIMEOFFSET(" + precision + ")", Types.TIMESTAMP_TZ);
    }

    /** TIME with so many digits after the second. */
    public static Type<LocalTime> time(int precision) {
        return own("TIME(" + precision + ")", Types.TIME);
    }
}
