package org.aludel.dialects.oracle;

import java.time.Duration;
import org.aludel.types.SpecificType;
import org.aludel.types.Type;
import org.aludel.types.Types;
import org.jspecify.annotations.Nullable;

/**
 * INTERVAL DAY TO SECOND.
 *
 * @param days digits of the days; null for Oracle's own number
 * @param seconds digits of the fraction of seconds; null for Oracle's own number
 * @since 0.1
 */
public record OracleInterval(
        @Nullable Integer days, @Nullable Integer seconds) implements SpecificType<Duration> {

    /** The same with so many digits for the days. */
    public OracleInterval dayPrecision(int digits) {
        return new OracleInterval(digits, seconds);
    }

    /** The same with so many digits after the second. */
    public OracleInterval secondPrecision(int digits) {
        return new OracleInterval(days, digits);
    }

    @Override
    public Type<Duration> base() {
        return Types.INTERVAL;
    }

    @Override
    public @Nullable String spelling(String dialect) {
        return dialect.equals("oracle") || dialect.equals("standard") ? toString() : null;
    }

    @Override
    public String toString() {
        return "INTERVAL DAY" + (days == null ? "" : "(" + days + ")") + " TO SECOND"
                + (seconds == null ? "" : "(" + seconds + ")");
    }
}
