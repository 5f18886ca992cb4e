package org.aludel.types;

import org.jspecify.annotations.Nullable;

/**
 * Text of limited length, VARCHAR or CHAR.
 *
 * @param length most characters, 0 if not limited
 * @param fixed whether the database pads values to the length
 * @param national whether the text is in the database's national character set where that is another
 * @param collation by which it is compared; null for the database's own
 * @since 0.1
 */
public record StringType(
        int length,
        boolean fixed,
        boolean national,
        @Nullable String collation) implements Type<String> {

    /** In the ordinary character set. */
    public StringType(int length, boolean fixed) {
        this(length, fixed, false, null);
    }

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
