package org.aludel.types;

import java.time.LocalTime;

/**
 * Times of day without a zone.
 *
 * @since 0.1
 */
public record TimeType() implements Type<LocalTime> {

    @Override
    public Class<LocalTime> javaType() {
        return LocalTime.class;
    }

    @Override
    public TypeFamily family() {
        return TypeFamily.TIME;
    }

    @Override
    public <R> R accept(TypeVisitor<R> visitor) {
        return visitor.visitTime(this);
    }

    @Override
    public String toString() {
        return "TIME";
    }
}
