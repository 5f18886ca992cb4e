package org.aludel.types;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Types by their SQL names: spelled so on every dialect, whether the database knows them or not. {@link Types} has the
 * generic ones, for which each dialect chooses what suits it.
 *
 * @since 0.1
 */
public final class SqlTypes {

    public static final Type<String> VARCHAR = varchar(0);
    public static final Type<String> CHAR = character(0);
    public static final Type<String> NVARCHAR = nvarchar(0);
    public static final Type<String> NCHAR = nchar(0);
    public static final Type<String> TEXT = named("TEXT", Types.TEXT);
    public static final Type<String> CLOB = named("CLOB", Types.TEXT);
    public static final Type<Boolean> BOOLEAN = named("BOOLEAN", Types.BOOLEAN);
    public static final Type<Short> SMALLINT = named("SMALLINT", Types.SMALLINT);
    public static final Type<Integer> INTEGER = named("INTEGER", Types.INTEGER);
    public static final Type<Long> BIGINT = named("BIGINT", Types.BIGINT);
    public static final Type<BigDecimal> NUMERIC = named("NUMERIC", Types.NUMERIC);
    public static final Type<BigDecimal> DECIMAL = named("DECIMAL", Types.NUMERIC);
    public static final Type<Double> REAL = named("REAL", Types.DOUBLE);
    public static final Type<Double> FLOAT = Types.floating();
    public static final Type<LocalDate> DATE = named("DATE", Types.DATE);
    public static final Type<LocalTime> TIME = named("TIME", Types.TIME);
    public static final Type<LocalDateTime> DATETIME = named("DATETIME", Types.TIMESTAMP);
    public static final Type<LocalDateTime> TIMESTAMP = named("TIMESTAMP", Types.TIMESTAMP);

    /** TIMESTAMP WITH TIME ZONE; plain TIMESTAMP where the database has no zones. */
    public static final Type<OffsetDateTime> TIMESTAMP_TZ = named("TIMESTAMP", Types.TIMESTAMP_TZ);

    public static final Type<byte[]> BLOB = blob(0);
    public static final Type<byte[]> BINARY = binary(0);
    public static final Type<byte[]> VARBINARY = varbinary(0);
    public static final Type<String> JSON = named("JSON", Types.JSON);

    private SqlTypes() {}

    /** Any other name, for values like those of a generic type. */
    public static <T> Type<T> named(String name, Type<T> like, Integer... arguments) {
        return new SqlNamedType<>(name, List.of(arguments), like);
    }

    /** VARCHAR; without a length if it is 0. */
    public static Type<String> varchar(int length) {
        return varchar(length, null);
    }

    /** VARCHAR of a collation. */
    public static Type<String> varchar(int length, @Nullable String collation) {
        return text("VARCHAR", length, new StringType(length, false, false, collation));
    }

    /** CHAR; without a length if it is 0. */
    public static Type<String> character(int length) {
        return character(length, null);
    }

    /** CHAR of a collation. */
    public static Type<String> character(int length, @Nullable String collation) {
        return text("CHAR", length, new StringType(length, true, false, collation));
    }

    /** NVARCHAR, text in the national character set. */
    public static Type<String> nvarchar(int length) {
        return text("NVARCHAR", length, new StringType(length, false, true, null));
    }

    /** NCHAR, text in the national character set. */
    public static Type<String> nchar(int length) {
        return text("NCHAR", length, new StringType(length, true, true, null));
    }

    /** TEXT of a length, of a collation. */
    public static Type<String> text(int length, @Nullable String collation) {
        return text("TEXT", length, new TextType(length, false, collation));
    }

    private static Type<String> text(String name, int length, Type<String> like) {
        return new SqlNamedType<>(name, length == 0 ? List.of() : List.of(length), like);
    }

    /** NUMERIC of a precision and scale; a negative one is left out. */
    public static Type<BigDecimal> numeric(int precision, int scale) {
        return new SqlNamedType<>("NUMERIC", given(precision, scale), new NumericType(precision, scale));
    }

    /** DECIMAL of a precision and scale; a negative one is left out. */
    public static Type<BigDecimal> decimal(int precision, int scale) {
        return new SqlNamedType<>("DECIMAL", given(precision, scale), new NumericType(precision, scale));
    }

    private static List<Integer> given(int precision, int scale) {
        List<Integer> given = new ArrayList<>();
        if (precision > 0) {
            given.add(precision);
            if (scale >= 0) {
                given.add(scale);
            }
        }
        return given;
    }

    /** FLOAT of a precision in bits. */
    public static Type<Double> floating(int precision) {
        return Types.floating(precision);
    }

    /** BLOB; without a length if it is 0. */
    public static Type<byte[]> blob(int length) {
        return bytes("BLOB", length, new BinaryType(length, true));
    }

    /** BINARY; without a length if it is 0. */
    public static Type<byte[]> binary(int length) {
        return bytes("BINARY", length, new BinaryType(length));
    }

    /** VARBINARY; without a length if it is 0. */
    public static Type<byte[]> varbinary(int length) {
        return bytes("VARBINARY", length, new BinaryType(length));
    }

    private static Type<byte[]> bytes(String name, int length, Type<byte[]> like) {
        return new SqlNamedType<>(name, length == 0 ? List.of() : List.of(length), like);
    }
}
