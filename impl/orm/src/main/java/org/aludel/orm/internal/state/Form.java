package org.aludel.orm.internal.state;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a kind of collection keeps besides the sequence of its members: the keys of a map, the order of a sorted set, the
 * object of a user's own class, the numbers of positions. Told after each change of the sequence.
 */
interface Form {

    /** For collections that are nothing but the sequence. */
    Form SEQUENCE = new Form() {};

    /**
     * Whether a member that is not in the sequence may be added; false if an equal one stands in its place.
     *
     * @throws RuntimeException if it can't be a member of this kind of collection
     */
    default boolean admits(Object member) {
        return true;
    }

    /** The member that has to leave if this one is added, as that of the same key; null if there is none. */
    default @Nullable Object displacedBy(Object member) {
        return null;
    }

    /** A member was added to the sequence. */
    default void added(Object member, List<Object> items) {}

    /** A member has left the sequence. */
    default void removed(Object member, List<Object> items) {}

    /** The order of the sequence has changed. */
    default void reordered(List<Object> items) {}

    /**
     * The sequence was put in place of another by a loader, which is no change.
     *
     * @return the members that can stand together in this kind of collection
     */
    default List<Object> loaded(List<Object> items) {
        return items;
    }
}
