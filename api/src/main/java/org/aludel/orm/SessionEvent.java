package org.aludel.orm;

/**
 * Something that happens in a session; see {@link SessionFactory#on}.
 *
 * @since 0.1
 */
public interface SessionEvent extends OrmEvent {

    /** The session where it happens. */
    Session session();
}
