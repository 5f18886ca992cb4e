package org.aludel.orm.spi;

import java.io.Serializable;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the answers of queries that ask for it ({@code query.cache(...)}), for all sessions of a factory. {@code
 * aludel-cache} has implementations on Caffeine and on JCache; another one takes three methods.
 *
 * <p>Keys and values are serializable and are never changed after they were given. Methods are called by many threads. An
 * exception of any of them is logged, and the query is answered by the database.
 *
 * @since 0.1
 */
public interface ResultCache {

    /**
     * What is kept for a key.
     *
     * @param region the part of the cache that the query named
     * @return null if there is nothing, or it has grown too old
     */
    @Nullable
    Object get(String region, Serializable key);

    /**
     * Keeps something, in place of what was there.
     *
     * @param timeToLive how long at most; null for as long as the region is made for
     */
    void put(String region, Serializable key, Serializable value, @Nullable Duration timeToLive);

    /** Forgets all of a region. */
    void clear(String region);
}
