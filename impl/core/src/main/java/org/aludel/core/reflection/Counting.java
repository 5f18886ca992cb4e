package org.aludel.core.reflection;

import org.aludel.schema.SequenceOptions;
import org.jspecify.annotations.Nullable;

/**
 * How a sequence counts, as a catalogue tells: limits and the like are left out where they are what the database takes by
 * itself.
 *
 * @param start first value
 * @param increment step
 * @param leastOfType the least value of the sequence's type
 * @param greatestOfType the greatest value of the sequence's type
 * @param fromLeast whether a sequence that counts upwards may begin at the least value of its type by itself, not at 1
 * @param usualCache how many values the database takes at once by itself
 */
public record Counting(
        @Nullable Long start,
        @Nullable Long increment,
        @Nullable Long minValue,
        @Nullable Long maxValue,
        @Nullable Boolean cycle,
        @Nullable Long cache,
        long leastOfType,
        long greatestOfType,
        boolean fromLeast,
        long usualCache) {

    /** A sequence with the standard's limits, for its type. */
    public Counting(
            @Nullable Long start,
            @Nullable Long increment,
            @Nullable Long minValue,
            @Nullable Long maxValue,
            @Nullable Boolean cycle,
            @Nullable Long cache,
            long leastOfType,
            long greatestOfType,
            long usualCache) {
        this(start, increment, minValue, maxValue, cycle, cache, leastOfType, greatestOfType, false, usualCache);
    }

    /** The least value of a type of whole numbers. */
    public static long least(int bits) {
        return bits >= Long.SIZE ? Long.MIN_VALUE : -(1L << (bits - 1));
    }

    /** The greatest value of a type of whole numbers. */
    public static long greatest(int bits) {
        return bits >= Long.SIZE ? Long.MAX_VALUE : (1L << (bits - 1)) - 1;
    }

    /** What is to be said of it. */
    public SequenceOptions options() {
        boolean up = increment == null || increment > 0;
        SequenceOptions options = SequenceOptions.NONE.withStart(start).withIncrement(increment);
        long usualLeast = up && !fromLeast ? 1 : leastOfType;
        long usualGreatest = up || fromLeast ? greatestOfType : -1;
        if (minValue != null && minValue != usualLeast) {
            options = options.withMinValue(minValue);
        }
        if (maxValue != null && maxValue != usualGreatest) {
            options = options.withMaxValue(maxValue);
        }
        if (Boolean.TRUE.equals(cycle)) {
            options = options.withCycle(true);
        }
        return cache == null || cache == usualCache ? options : options.withCache(cache);
    }
}
