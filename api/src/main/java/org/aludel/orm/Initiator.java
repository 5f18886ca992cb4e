package org.aludel.orm;

/**
 * Where a change of an attribute began: an assignment to the one side of a relation changes the other side too, and both
 * events name the attribute that the program changed.
 *
 * @param owner the class that has the attribute
 * @param attribute the attribute that the program changed
 * @param operation what the program did
 * @since 0.1
 */
public record Initiator(Class<?> owner, String attribute, Operation operation) {

    /** What a program does to an attribute. */
    public enum Operation {
        /** A value or reference was assigned. */
        SET,
        /** A member was added to a collection. */
        APPEND,
        /** A member was removed from a collection. */
        REMOVE,
        /** A collection was assigned. */
        BULK_REPLACE,
        /** A value was changed in place, or flagged as changed. */
        MODIFIED
    }
}
