package org.aludel.dialects.oracle;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import org.aludel.types.SpelledType;
import org.aludel.types.Type;
import org.aludel.types.Types;

/**
 * Types of Oracle's own, for tables that are made for it.
 *
 * <pre>{@code
 * metadata.table("bill",
 *         column("id", OracleTypes.number(10)).primaryKey(),
 *         column("text", OracleTypes.nvarchar2(200)));
 * }</pre>
 *
 * @since 0.1
 */
public final class OracleTypes {

    /** NUMBER of any precision. */
    public static final Type<BigDecimal> NUMBER = own("NUMBER", Types.NUMERIC);
    /** BINARY_DOUBLE. */
    public static final Type<Double> BINARY_DOUBLE = own("BINARY_DOUBLE", Types.DOUBLE);
    /** BINARY_FLOAT. */
    public static final Type<Float> BINARY_FLOAT = own("BINARY_FLOAT", Types.FLOAT);
    /** DOUBLE PRECISION. */
    public static final Type<Double> DOUBLE_PRECISION = own("DOUBLE PRECISION", Types.DOUBLE);
    /** FLOAT. */
    public static final Type<Double> FLOAT = own("FLOAT", Types.DOUBLE);
    /** Oracle's DATE: day and time of day, to the second. */
    public static final Type<LocalDateTime> DATE = own("DATE", Types.TIMESTAMP);
    /** TIMESTAMP. */
    public static final Type<LocalDateTime> TIMESTAMP = own("TIMESTAMP", Types.TIMESTAMP);
    /** TIMESTAMP WITH TIME ZONE. */
    public static final Type<OffsetDateTime> TIMESTAMP_WITH_TIME_ZONE =
            own("TIMESTAMP WITH TIME ZONE", Types.TIMESTAMP_TZ);
    /** INTERVAL DAY TO SECOND. */
    public static final OracleInterval INTERVAL = new OracleInterval(null, null);
    /** ROWID: the address of a row. */
    public static final Type<String> ROWID = own("ROWID", Types.STRING);
    /** LONG: text of old times. */
    public static final Type<String> LONG = own("LONG", Types.TEXT);
    /** CLOB. */
    public static final Type<String> CLOB = own("CLOB", Types.TEXT);
    /** NCLOB. */
    public static final Type<String> NCLOB = own("NCLOB", Types.TEXT);
    /** BLOB. */
    public static final Type<byte[]> BLOB = own("BLOB", Types.BINARY);
    /** BFILE: a file outside the database. */
    public static final Type<byte[]> BFILE = own("BFILE", Types.BINARY);

    private OracleTypes() {}

    private static <T> Type<T> own(String spelling, Type<T> base) {
        return new SpelledType<>(spelling, base, "oracle");
    }

    /** NUMBER with a precision. */
    public static Type<BigDecimal> number(int precision) {
        return own("NUMBER(" + precision + ")", Types.NUMERIC);
    }

    /** NUMBER with precision and scale. */
    public static Type<BigDecimal> number(int precision, int scale) {
        return own("NUMBER(" + precision + ", " + scale + ")", Types.NUMERIC);
    }

    /** VARCHAR2 of so many characters. */
    public static Type<String> varchar2(int length) {
        return own("VARCHAR2(" + length + " CHAR)", Types.STRING);
    }

    /** NVARCHAR2 of so many characters. */
    public static Type<String> nvarchar2(int length) {
        return own("NVARCHAR2(" + length + ")", Types.STRING);
    }

    /** RAW of so many bytes. */
    public static Type<byte[]> raw(int length) {
        return own("RAW(" + length + ")", Types.BINARY);
    }

    /** FLOAT of a precision in bits. */
    public static Type<Double> floatType(int bits) {
        return own("FLOAT(" + bits + ")", Types.DOUBLE);
    }

    /** CHAR of so many characters. */
    public static Type<String> charType(int length) {
        return own("CHAR(" + length + ")", Types.STRING);
    }

    /** VARCHAR of so many characters, for which VARCHAR2 is better. */
    public static Type<String> varchar(int length) {
        return own("VARCHAR(" + length + " CHAR)", Types.STRING);
    }
}
