package org.aludel.engine;

/**
 * What a pool has done since it was made.
 *
 * @param opened physical connections opened
 * @param checkouts connections lent
 * @param checkins connections given back in good order
 * @param discarded connections given up as broken, among them those that failed the test before use
 * @param reclaimed connections taken back because their holder had become unreachable without closing them
 * @param timeouts checkouts that waited in vain
 * @since 0.1
 */
public record PoolMetrics(long opened, long checkouts, long checkins, long discarded, long reclaimed, long timeouts) {}
