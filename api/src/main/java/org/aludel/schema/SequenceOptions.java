package org.aludel.schema;

import org.jspecify.annotations.Nullable;

/**
 * How a sequence or an identity column counts; null where the database decides.
 *
 * @param start first value
 * @param increment step
 * @param minValue least value
 * @param maxValue greatest value
 * @param noMinValue whether NO MINVALUE is said
 * @param noMaxValue whether NO MAXVALUE is said
 * @param cycle whether it begins anew at the end
 * @param cache how many values a connection takes at once
 * @param order whether values come in the order of their requests
 * @since 0.1
 */
public record SequenceOptions(
        @Nullable Long start,
        @Nullable Long increment,
        @Nullable Long minValue,
        @Nullable Long maxValue,
        boolean noMinValue,
        boolean noMaxValue,
        @Nullable Boolean cycle,
        @Nullable Long cache,
        @Nullable Boolean order) {

    /** Nothing is said. */
    public static final SequenceOptions NONE =
            new SequenceOptions(null, null, null, null, false, false, null, null, null);

    public SequenceOptions withStart(@Nullable Long first) {
        return new SequenceOptions(first, increment, minValue, maxValue, noMinValue, noMaxValue, cycle, cache, order);
    }

    public SequenceOptions withIncrement(@Nullable Long step) {
        return new SequenceOptions(start, step, minValue, maxValue, noMinValue, noMaxValue, cycle, cache, order);
    }

    public SequenceOptions withMinValue(long least) {
        return new SequenceOptions(start, increment, least, maxValue, noMinValue, noMaxValue, cycle, cache, order);
    }

    public SequenceOptions withMaxValue(long greatest) {
        return new SequenceOptions(start, increment, minValue, greatest, noMinValue, noMaxValue, cycle, cache, order);
    }

    public SequenceOptions withoutMinValue() {
        return new SequenceOptions(start, increment, null, maxValue, true, noMaxValue, cycle, cache, order);
    }

    public SequenceOptions withoutMaxValue() {
        return new SequenceOptions(start, increment, minValue, null, noMinValue, true, cycle, cache, order);
    }

    public SequenceOptions withCycle(boolean on) {
        return new SequenceOptions(start, increment, minValue, maxValue, noMinValue, noMaxValue, on, cache, order);
    }

    public SequenceOptions withCache(long size) {
        return new SequenceOptions(start, increment, minValue, maxValue, noMinValue, noMaxValue, cycle, size, order);
    }

    public SequenceOptions withOrder(boolean on) {
        return new SequenceOptions(start, increment, minValue, maxValue, noMinValue, noMaxValue, cycle, cache, on);
    }
}
