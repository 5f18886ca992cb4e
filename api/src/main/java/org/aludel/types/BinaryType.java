package org.aludel.types;

/**
 * Bytes.
 *
 * @param length most bytes, 0 if not limited (then a large object where the database distinguishes)
 * @since 0.1
 */
public record BinaryType(int length) implements Type<byte[]> {

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

    @Override
    public String toString() {
        return length == 0 ? "BLOB" : "VARBINARY(" + length + ")";
    }
}
