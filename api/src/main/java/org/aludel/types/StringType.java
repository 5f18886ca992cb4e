package org.aludel.types;

import java.util.Objects;
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

    // These two by hand: those that a record is given are made at run time, by the first one to ask.

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof StringType type
                && length == type.length
                && fixed == type.fixed
                && national == type.national
                && Objects.equals(collation, type.collation);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * (31 * length + Boolean.hashCode(fixed)) + Boolean.hashCode(national))
                + Objects.hashCode(collation);
    }

    @Override
    public String toString() {
        String name = fixed ? "CHAR" : "VARCHAR";
        return length == 0 ? name : name + "(" + length + ")";
    }
}
