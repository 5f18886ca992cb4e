package org.aludel.types;

import org.jspecify.annotations.Nullable;

/**
 * The type of what was not declared: a column of a text statement, a function nobody described, or a mapped attribute
 * whose column is found when the statement is compiled.
 *
 * @param javaType what is known of the values' class, {@code Object} if nothing
 * @since 0.1
 */
public record UnknownType<T>(Class<T> javaType) implements Type<T> {

    @Override
    public TypeFamily family() {
        return javaType == (Class<?>) Object.class ? TypeFamily.UNKNOWN : Types.familyOf(javaType);
    }

    @Override
    public <R> R accept(TypeVisitor<R> visitor) {
        return visitor.visitUnknown(this);
    }

    @Override
    @SuppressWarnings("unchecked")
    public T coerce(Object value) {
        if (javaType.isInstance(value)) {
            return (T) value;
        }
        Type<T> known = Types.find(javaType);
        if (known == null) {
            throw mismatch(value);
        }
        return known.coerce(value);
    }

    // These two by hand: those that a record is given are made at run time, by the first one to ask.

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof UnknownType<?> type && javaType == type.javaType;
    }

    @Override
    public int hashCode() {
        return javaType.hashCode();
    }

    @Override
    public String toString() {
        return javaType == (Class<?>) Object.class ? "NULL" : "unknown (" + javaType.getSimpleName() + ")";
    }
}
