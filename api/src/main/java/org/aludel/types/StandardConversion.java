package org.aludel.types;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.function.Function;

/** How values of the mapped types of {@link Types} are kept. One class, not eight lambdas: every program loads it. */
enum StandardConversion implements Function<Object, Object> {
    TO_OFFSET,
    TO_INSTANT,
    TO_STRING,
    TO_CHARACTER,
    TO_SHORT,
    TO_BYTE,
    TO_DECIMAL,
    TO_BIG_INTEGER;

    /** A type whose values these convert. */
    @SuppressWarnings("unchecked") // the functions are given values of the types they are for
    static <S, T> Type<T> type(
            Class<T> javaType, Type<S> stored, StandardConversion toStored, StandardConversion fromStored) {
        return new MappedType<>(javaType, stored, (Function<T, S>) (Function<?, ?>) toStored, (Function<S, T>)
                (Function<?, ?>) fromStored);
    }

    @Override
    public Object apply(Object value) {
        return switch (this) {
            case TO_OFFSET -> ((Instant) value).atOffset(ZoneOffset.UTC);
            case TO_INSTANT -> ((OffsetDateTime) value).toInstant();
            case TO_STRING -> value.toString();
            case TO_CHARACTER -> character((String) value);
            case TO_SHORT -> ((Byte) value).shortValue();
            case TO_BYTE -> ((Short) value).byteValue();
            case TO_DECIMAL -> new BigDecimal((BigInteger) value);
            case TO_BIG_INTEGER -> ((BigDecimal) value).toBigInteger();
        };
    }

    private static char character(String text) {
        return text.isEmpty() ? ' ' : text.charAt(0);
    }
}
