package org.aludel.orm;

import org.aludel.orm.instrument.ValueOwners;

/**
 * A value of one column that tells the objects that have it of its changes, so that a change in place is written.
 *
 * @see ClassMapping#mutable
 * @since 0.1
 */
public interface MutableValue {

    /** The objects that have the value. Meant for the mapper. */
    ValueOwners owners();

    /** A copy that nobody has, as it was kept before a change. */
    Object copy();
}
