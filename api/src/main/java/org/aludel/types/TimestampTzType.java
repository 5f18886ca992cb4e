package org.aludel.types;

import java.time.OffsetDateTime;

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

    @Override
    public String toString() {
        return "TIMESTAMP WITH TIME ZONE";
    }
}
