package org.aludel.types;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Truth values. Besides {@code Boolean}, the numbers 0 and 1 are taken.
 *
 * @param constraint whether a CHECK is declared where the database has no truth values
 * @param name of that CHECK; null for none
 * @since 0.1
 */
public record BooleanType(boolean constraint, @Nullable String name) implements Type<Boolean> {

    /** With a CHECK where the database has no truth values. */
    public BooleanType() {
        this(true, null);
    }

    @Override
    public Class<Boolean> javaType() {
        return Boolean.class;
    }

    @Override
    public TypeFamily family() {
        return TypeFamily.BOOLEAN;
    }

    @Override
    public <R> R accept(TypeVisitor<R> visitor) {
        return visitor.visitBoolean(this);
    }

    @Override
    public Boolean coerce(Object value) {
        if (value instanceof Boolean truth) {
            return truth;
        }
        if ((value instanceof Integer || value instanceof Long) && ((Number) value).longValue() >> 1 == 0) {
            return ((Number) value).longValue() == 1;
        }
        throw mismatch(value);
    }

    // These two by hand: those that a record is given are made at run time, by the first one to ask.

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof BooleanType type && constraint == type.constraint && Objects.equals(name, type.name);
    }

    @Override
    public int hashCode() {
        return 31 * Boolean.hashCode(constraint) + Objects.hashCode(name);
    }

    @Override
    public String toString() {
        return "BOOLEAN";
    }
}
