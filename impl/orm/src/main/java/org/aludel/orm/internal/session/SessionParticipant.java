package org.aludel.orm.internal.session;

import org.aludel.orm.Session;

/** A session as the transaction it has joined sees it. */
public interface SessionParticipant {

    /** The session. */
    Session session();

    /** Writes what has changed. An exception must keep the transaction from committing. */
    void beforeCompletion();

    /**
     * The transaction has ended. Objects settle at once if the session is not in use, else when the thread that uses it
     * leaves it.
     */
    void afterCompletion(boolean committed);
}
