package org.aludel.types;

import java.io.Serializable;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.aludel.errors.ArgumentException;
import org.jspecify.annotations.Nullable;

/**
 * The types, for static import: {@code column("name", string(50))}.
 *
 * @since 0.1
 */
public final class Types {

    public static final Type<Boolean> BOOLEAN = new BooleanType();
    public static final Type<Short> SMALLINT = new IntegerType<>(Short.class, 16);
    public static final Type<Integer> INTEGER = new IntegerType<>(Integer.class, 32);
    public static final Type<Long> BIGINT = new IntegerType<>(Long.class, 64);
    public static final Type<BigDecimal> NUMERIC = new NumericType(0, -1);
    public static final Type<Double> DOUBLE = new FloatType<>(Double.class);
    public static final Type<Float> FLOAT = new FloatType<>(Float.class);
    public static final Type<String> STRING = new StringType(0, false);
    public static final Type<String> TEXT = new TextType();
    public static final Type<LocalDate> DATE = new DateType();
    public static final Type<LocalTime> TIME = new TimeType();
    public static final Type<LocalDateTime> TIMESTAMP = new TimestampType();
    public static final Type<OffsetDateTime> TIMESTAMP_TZ = new TimestampTzType();

    /** Dates with times as the database's ordinary type of that kind, which may keep no fractions. */
    public static final Type<LocalDateTime> DATETIME = new DateTimeType<>(LocalDateTime.class, false);

    /** The same with a zone where the database has such. */
    public static final Type<OffsetDateTime> DATETIME_TZ = new DateTimeType<>(OffsetDateTime.class, true);

    public static final Type<Duration> INTERVAL = new IntervalType();
    public static final Type<byte[]> BINARY = new BinaryType(0);

    /** Bytes as the database's ordinary large object. */
    public static final Type<byte[]> LARGE_BINARY = new BinaryType(0, true);

    public static final Type<java.util.UUID> UUID = new UuidType();
    public static final Type<String> JSON = new JsonType();

    /** Moments, kept in the database as timestamps with zone, in UTC. */
    public static final Type<Instant> INSTANT = StandardConversion.type(
            Instant.class, TIMESTAMP_TZ, StandardConversion.TO_OFFSET, StandardConversion.TO_INSTANT);

    /** Single characters, kept as text of length one. */
    public static final Type<Character> CHARACTER = StandardConversion.type(
            Character.class, new StringType(1, false), StandardConversion.TO_STRING, StandardConversion.TO_CHARACTER);

    /** Numbers of 8 bits, kept as small integers. */
    public static final Type<Byte> BYTE =
            StandardConversion.type(Byte.class, SMALLINT, StandardConversion.TO_SHORT, StandardConversion.TO_BYTE);

    /** Whole numbers of any size, kept as decimals without fraction. */
    public static final Type<BigInteger> BIG_INTEGER = StandardConversion.type(
            BigInteger.class, new NumericType(38, 0), StandardConversion.TO_DECIMAL, StandardConversion.TO_BIG_INTEGER);

    /** The type of what is not known. */
    public static final Type<Object> UNKNOWN = new UnknownType<>(Object.class);

    private static final Map<Class<?>, Type<?>> BY_CLASS = Map.ofEntries(
            Map.entry(Boolean.class, BOOLEAN),
            Map.entry(Short.class, SMALLINT),
            Map.entry(Byte.class, BYTE),
            Map.entry(Integer.class, INTEGER),
            Map.entry(Long.class, BIGINT),
            Map.entry(BigDecimal.class, NUMERIC),
            Map.entry(BigInteger.class, BIG_INTEGER),
            Map.entry(Double.class, DOUBLE),
            Map.entry(Float.class, FLOAT),
            Map.entry(String.class, STRING),
            Map.entry(Character.class, CHARACTER),
            Map.entry(LocalDate.class, DATE),
            Map.entry(LocalTime.class, TIME),
            Map.entry(LocalDateTime.class, TIMESTAMP),
            Map.entry(OffsetDateTime.class, TIMESTAMP_TZ),
            Map.entry(Instant.class, INSTANT),
            Map.entry(Duration.class, INTERVAL),
            Map.entry(byte[].class, BINARY),
            Map.entry(java.util.UUID.class, UUID));

    private Types() {}

    /** VARCHAR of a length. */
    public static Type<String> string(int length) {
        return new StringType(length, false);
    }

    /** CHAR of a length, padded by the database. */
    public static Type<String> fixedString(int length) {
        return new StringType(length, true);
    }

