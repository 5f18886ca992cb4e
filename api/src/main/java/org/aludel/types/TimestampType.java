package org.aludel.types;

import java.time.LocalDateTime;

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

    @Override
    public String toString() {
        return "TIMESTAMP";
    }
}
