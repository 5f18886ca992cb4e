package org.aludel.orm.internal.caching;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.ObjectStreamClass;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Values as they may be kept: what can be changed is copied on its way in and out, so that no session sees what another one
 * does to its objects.
 */
final class KeptValues {

    private static final Set<Class<?>> UNCHANGING = Set.of(
            String.class,
            Boolean.class,
            Character.class,
            Byte.class,
            Short.class,
            Integer.class,
            Long.class,
            Float.class,
            Double.class,
            java.math.BigDecimal.class,
            java.math.BigInteger.class,
            java.util.UUID.class);

    private KeptValues() {}

    private static boolean isUnchanging(Object value) {
        Class<?> type = value.getClass();
        return UNCHANGING.contains(type)
                || value instanceof Enum
                || type.getPackageName().equals("java.time");
    }

    /** A value of a parameter in a form that is compared by value; null if it has none. */
    static @Nullable Object comparable(@Nullable Object value) {
        if (value == null || isUnchanging(value)) {
            return value;
        }
        if (value instanceof byte[] bytes) {
            return new ArrayList<>(List.of("bytes", java.util.HexFormat.of().formatHex(bytes)));
        }
        if (value instanceof Object[] array) {
            return comparable(Arrays.asList(array));
        }
        if (value instanceof Collection<?> list) {
            ArrayList<@Nullable Object> all = new ArrayList<>(list.size());
            for (Object element : list) {
                Object one = comparable(element);
                if (one == null && element != null) {
                    return null;
                }
                all.add(one);
            }
            return all;
        }
        return value instanceof Serializable && comparesByValue(value.getClass()) ? copy(value) : null;
    }

    private static boolean comparesByValue(Class<?> type) {
        try {
            return type.getMethod("equals", Object.class).getDeclaringClass() != Object.class
                    && type.getMethod("hashCode").getDeclaringClass() != Object.class;
        } catch (NoSuchMethodException e) {
            return false;
        }
    }

    /** Whether the values of a row can be kept. */
    static boolean areKeepable(@Nullable Object[] row) {
        for (Object value : row) {
            if (value != null && !isUnchanging(value) && copy(value) == null) {
                return false;
            }
        }
        return true;
    }

    /** A value for one session; null for null, and for what can't be copied. */
    static @Nullable Object copy(@Nullable Object value) {
        if (value == null || isUnchanging(value)) {
            return value;
        }
        if (value instanceof byte[] bytes) {
            return bytes.clone();
        }
        if (value instanceof java.util.Date date) {
            return date.clone();
        }
        return value instanceof Serializable ? written(value) : null;
    }

    private static @Nullable Object written(Object value) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(value);
        } catch (IOException e) {
            return null;
        }
        try (ObjectInputStream in =
                new Reading(bytes.toByteArray(), value.getClass().getClassLoader())) {
            return in.readObject();
        } catch (IOException | ClassNotFoundException e) {
            return null;
        }
    }

    /** Finds classes where the value's own came from. */
    private static final class Reading extends ObjectInputStream {

        private final @Nullable ClassLoader loader;

        Reading(byte[] bytes, @Nullable ClassLoader loader) throws IOException {
            super(new ByteArrayInputStream(bytes));
            this.loader = loader;
        }

        @Override
        protected Class<?> resolveClass(ObjectStreamClass description) throws IOException, ClassNotFoundException {
            try {
                return Class.forName(description.getName(), false, loader);
            } catch (ClassNotFoundException e) {
                return super.resolveClass(description);
            }
        }
    }
}
