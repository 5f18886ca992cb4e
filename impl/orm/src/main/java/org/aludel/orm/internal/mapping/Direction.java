package org.aludel.orm.internal.mapping;

/** Which side of a relation holds the foreign key. */
public enum Direction {
    /** The target's table holds it; also a one-to-one seen from the side without the key. */
    ONE_TO_MANY,
    /** The owner's table holds it. */
    MANY_TO_ONE,
    /** A table between the two holds one to each. */
    MANY_TO_MANY
}
