package org.aludel.types;

import java.time.Duration;

/**
 * Lengths of time. Where the database has no interval, a value is kept as the moment so long after the beginning of 1970.
 *
 * @param nativeType whether the database's own type is used where there is one
 * @param dayPrecision digits for days where the database asks, 0 if left to it
 * @param secondPrecision digits for fractions of a second, -1 if left to the database
 * @since 0.1
 */
public record IntervalType(boolean nativeType, int dayPrecision, int secondPrecision) implements Type<Duration> {

    /** To the microsecond. */
    public IntervalType() {
        this(true, 0, 6);
    }

    @Override
    public Class<Duration> javaType() {
        return Duration.class;
    }

    @Override
    public TypeFamily family() {
        return TypeFamily.INTERVAL;
    }

    @Override
    public <R> R accept(TypeVisitor<R> visitor) {
        return visitor.visitInterval(this);
    }

    @Override
    public String toString() {
        return "INTERVAL";
    }
}
