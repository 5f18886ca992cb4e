package org.aludel.types;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * Days with a time, without a zone.
 *
 * @since 0.1
 */
public record TimestampType() implements Type<LocalDateTime> {

    @Override
    public Class<LocalDateTime> javaType() {
        return LocalDateTime.class;
    }

    @Override
    public TypeFamily family() {
        return TypeFamily.TIMESTAMP;
    }

    @Override
    public <R> R accept(TypeVisitor<R> visitor) {
        return visitor.visitTimestamp(this);
    }

    // These two by hand: those that a record is given are made at run time, by the first one to ask.

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof TimestampType;
    }

    @Override
    public int hashCode() {
        return toString().hashCode();
    }

    @Override
    public String toString() {
        return "TIMESTAMP";
    }
}
