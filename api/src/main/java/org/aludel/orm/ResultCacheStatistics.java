package org.aludel.orm;

/**
 * What became of the queries of a factory that asked for the result cache. Each statement counts, those that load relations
 * along too.
 *
 * @param hits answers from the cache
 * @param misses answers of the database because the cache had none, or one that was out of date
 * @param outdated how many of the misses found an answer that a write to one of its tables had made worthless
 * @param bypasses statements that had to ask the database: their transaction had written to a table of theirs, sees the
 *     database as it was before the last write, or a parameter is no value that can be compared
 * @param invalidations tables made out of date by writes, each counted at each commit
 * @param failures errors of the cache
 * @since 0.1
 */
public record ResultCacheStatistics(
        long hits, long misses, long outdated, long bypasses, long invalidations, long failures) {

    /** Nothing has happened, as in a factory without a cache. */
    public static final ResultCacheStatistics NONE = new ResultCacheStatistics(0, 0, 0, 0, 0, 0);
}
