package org.aludel.engine;

/**
 * A transaction in progress. Leaving its block without {@link #commit()} rolls it back.
 *
 * @since 0.1
 */
public interface Transaction extends AutoCloseable {

    /**
     * Makes the work permanent.
     *
     * @throws org.aludel.errors.TransactionStateException ALU-0220 when it has ended already, ALU-0221 when an earlier
     *     error has made it worthless, ALU-0222 when JTA controls it
     */
    void commit();

    /** Undoes the work. Does nothing when the transaction was rolled back already. */
    void rollback();

    /** Whether it can still be committed or rolled back. */
    boolean isActive();

    /** Rolls back unless it was committed. */
    @Override
    void close();
}
