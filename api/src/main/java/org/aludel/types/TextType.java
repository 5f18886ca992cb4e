package org.aludel.types;

/**
 * Text of any length.
 *
 * @since 0.1
 */
public record TextType() implements Type<String> {

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
        return visitor.visitText(this);
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
        return "TEXT";
    }
}
