package org.aludel.dialects.postgresql;

import java.time.Duration;
import org.aludel.types.SpecificType;
import org.aludel.types.Type;
import org.aludel.types.Types;
import org.jspecify.annotations.Nullable;

/**
 * INTERVAL of some fields or with a precision of its seconds.
 *
 * @param fields as {@code YEAR TO MONTH}; null for all
 * @param precision digits of a second, negative if not said
 * @since 0.1
 */
public record IntervalOf(@Nullable String fields, int precision) implements SpecificType<Duration> {

    /** The same of these fields only. */
    public IntervalOf fields(String some) {
        return new IntervalOf(some, precision);
    }

    /** The same with a precision of its seconds. */
    public IntervalOf precision(int digits) {
        return new IntervalOf(fields, digits);
    }

    @Override
    public Type<Duration> base() {
        return Types.INTERVAL;
    }

    @Override
    public @Nullable String spelling(String dialect) {
        return dialect.equals("postgresql") || dialect.equals("standard") ? toString() : null;
    }

    @Override
    public String toString() {
        return "INTERVAL" + (fields == null ? "" : " " + fields) + (precision < 0 ? "" : " (" + precision + ")");
    }
}
