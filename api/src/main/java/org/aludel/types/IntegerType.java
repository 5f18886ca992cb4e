package org.aludel.types;

import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/**
 * Whole numbers of 16, 32 or 64 bits.
 *
 * @param javaType class of the values
 * @param bits size
 * @since 0.1
 */
public record IntegerType<N extends Number>(Class<N> javaType, int bits) implements Type<N> {

    @Override
    public TypeFamily family() {
        return TypeFamily.INTEGER;
    }

    @Override
    public <R> R accept(TypeVisitor<R> visitor) {
        return visitor.visitInteger(this);
    }

    @Override
    public N coerce(Object value) {
        if (javaType.isInstance(value)) {
            return javaType.cast(value);
        }
        if (!(value instanceof Integer
                || value instanceof Long
                || value instanceof Short
                || value instanceof Byte
                || value instanceof BigInteger big && big.bitLength() < 64)) {
            throw mismatch(value);
        }
        long number = ((Number) value).longValue();
        if (bits < 64 && (number >> (bits - 1) != 0 && number >> (bits - 1) != -1)) {
            throw mismatch(value);
        }
        if (bits == 64) {
            return javaType.cast(number);
        }
        return bits == 32 ? javaType.cast((int) number) : javaType.cast((short) number);
    }

    // These two by hand: those that a record is given are made at run time, by the first one to ask.

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof IntegerType<?> type && javaType == type.javaType && bits == type.bits;
    }

    @Override
    public int hashCode() {
        return 31 * javaType.hashCode() + bits;
    }

    @Override
    public String toString() {
        return bits == 16 ? "SMALLINT" : bits == 32 ? "INTEGER" : "BIGINT";
    }
}
