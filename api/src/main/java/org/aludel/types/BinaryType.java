package org.aludel.types;

import org.jspecify.annotations.Nullable;

/**
 * Bytes.
 *
 * @param length most bytes, 0 if not limited (then a large object where the database distinguishes)
 * @param large whether the database keeps them as its ordinary large object
 * @since 0.1
 */
public record BinaryType(int length, boolean large) implements Type<byte[]> {

    /** Bytes of a most length, 0 if not limited. */
    public BinaryType(int length) {
        this(length, false);
    }

    @Override
    public Class<byte[]> javaType() {
        return byte[].class;
    }

    @Override
    public TypeFamily family() {
        return TypeFamily.BINARY;
    }

    @Override
    public <R> R accept(TypeVisitor<R> visitor) {
        return visitor.visitBinary(this);
    }

    // These two by hand: those that a record is given are made at run time, by the first one to ask.

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof BinaryType type && length == type.length && large == type.large;
    }

    @Override
    public int hashCode() {
        return 31 * length + Boolean.hashCode(large);
    }

    @Override
    public String toString() {
        return length == 0 || large ? "BLOB" : "VARBINARY(" + length + ")";
    }
}
