package org.aludel.orm;

import org.jspecify.annotations.Nullable;

/**
 * Sees a value before an attribute takes it, and may replace it or refuse it by an exception.
 *
 * @param <E> the mapped class
 * @param <V> type of the values; of a collection's members
 * @see ClassMapping#validate
 * @since 0.1
 */
@FunctionalInterface
public interface AttributeValidator<E, V> {

    /**
     * @param object the object whose attribute changes
     * @param field name of the attribute
     * @param value the value that is set, or the member that is added (or removed)
     * @param removed whether a member is being removed; its value can't be replaced
     * @return the value to take
     */
    @Nullable
    V validate(E object, String field, @Nullable V value, boolean removed);
}
