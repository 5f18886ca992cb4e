package org.aludel.types;

import org.jspecify.annotations.Nullable;

/**
 * Binary floating point numbers.
 *
 * @param javaType {@code Double} or {@code Float}
 * @param precision bits of precision of SQL's FLOAT; 0 for FLOAT without, -1 for the type of the class's size
 * @since 0.1
 */
public record FloatType<N extends Number>(Class<N> javaType, int precision) implements Type<N> {

    /** As large as the class. */
    public FloatType(Class<N> javaType) {
        this(javaType, -1);
    }

    /** Whether it is SQL's FLOAT, of a precision or not, rather than a type of the class's size. */
    public boolean isSqlFloat() {
        return precision >= 0;
    }

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

    // These two by hand: those that a record is given are made at run time, by the first one to ask.

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof FloatType<?> type && javaType == type.javaType && precision == type.precision;
    }

    @Override
    public int hashCode() {
        return 31 * javaType.hashCode() + precision;
    }

    @Override
    public String toString() {
        if (isSqlFloat()) {
            return "FLOAT" + (precision > 0 ? "(" + precision + ")" : "");
        }
        return isDouble() ? "DOUBLE PRECISION" : "FLOAT";
    }
}
