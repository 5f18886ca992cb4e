package org.aludel.orm.internal.state;

import java.util.Collection;

/**
 * A collection in a mapped field. It looks like the plain one; its changes reach the other side of the relation, the
 * session and the history.
 *
 * @param <E> class of the members
 */
public interface TrackedCollection<E> extends Collection<E> {

    /** The members and their history. */
    Members members();
}
