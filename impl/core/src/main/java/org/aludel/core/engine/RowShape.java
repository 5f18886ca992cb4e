package org.aludel.core.engine;

import java.beans.IntrospectionException;
import java.beans.Introspector;
import java.beans.PropertyDescriptor;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.aludel.errors.ArgumentException;
import org.jspecify.annotations.Nullable;

/**
 * Makes an object of a class from the values of a row; prepared once for a result. Records are filled by component name,
 * or in order where the names do not match; beans by property name; a simple class takes the only column.
 *
 * @param <T> class of the objects
 */
abstract class RowShape<T> {

    abstract T make(@Nullable Object[] values);

    static <T> RowShape<T> of(Class<T> type, RowHeader header) {
        if (type.isRecord()) {
            return new RecordShape<>(type, header);
        }
        if (Conversion.isSimple(type)) {
            return new ValueShape<>(type, header);
        }
        return new BeanShape<>(type, header);
    }

    /** {@code userId} and {@code user_id} are the same name. */
    private static String folded(String name) {
        return name.replace("_", "").toLowerCase(Locale.ROOT);
    }

    private static int indexOf(RowHeader header, String name) {
        String folded = folded(name);
        int found = -1;
        for (int i = 0; i < header.size(); i++) {
            String key = header.keys().get(i);
            if (key.equals(name)) {
                return i;
            }
            if (found < 0 && folded(key).equals(folded)) {
                found = i;
            }
        }
        return found;
    }

    private static ArgumentException unfit(Class<?> type, RowHeader header, String why, @Nullable Throwable cause) {
        return new ArgumentException(
                "ALU-0238",
                "rows can't become " + type.getName() + ": " + why + "; where: columns " + header.keys()
                        + "; what to do: name the components or properties as the columns, or label the columns",
                cause);
    }

    /** Rethrows what a user's constructor or setter threw, as it was thrown. */
    @SuppressWarnings("unchecked")
    private static <X extends Throwable> RuntimeException sneaky(Throwable thrown) throws X {
        throw (X) thrown;
    }

    private static final class ValueShape<T> extends RowShape<T> {
        private final Class<T> type;
        private final String name;

        ValueShape(Class<T> type, RowHeader header) {
            if (header.size() != 1) {
                throw unfit(type, header, "it takes one column, there are " + header.size(), null);
            }
            this.type = type;
            this.name = header.keys().get(0);
        }

        @Override
        @SuppressWarnings("NullAway") // NULL becomes null, as in scalars()
        T make(@Nullable Object[] values) {
            return Conversion.to(type, values[0], name);
        }
    }

    private static final class RecordShape<T> extends RowShape<T> {
        private final MethodHandle constructor;
        private final int[] positions;
        private final Class<?>[] types;
        private final RowHeader header;

        RecordShape(Class<T> type, RowHeader header) {
            RecordComponent[] components = type.getRecordComponents();
            this.types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            this.positions = positions(type, components, header);
            this.header = header;
            try {
                Constructor<T> canonical = type.getDeclaredConstructor(types);
                canonical.setAccessible(true);
                this.constructor = MethodHandles.lookup()
                        .unreflectConstructor(canonical)
                        .asSpreader(Object[].class, types.length)
                        .asType(MethodType.methodType(Object.class, Object[].class));
            } catch (ReflectiveOperationException | RuntimeException e) {
                throw unfit(type, header, "its constructor can't be called", e);
            }
        }

        private static int[] positions(Class<?> type, RecordComponent[] components, RowHeader header) {
            int[] positions = new int[components.length];
            int named = 0;
            for (int i = 0; i < components.length; i++) {
                positions[i] = indexOf(header, components[i].getName());
                named += positions[i] >= 0 ? 1 : 0;
            }
            if (named == components.length) {
                return positions;
            }
            if (components.length != header.size()) {
                throw unfit(
                        type,
                        header,
                        "of its " + components.length + " components " + named + " have a column of their name, and"
                                + " there are " + header.size() + " columns",
                        null);
            }
            for (int i = 0; i < positions.length; i++) {
                positions[i] = i;
            }
            return positions;
        }

        @Override
        @SuppressWarnings("unchecked") // the constructor is that of T
        T make(@Nullable Object[] values) {
            @Nullable Object[] arguments = new Object[positions.length];
            for (int i = 0; i < arguments.length; i++) {
                int position = positions[i];
                arguments[i] =
                        Conversion.to(types[i], values[position], header.keys().get(position));
            }
            try {
                return (T) constructor.invokeExact(arguments);
            } catch (Throwable e) {
                throw RowShape.<RuntimeException>sneaky(e);
            }
        }
    }

    private static final class BeanShape<T> extends RowShape<T> {
        private record Property(MethodHandle setter, Class<?> type, int position, String column) {}

        private final MethodHandle constructor;
        private final List<Property> properties = new ArrayList<>();

        BeanShape(Class<T> type, RowHeader header) {
            try {
                Constructor<T> plain = type.getDeclaredConstructor();
                plain.setAccessible(true);
                this.constructor =
                        MethodHandles.lookup().unreflectConstructor(plain).asType(MethodType.methodType(Object.class));
                for (PropertyDescriptor descriptor :
                        Introspector.getBeanInfo(type, Object.class).getPropertyDescriptors()) {
                    addProperty(descriptor, header);
                }
            } catch (ReflectiveOperationException | IntrospectionException e) {
                throw unfit(type, header, "it is no record and no bean with a constructor without parameters", e);
            }
            if (properties.isEmpty()) {
                throw unfit(type, header, "no property has a column of its name", null);
            }
        }

        private void addProperty(PropertyDescriptor descriptor, RowHeader header) throws IllegalAccessException {
            Method write = descriptor.getWriteMethod();
            int position = indexOf(header, descriptor.getName());
            if (write == null || position < 0) {
                return;
            }
            write.setAccessible(true);
            MethodHandle setter = MethodHandles.lookup()
                    .unreflect(write)
                    .asType(MethodType.methodType(void.class, Object.class, Object.class));
            properties.add(new Property(
                    setter,
                    descriptor.getPropertyType(),
                    position,
                    header.keys().get(position)));
        }

        @Override
        @SuppressWarnings("unchecked") // the constructor is that of T
        T make(@Nullable Object[] values) {
            try {
                Object bean = constructor.invokeExact();
                for (Property property : properties) {
                    Object value = Conversion.to(property.type(), values[property.position()], property.column());
                    property.setter().invokeExact(bean, value);
                }
                return (T) bean;
            } catch (Throwable e) {
                throw RowShape.<RuntimeException>sneaky(e);
            }
        }
    }
}
