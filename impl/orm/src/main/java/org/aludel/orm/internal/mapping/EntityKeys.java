package org.aludel.orm.internal.mapping;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.aludel.errors.AludelException;
import org.aludel.errors.ArgumentException;
import org.aludel.types.TypeFamily;
import org.jspecify.annotations.Nullable;

/** Makes keys of one class's objects from fields and from values. */
final class EntityKeys {

    private final EntityMapper mapper;
    private final ColumnAttribute[] parts;

    EntityKeys(EntityMapper mapper, ColumnAttribute[] parts) {
        this.mapper = mapper;
        this.parts = parts;
    }

    /** The key of an instance as its fields stand now; null if a part of it is null. */
    @Nullable
    EntityKey of(Object instance, @Nullable HiddenValues state) {
        if (parts.length == 1) {
            Object single = parts[0].get(instance, state);
            return single == null ? null : new EntityKey(mapper.root(), single);
        }
        Object[] values = new Object[parts.length];
        for (int i = 0; i < values.length; i++) {
            Object part = parts[i].get(instance, state);
            if (part == null) {
                return null;
            }
            values[i] = part;
        }
        return new EntityKey(mapper.root(), List.of(values));
    }

    /** The key of some values, converted to the attributes' own types where nothing is lost. */
    EntityKey of(@Nullable Object... values) {
        if (parts.length == 1 && values.length == 1 && !(values[0] instanceof Map<?, ?>)) {
            return new EntityKey(mapper.root(), part(parts[0], values[0]));
        }
        @Nullable Object[] given = values;
        if (values.length == 1 && values[0] instanceof Map<?, ?> named) {
            given = named(named);
        } else if (parts.length > 1 && values.length == 1) {
            if (values[0] instanceof List<?> list) {
                given = list.toArray();
            } else if (values[0] instanceof Object[] array) {
                given = array;
            }
        }
        if (given.length != parts.length) {
            throw unfit("it has " + given.length + " values", Arrays.toString(given), null);
        }
        Object[] key = new Object[given.length];
        for (int i = 0; i < key.length; i++) {
            key[i] = part(parts[i], given[i]);
        }
        return new EntityKey(mapper.root(), List.of(key));
    }

    /** Digits are taken for the number they write, as paths of web addresses have them. */
    private static Object number(ColumnAttribute attribute, Object value) {
        if (value instanceof String text
                && attribute.column().type().family() == TypeFamily.INTEGER
                && text.matches("-?\\d{1,18}")) {
            return Long.valueOf(text);
        }
        return value;
    }

    /** The values of a map by names of attributes. */
    private @Nullable Object[] named(Map<?, ?> values) {
        @Nullable Object[] given = new Object[parts.length];
        for (int i = 0; i < parts.length; i++) {
            if (!values.containsKey(parts[i].name())) {
                throw unfit("its part " + parts[i].name() + " is missing", values.toString(), null);
            }
            given[i] = values.get(parts[i].name());
        }
        if (values.size() != parts.length) {
            throw unfit("it names " + values.keySet(), values.toString(), null);
        }
        return given;
    }

    private Object part(ColumnAttribute attribute, @Nullable Object value) {
        if (value == null) {
            throw unfit("its part " + attribute.name() + " is null", "null", null);
        }
        if (attribute.column().type().javaType().isInstance(value)) {
            return value;
        }
        try {
            return Objects.requireNonNull(attribute.column().type().coerce(number(attribute, value)));
        } catch (AludelException e) {
            throw unfit(
                    "its part " + attribute.name() + " is a " + value.getClass().getSimpleName(),
                    String.valueOf(value),
                    e);
        }
    }

    private ArgumentException unfit(String what, String value, @Nullable AludelException cause) {
        StringBuilder expected = new StringBuilder();
        for (ColumnAttribute part : parts) {
            expected.append(expected.length() == 0 ? "" : ", ")
                    .append(ColumnTypes.wrapper(part.javaType()).getSimpleName())
                    .append(' ')
                    .append(part.name());
        }
        return new ArgumentException(
                "ALU-0438",
                "key " + value + " does not fit " + mapper.name() + ": " + what + "; where: the primary key of "
                        + mapper.place() + "; what to do: give (" + expected + ")",
                cause);
    }
}
