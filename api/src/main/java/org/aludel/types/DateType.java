package org.aludel.types;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Days without a time.
 *
 * @since 0.1
 */
public record DateType() implements Type<LocalDate> {

    @Override
    public Class<LocalDate> javaType() {
        return LocalDate.class;
    }

    @Override
    public TypeFamily family() {
        return TypeFamily.DATE;
    }

    @Override
    public <R> R accept(TypeVisitor<R> visitor) {
        return visitor.visitDate(this);
    }

    // These two by hand: those that a record is given are made at run time, by the first one to ask.

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof DateType;
    }

    @Override
    public int hashCode() {
        return toString().hashCode();
    }

    @Override
    public String toString() {
        return "DATE";
    }
}
