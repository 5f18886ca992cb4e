package org.aludel.types;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * Moments with an offset from UTC; some databases keep only the moment.
 *
 * @since 0.1
 */
public record TimestampTzType() implements Type<OffsetDateTime> {

    @Override
    public Class<OffsetDateTime> javaType() {
        return OffsetDateTime.class;
    }

    @Override
    public TypeFamily family() {
        return TypeFamily.TIMESTAMP;
    }

    @Override
    public <R> R accept(TypeVisitor<R> visitor) {
        return visitor.visitTimestampTz(this);
    }

    // These two by hand: those that a record is given are made at run time, by the first one to ask.

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof TimestampTzType;
    }

    @Override
    public int hashCode() {
        return toString().hashCode();
    }

    @Override
    public String toString() {
        return "TIMESTAMP WITH TIME ZONE";
    }
}
