package org.aludel.orm.internal.state;

/**
 * A collection in a mapped field. It looks like the plain one; its changes reach the other side of the relation, the
 * session and the history.
 *
 * @param <E> class of the members
 */
public interface TrackedCollection<E> {

    /** The members and their history. */
    Members members();

    /** What stands in the field: the collection itself, unless it is an object of a program's own class. */
    default Object inField() {
        return this;
    }

    /** The owner has another collection from now on, and this is a plain one. */
    default void release() {
        members().release();
    }
}
