package org.aludel.engine;

/**
 * A transaction that can be prepared: after {@link #prepare()} the database promises that {@link #commit()} will
 * succeed, also after a crash of either side. <b>No decision record is kept</b>: whoever uses this directly must remember
 * what was decided, or use {@link TwoPhase}.
 *
 * @since 0.1
 */
public interface TwoPhaseTransaction extends Transaction {

    /** The id under which {@link Connection#recoverTwoPhase()} lists it once it is prepared. */
    String id();

    /** First phase. After it only {@link #commit()} and {@link #rollback()} go on. */
    void prepare();

    /** Whether it was prepared. */
    boolean isPrepared();
}
