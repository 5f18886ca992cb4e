package org.aludel.orm.internal.session;

/** A transaction that someone else begins and ends: a container, by JTA. Its {@code toString} names it in messages. */
public interface ManagedTransaction {

    /** What identifies it; equal for the same transaction. */
    Object key();

    /**
     * Has the participant told of completion: {@code beforeCompletion} after the synchronizations of the application
     * and before those of connections, on the thread of the transaction; {@code afterCompletion} on any thread.
     */
    void register(SessionParticipant participant);

    /** Makes sure that it can't commit. */
    void setRollbackOnly();

    /** Whether it can't commit any more. */
    boolean isRollbackOnly();
}
