package org.aludel.orm.internal.state;

/** Where an instance stands in relation to a session and the database. */
public enum Status {
    /** Unknown to any session, no row. */
    TRANSIENT,
    /** In a session, its row not written yet. */
    PENDING,
    /** In a session, with a row. */
    PERSISTENT,
    /** Its row was deleted by a flush whose transaction has not ended yet. */
    DELETED,
    /** With a row, in no session. */
    DETACHED
}
