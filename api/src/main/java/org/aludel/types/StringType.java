package org.aludel.types;

/**
 * Text of limited length, VARCHAR or CHAR.
 *
 * @param length most characters, 0 if not limited
 * @param fixed whether the database pads values to the length
 * @since 0.1
 */
public record StringType(int length, boolean fixed) implements Type<String> {

    @Override
    public Class<String> javaType() {
        return String.class;
    }

    @Override
    public TypeFamily family() {
        return TypeFamily.STRING;
    }

    @Override
    public <R> R accept(TypeVisitor<R> visitor) {
        return visitor.visitString(this);
    }

    @Override
    public String coerce(Object value) {
        if (value instanceof CharSequence || value instanceof Character) {
            return value.toString();
        }
        throw mismatch(value);
    }

    @Override
    public String toString() {
        String name = fixed ? "CHAR" : "VARCHAR";
        return length == 0 ? name : name + "(" + length + ")";
    }
}
