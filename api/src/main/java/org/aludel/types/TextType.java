package org.aludel.types;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Text of any length.
 *
 * @param length a length for databases that choose a size by it, 0 for none
 * @param national whether the text is in the database's national character set where that is another
 * @param collation by which it is compared; null for the database's own
 * @since 0.1
 */
public record TextType(
        int length, boolean national, @Nullable String collation) implements Type<String> {

    /** In the ordinary character set. */
    public TextType() {
        this(0, false, null);
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
        return visitor.visitText(this);
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
        return other instanceof TextType type
                && length == type.length
                && national == type.national
                && Objects.equals(collation, type.collation);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * length + Boolean.hashCode(national)) + Objects.hashCode(collation);
    }

    @Override
    public String toString() {
        return "TEXT";
    }
}
