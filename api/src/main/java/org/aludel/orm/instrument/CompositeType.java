package org.aludel.orm.instrument;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.aludel.errors.AludelException;
import org.aludel.errors.MappingException;
import org.jspecify.annotations.Nullable;

/**
 * How values of a composite's class are taken apart and made: a record, or a class whose constructor takes its fields.
 *
 * @since 0.1
 */
public final class CompositeType {

    private final Class<?> type;
    private final List<Field> parts;
    private final MethodHandle[] getters;
    private final MethodHandle maker;

    private CompositeType(Class<?> type, List<Field> parts, MethodHandle[] getters, MethodHandle maker) {
        this.type = type;
        this.parts = parts;
        this.getters = getters;
        this.maker = maker;
    }

    /**
     * Describes a class.
     *
     * @param lookup that of the mapped class
     * @return null if the class has no constructor that takes its fields
     */
    public static @Nullable CompositeType of(Class<?> type, MethodHandles.Lookup lookup) {
        if (type.isInterface()
                || type.isPrimitive()
                || type.isArray()
                || type.isEnum()
                || Modifier.isAbstract(type.getModifiers())) {
            return null;
        }
        List<Field> parts = Arrays.stream(type.getDeclaredFields())
                .filter(field -> !field.isSynthetic()
                        && !Modifier.isStatic(field.getModifiers())
                        && !Modifier.isTransient(field.getModifiers()))
                .toList();
        if (parts.isEmpty()) {
            return null;
        }
        Class<?>[] types = parts.stream().map(Field::getType).toArray(Class<?>[]::new);
        try {
            MethodHandles.Lookup inside = MethodHandles.privateLookupIn(type, lookup);
            Constructor<?> constructor = type.getDeclaredConstructor(types);
            MethodHandle[] getters = new MethodHandle[types.length];
            for (int i = 0; i < types.length; i++) {
                getters[i] =
                        inside.unreflectGetter(parts.get(i)).asType(MethodType.methodType(Object.class, Object.class));
            }
            MethodHandle maker = inside.unreflectConstructor(constructor)
                    .asSpreader(Object[].class, types.length)
                    .asType(MethodType.methodType(Object.class, Object[].class));
            return new CompositeType(type, parts, getters, maker);
        } catch (NoSuchMethodException | IllegalAccessException e) {
            return null;
        }
    }

    public Class<?> type() {
        return type;
    }

    /** The components, as fields. */
    public List<Field> parts() {
        return parts;
    }

    /** The value of a component; null if the composite itself is null. */
    public @Nullable Object part(@Nullable Object composite, int number) {
        if (composite == null) {
            return null;
        }
        try {
            return getters[number].invokeExact(composite);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    /** The composite of some values; null if all are null. A primitive component without value has its default. */
    public @Nullable Object make(@Nullable Object[] values) {
        boolean any = false;
        @Nullable Object[] given = values.clone();
        for (int i = 0; i < given.length; i++) {
            any |= given[i] != null;
            Class<?> part = parts.get(i).getType();
            if (given[i] == null && part.isPrimitive()) {
                given[i] = java.lang.reflect.Array.get(java.lang.reflect.Array.newInstance(part, 1), 0);
            }
        }
        if (!any) {
            return null;
        }
        try {
            return maker.invoke(given);
        } catch (AludelException | Error e) {
            throw e;
        } catch (Throwable e) {
            List<String> names = new ArrayList<>();
            parts.forEach(part -> names.add(part.getName()));
            throw new MappingException(
                    "ALU-0628",
                    "a composite could not be made from its columns: " + e + "; where: " + type.getName() + names
                            + " = "
                            + Arrays.toString(values)
                            + "; what to do: let its constructor take what the columns may hold",
                    e);
        }
    }
}
