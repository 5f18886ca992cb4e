package org.aludel.types;

import java.time.Duration;

/**
 * Lengths of time; a whole number of microseconds where the database has no interval.
 *
 * @since 0.1
 */
public record IntervalType() implements Type<Duration> {

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
