package org.aludel.orm;

/**
 * Something that happens in a session; see {@link SessionFactory#on}.
 *
 * @since 0.1
 */
public sealed interface SessionEvent permits FlushEvent, SessionTransactionEvent {

    /** The session where it happens. */
    Session session();
}
