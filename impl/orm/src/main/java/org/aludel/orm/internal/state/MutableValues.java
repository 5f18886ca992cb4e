package org.aludel.orm.internal.state;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.aludel.orm.Initiator;
import org.aludel.orm.MutableList;
import org.aludel.orm.MutableMap;
import org.aludel.orm.MutableSet;
import org.aludel.orm.MutableValue;
import org.aludel.orm.internal.events.AttributeListeners;
import org.aludel.orm.internal.mapping.ColumnAttribute;
import org.jspecify.annotations.Nullable;

/** Values of columns that are changed in place: plain ones become tracked ones, which know whom they belong to. */
public final class MutableValues {

    private MutableValues() {}

    /** Whether a field of a type can hold tracked values. */
    public static boolean fits(Class<?> type) {
        return type.isAssignableFrom(MutableMap.class)
                || type.isAssignableFrom(MutableList.class)
                || type.isAssignableFrom(MutableSet.class)
                || MutableValue.class.isAssignableFrom(type);
    }

    /** The value to keep in the attribute of an object; a plain map, list or set becomes a tracked one. */
    public static @Nullable Object taken(Object instance, ColumnAttribute column, @Nullable Object value) {
        Object tracked = tracked(column, value);
        if (tracked instanceof MutableValue mutable) {
            mutable.owners().add(instance, column.index());
        }
        return tracked;
    }

    private static @Nullable Object tracked(ColumnAttribute column, @Nullable Object value) {
        Class<?> type = column.javaType();
        if (value instanceof MutableValue) {
            return value;
        }
        if (value instanceof Map<?, ?> map && type.isAssignableFrom(MutableMap.class)) {
            return new MutableMap<>(map);
        }
        if (value instanceof Set<?> set && type.isAssignableFrom(MutableSet.class)) {
            return new MutableSet<>(set);
        }
        return value instanceof Collection<?> list && type.isAssignableFrom(MutableList.class)
                ? new MutableList<>(list)
                : value;
    }

    /** The attribute of an object has another value from now on. */
    static void left(Object instance, ColumnAttribute column, @Nullable Object value) {
        if (value instanceof MutableValue mutable) {
            mutable.owners().remove(instance, column.index());
        }
    }

    /** Makes tracked values of those that were just read into the fields of an object. */
    public static void loaded(Object instance, EntityState state, ColumnAttribute[] columns) {
        for (ColumnAttribute column : columns) {
            if (state.isLoaded(column)) {
                column.set(instance, state, taken(instance, column, column.get(instance, state)));
            }
        }
    }

    /** A value as it is kept before it changes in place. */
    static @Nullable Object kept(@Nullable Object value) {
        return value instanceof MutableValue mutable ? mutable.copy() : value;
    }

    /** Tells listeners of a change in place. */
    static void tell(Object instance, ColumnAttribute column) {
        AttributeListeners listeners = column.listeners();
        if (listeners != null) {
            listeners.modified(instance, column.initiator(Initiator.Operation.MODIFIED));
        }
    }

    static ColumnAttribute[] of(ColumnAttribute[] columns) {
        List<ColumnAttribute> mutable = new ArrayList<>(0);
        for (ColumnAttribute column : columns) {
            if (column.isMutable()) {
                mutable.add(column);
            }
        }
        return mutable.toArray(new ColumnAttribute[0]);
    }
}
