package org.aludel.engine;

import org.jspecify.annotations.Nullable;

/**
 * Work in a transaction that returns something.
 *
 * @param <C> what the work gets: a connection, a session
 * @param <T> what it returns
 * @param <X> what it may throw
 * @since 0.1
 */
@FunctionalInterface
public interface TransactionWork<C, T extends @Nullable Object, X extends Throwable> {

    /** Does the work. */
    T apply(C context) throws X;
}
