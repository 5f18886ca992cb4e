package org.aludel.types;

import org.jspecify.annotations.Nullable;

/**
 * JSON documents as text.
 *
 * @since 0.1
 */
public record JsonType() implements Type<String> {

    @Override
    public Class<String> javaType() {
        return String.class;
    }

    @Override
    public TypeFamily family() {
        return TypeFamily.JSON;
    }

    @Override
    public <R> R accept(TypeVisitor<R> visitor) {
        return visitor.visitJson(this);
    }

    // These two by hand: those that a record is given are made at run time, by the first one to ask.

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof JsonType;
    }

    @Override
    public int hashCode() {
        return toString().hashCode();
    }

    @Override
    public String toString() {
        return "JSON";
    }
}
