package org.aludel.engine;

/**
 * Work in a transaction that returns nothing.
 *
 * @param <C> what the work gets: a connection, a session
 * @param <X> what it may throw
 * @since 0.1
 */
@FunctionalInterface
public interface TransactionTask<C, X extends Throwable> {

    /** Does the work. */
    void accept(C context) throws X;
}
