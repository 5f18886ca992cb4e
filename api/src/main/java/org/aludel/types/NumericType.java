package org.aludel.types;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/**
 * Exact decimal numbers.
 *
 * @param precision digits in all, 0 if left to the database
 * @param scale digits after the point, negative if left to the database
 * @since 0.1
 */
public record NumericType(int precision, int scale) implements Type<BigDecimal> {

    @Override
    public Class<BigDecimal> javaType() {
        return BigDecimal.class;
    }

    @Override
    public TypeFamily family() {
        return TypeFamily.NUMERIC;
    }

    @Override
    public <R> R accept(TypeVisitor<R> visitor) {
        return visitor.visitNumeric(this);
    }

    @Override
    public BigDecimal coerce(Object value) {
        if (value instanceof BigDecimal decimal) {
            return decimal;
        }
        if (value instanceof Integer || value instanceof Long || value instanceof Short || value instanceof Byte) {
            return BigDecimal.valueOf(((Number) value).longValue());
        }
        if (value instanceof BigInteger big) {
            return new BigDecimal(big);
        }
        if (value instanceof Double || value instanceof Float) {
            return new BigDecimal(value.toString());
        }
        throw mismatch(value);
    }

    // These two by hand: those that a record is given are made at run time, by the first one to ask.

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof NumericType type && precision == type.precision && scale == type.scale;
    }

    @Override
    public int hashCode() {
        return 31 * precision + scale;
    }

    @Override
    public String toString() {
        return precision == 0
                ? "NUMERIC"
                : scale < 0 ? "NUMERIC(" + precision + ")" : "NUMERIC(" + precision + ", " + scale + ")";
    }
}