    /** NUMERIC of a precision, without fraction. */
    public static Type<BigDecimal> numeric(int precision) {
        return new NumericType(precision, -1);
    }

    /** NUMERIC of a precision and scale. */
    public static Type<BigDecimal> numeric(int precision, int scale) {
        return new NumericType(precision, scale);
    }

    /** Bytes of limited length. */
    public static Type<byte[]> binary(int length) {
        return new BinaryType(length);
    }

    /** VARCHAR of a length and collation. */
    public static Type<String> string(int length, String collation) {
        return new StringType(length, false, false, collation);
    }

    /** Text in the national character set where the database has one of its own. */
    public static Type<String> unicode(int length) {
        return new StringType(length, false, true, null);
    }

    /** Text of any length in the national character set where the database has one of its own. */
    public static Type<String> unicodeText() {
        return new TextType(0, true, null);
    }

    /** Text of any length, of a collation. */
    public static Type<String> longText(String collation) {
        return new TextType(0, false, collation);
    }

    /** FLOAT, whose size is the database's choice. */
    public static Type<Double> floating() {
        return new FloatType<>(Double.class, 0);
    }

    /** FLOAT of a precision in bits. */
    public static Type<Double> floating(int precision) {
        return new FloatType<>(Double.class, precision);
    }

    /** Bytes as the database's ordinary large object of a size. */
    public static Type<byte[]> largeBinary(int length) {
        return new BinaryType(length, true);
    }

    /** Lengths of time, in the database's own type of its own precision where there is one. */
    public static Type<Duration> interval() {
        return new IntervalType(true, 0, -1);
    }

    /** Truth values, with or without a CHECK where the database has none. */
    public static Type<Boolean> truth(boolean constraint, @Nullable String constraintName) {
        return new BooleanType(constraint, constraintName);
    }

    /** Constants of an enum, stored by name. */
    public static <E extends Enum<E>> EnumType<E> enumeration(Class<E> constants) {
        return EnumType.of(constants);
    }

    /** Constants of an enum, stored as a function says. */
    public static <E extends Enum<E>> EnumType<E> enumeration(Class<E> constants, Function<? super E, String> label) {
        return EnumType.of(constants, label);
    }

    /** One of several pieces of text. */
    public static EnumType<String> enumeration(String... labels) {
        return EnumType.of(labels);
    }

    /** Java objects in serialised form; reading refuses objects of other classes than this, and of the JDK's. */
    public static <T extends Serializable> Type<T> serialized(Class<T> javaType) {
        return new SerializedType<>(javaType);
    }

    /** Arrays of a type, for databases that have them. */
    public static <E> Type<List<E>> array(Type<E> element) {
        return new ArrayType<>(element);
    }

    /** A type of the program's own, stored as another. */
    public static <S, T> Type<T> mapped(
            Class<T> javaType,
            Type<S> stored,
            Function<? super T, ? extends S> toStored,
            Function<? super S, ? extends T> fromStored) {
        return new MappedType<>(javaType, stored, toStored, fromStored);
    }

    /** What is known when only the class of the values is; resolved when a statement is compiled. */
    public static <T> Type<T> unknown(Class<T> javaType) {
        return new UnknownType<>(javaType);
    }

    /**
     * The default type of a class.
     *
     * @throws ArgumentException ALU-0302 if there is none
     */
    public static <T> Type<T> of(Class<T> javaType) {
        Type<T> type = find(javaType);
        if (type == null) {
            throw new ArgumentException(
                    "ALU-0302",
                    "no column type is known for a Java class; where: " + javaType.getName()
                            + "; what to do: name one of org.aludel.types.Types, or Types.mapped(...)");
        }
        return type;
    }

    /** The default type of a class or primitive, or null. */
    @SuppressWarnings({"unchecked", "rawtypes"})
    public static <T> @Nullable Type<T> find(Class<T> javaType) {
        Type<?> type = BY_CLASS.get(javaType.isPrimitive() ? wrapper(javaType) : javaType);
        if (type == null && Enum.class.isAssignableFrom(javaType) && javaType != (Class<?>) Enum.class) {
            Class<?> constants = javaType.isEnum() ? javaType : javaType.getSuperclass();
            type = enumeration((Class) constants);
        }
        return (Type<T>) type;
    }

    static TypeFamily familyOf(Class<?> javaType) {
        Type<?> type = find(javaType);
        return type == null ? TypeFamily.UNKNOWN : type.family();
    }

    private static Class<?> wrapper(Class<?> primitive) {
        return java.lang.invoke.MethodType.methodType(primitive).wrap().returnType();
    }
}
