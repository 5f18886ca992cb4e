package org.aludel.types;

import java.time.temporal.Temporal;
import org.jspecify.annotations.Nullable;

/**
 * A date and time as the database's ordinary type of that kind, which may keep no fractions of a second.
 * {@link TimestampType} keeps microseconds wherever the database can.
 *
 * @param javaType {@code LocalDateTime} or {@code OffsetDateTime}
 * @param timezone whether values have a zone
 * @since 0.1
 */
public record DateTimeType<T extends Temporal>(Class<T> javaType, boolean timezone) implements Type<T> {

    @Override
    public TypeFamily family() {
        return TypeFamily.TIMESTAMP;
    }

    @Override
    public <R> R accept(TypeVisitor<R> visitor) {
        return visitor.visitDateTime(this);
    }

    // These two by hand: those that a record is given are made at run time, by the first one to ask.

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof DateTimeType<?> type && javaType == type.javaType && timezone == type.timezone;
    }

    @Override
    public int hashCode() {
        return 31 * javaType.hashCode() + Boolean.hashCode(timezone);
    }

    @Override
    public String toString() {
        return "DATETIME";
    }
}
