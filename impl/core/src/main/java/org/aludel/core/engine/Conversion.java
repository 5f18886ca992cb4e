package org.aludel.core.engine;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.aludel.errors.DataException;
import org.jspecify.annotations.Nullable;

/** Turns a value read into the class asked for, where nothing is lost by it. */
final class Conversion {

    private static final Map<Class<?>, Class<?>> WRAPPERS = Map.of(
            int.class, Integer.class,
            long.class, Long.class,
            double.class, Double.class,
            boolean.class, Boolean.class,
            float.class, Float.class,
            short.class, Short.class,
            byte.class, Byte.class,
            char.class, Character.class);

    private Conversion() {}

    @SuppressWarnings("unchecked") // wrapper and primitive share the value
    static <T> @Nullable T to(Class<T> type, @Nullable Object value, String column) {
        if (value == null) {
            if (type.isPrimitive()) {
                throw ArrayRow.nullPrimitive(column);
            }
            return null;
        }
        Class<?> wanted = type.isPrimitive() ? Objects.requireNonNull(WRAPPERS.get(type)) : type;
        if (wanted.isInstance(value)) {
            return (T) value;
        }
        Object converted;
        try {
            converted = convert(wanted, value);
        } catch (ArithmeticException | IllegalArgumentException e) {
            converted = null;
        }
        if (converted == null) {
            throw new DataException(
                    "ALU-0237",
                    "a value of " + value.getClass().getName() + " can't be read as " + type.getName()
                            + "; where: column " + column + "; what to do: ask for "
                            + value.getClass().getSimpleName()
                            + ", or cast in the query");
        }
        return (T) converted;
    }

    /** Whether a column of one value can be read as this class without a constructor of the user's. */
    static boolean isSimple(Class<?> type) {
        return type.isPrimitive()
                || type.isEnum()
                || type.isArray()
                || type == Object.class
                || type == UUID.class
                || type.getName().startsWith("java.lang.")
                || type.getName().startsWith("java.math.")
                || type.getName().startsWith("java.time.")
                || type.getName().startsWith("java.sql.");
    }

    private static @Nullable Object convert(Class<?> type, Object value) {
        if (value instanceof Number number) {
            Object converted = number(type, number);
            if (converted != null) {
                return converted;
            }
        }
        if (type == String.class) {
            return value instanceof byte[] ? null : value.toString();
        }
        if (type == Boolean.class && value instanceof Number number) {
            return number.longValue() != 0;
        }
        if (type == Character.class && value instanceof String text && text.length() == 1) {
            return text.charAt(0);
        }
        if (value instanceof String text) {
            return text(type, text);
        }
        return temporal(type, value);
    }

    private static @Nullable Object number(Class<?> type, Number number) {
        if (type == Integer.class) {
            return exact(number).intValueExact();
        }
        if (type == Long.class) {
            return exact(number).longValueExact();
        }
        if (type == Short.class) {
            return exact(number).shortValueExact();
        }
        if (type == Byte.class) {
            return exact(number).byteValueExact();
        }
        if (type == Double.class) {
            return number.doubleValue();
        }
        if (type == Float.class) {
            return number.floatValue();
        }
        if (type == BigDecimal.class) {
            return exact(number);
        }
        if (type == BigInteger.class) {
            return exact(number).toBigIntegerExact();
        }
        return null;
    }

    private static BigDecimal exact(Number number) {
        return number instanceof BigDecimal decimal ? decimal : new BigDecimal(number.toString());
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // the class is known to be an enum
    private static @Nullable Object text(Class<?> type, String text) {
        if (type.isEnum()) {
            return Enum.valueOf((Class) type, text);
        }
        if (type == UUID.class) {
            return UUID.fromString(text);
        }
        if (Number.class.isAssignableFrom(type)) {
            return number(type, new BigDecimal(text.trim()));
        }
        return null;
    }

    private static @Nullable Object temporal(Class<?> type, Object value) {
        if (type == LocalDate.class && value instanceof java.sql.Date date) {
            return date.toLocalDate();
        }
        if (type == LocalTime.class && value instanceof java.sql.Time time) {
            return time.toLocalTime();
        }
        if (type == LocalDateTime.class && value instanceof Timestamp timestamp) {
            return timestamp.toLocalDateTime();
        }
        if (type == LocalDate.class && value instanceof LocalDateTime timestamp) {
            return timestamp.toLocalTime().equals(LocalTime.MIDNIGHT) ? timestamp.toLocalDate() : null;
        }
        if (type == LocalDateTime.class && value instanceof LocalDate date) {
            return date.atStartOfDay();
        }
        return null;
    }
}
