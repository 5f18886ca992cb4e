package org.aludel.types;

/**
 * Binary floating point numbers.
 *
 * @param javaType {@code Double} or {@code Float}
 * @since 0.1
 */
public record FloatType<N extends Number>(Class<N> javaType) implements Type<N> {

    @Override
    public TypeFamily family() {
        return TypeFamily.FLOAT;
    }

    @Override
    public <R> R accept(TypeVisitor<R> visitor) {
        return visitor.visitFloat(this);
    }

    @Override
    public N coerce(Object value) {
        if (value instanceof Number number) {
            return isDouble() ? javaType.cast(number.doubleValue()) : javaType.cast(number.floatValue());
        }
        throw mismatch(value);
    }

    /** Whether values are doubles. */
    public boolean isDouble() {
        return javaType == (Class<?>) Double.class;
    }

    @Override
    public String toString() {
        return isDouble() ? "DOUBLE PRECISION" : "FLOAT";
    }
}
