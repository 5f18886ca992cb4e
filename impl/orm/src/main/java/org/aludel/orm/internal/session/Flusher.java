package org.aludel.orm.internal.session;

/**
 * Writes a flush set. Generated keys, versions and foreign keys are stored by {@code EntityState.assign}; the session
 * does the rest of the bookkeeping when this returns: keys, identity map, status, forgetting of old values.
 */
public interface Flusher {

    /** Writes all rows, in an order that the database accepts. */
    void flush(DefaultSession session, FlushSet set);

    /** The rows that would be written, in order, as text. */
    String describe(DefaultSession session, FlushSet set);
}
