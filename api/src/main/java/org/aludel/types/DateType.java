package org.aludel.types;

import java.time.LocalDate;

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

    @Override
    public String toString() {
        return "DATE";
    }
}
