package org.aludel.engine;

/**
 * An engine's bounded cache of compiled statements. A statement of the same structure is compiled once, whatever its
 * values.
 *
 * @since 0.1
 */
public interface StatementCache {

    /** How many compiled statements are kept now. */
    int size();

    /** Most statements that are kept. */
    int capacity();

    /** How often a compiled statement was found. */
    long hits();

    /** How often one had to be compiled. */
    long misses();

    /** Forgets all; the counters stay. */
    void clear();
}
