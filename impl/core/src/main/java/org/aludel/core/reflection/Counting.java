package org.aludel.core.reflection;

import java.util.Objects;
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
        long usualCache) {

    /** A sequence of 64 bits, with the standard's defaults. */
    public static Counting large(
            @Nullable Long start,
            @Nullable Long increment,
            @Nullable Long minValue,
            @Nullable Long maxValue,
            @Nullable Boolean cycle,
            @Nullable Long cache,
            long usualCache) {
        return new Counting(
                start, increment, minValue, maxValue, cycle, cache, Long.MIN_VALUE, Long.MAX_VALUE, usualCache);
    }

    /** What is to be said of it. */
    public SequenceOptions options() {
        boolean up = increment == null || increment > 0;
        SequenceOptions options = SequenceOptions.NONE.withStart(start).withIncrement(increment);
        if (minValue != null && !Objects.equals(minValue, up ? Long.valueOf(1) : Long.valueOf(leastOfType))) {
            options = options.withMinValue(minValue);
        }
        if (maxValue != null && !Objects.equals(maxValue, up ? Long.valueOf(greatestOfType) : Long.valueOf(-1))) {
            options = options.withMaxValue(maxValue);
        }
        if (Boolean.TRUE.equals(cycle)) {
            options = options.withCycle(true);
        }
        return cache == null || cache == usualCache ? options : options.withCache(cache);
    }
}
