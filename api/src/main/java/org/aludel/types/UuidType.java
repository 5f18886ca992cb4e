package org.aludel.types;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Universally unique identifiers; text where the database has no such type.
 *
 * @since 0.1
 */
public record UuidType() implements Type<UUID> {

    @Override
    public Class<UUID> javaType() {
        return UUID.class;
    }

    @Override
    public TypeFamily family() {
        return TypeFamily.UUID;
    }

    @Override
    public <R> R accept(TypeVisitor<R> visitor) {
        return visitor.visitUuid(this);
    }

    // These two by hand: those that a record is given are made at run time, by the first one to ask.

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof UuidType;
    }

    @Override
    public int hashCode() {
        return toString().hashCode();
    }

    @Override
    public String toString() {
        return "UUID";
    }
}
