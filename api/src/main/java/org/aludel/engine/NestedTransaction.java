package org.aludel.engine;

/**
 * A savepoint: {@link #commit()} keeps the work as part of the surrounding transaction, {@link #rollback()} undoes what
 * was done since the savepoint and leaves the rest. Leaving its block without commit rolls back to the savepoint.
 *
 * @since 0.1
 */
public interface NestedTransaction extends Transaction {}
