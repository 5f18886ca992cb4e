package org.aludel.types;

import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

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

    // These two by hand: those that a record is given are made at run time, by the first one to ask.

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof TimeType;
    }

    @Override
    public int hashCode() {
        return toString().hashCode();
    }

    @Override
    public String toString() {
        return "TIME";
    }
}
