package org.aludel.engine;

/**
 * The state of a pool at one moment.
 *
 * @param kind kind of pool, as {@code hikari}
 * @param checkedOut connections lent out
 * @param idle connections at rest in the pool
 * @param waiting threads that wait for one
 * @param maximum most connections the pool may have; {@link Integer#MAX_VALUE} for no limit
 * @since 0.1
 */
public record PoolStatus(String kind, int checkedOut, int idle, int waiting, int maximum) {}
