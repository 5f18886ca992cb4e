package org.aludel.types;

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

    @Override
    public String toString() {
        return javaType == (Class<?>) Object.class ? "NULL" : "unknown (" + javaType.getSimpleName() + ")";
    }
}
