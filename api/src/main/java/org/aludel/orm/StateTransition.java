package org.aludel.orm;

/**
 * An object has gone from one state to another.
 *
 * <pre>{@code
 * sessions.on(StateTransition.class, e -> {
 *     if (e.kind() == StateTransition.Kind.PENDING_TO_PERSISTENT) {
 *         index.add(e.target());
 *     }
 * });
 * }</pre>
 *
 * @since 0.1
 */
public record StateTransition(Session session, Object target, Kind kind) implements SessionEvent, InstanceEvent {

    /** From where to where. */
    public enum Kind {
        /** A new object was added. */
        TRANSIENT_TO_PENDING,
        /** A new object was taken out again, or its insert was not done. */
        PENDING_TO_TRANSIENT,
        /** A new object's row was inserted. */
        PENDING_TO_PERSISTENT,
        /** The insert of its row was rolled back. */
        PERSISTENT_TO_TRANSIENT,
        /** An object was made from a row. */
        LOADED_AS_PERSISTENT,
        /** A detached object was added. */
        DETACHED_TO_PERSISTENT,
        /** A flush has deleted the row. */
        PERSISTENT_TO_DELETED,
        /** The deletion was rolled back. */
        DELETED_TO_PERSISTENT,
        /** The deletion was committed, or the session let go of the deleted object. */
        DELETED_TO_DETACHED,
        /** The session let go of the object. */
        PERSISTENT_TO_DETACHED
    }
}
