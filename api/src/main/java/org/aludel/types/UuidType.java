package org.aludel.types;

import java.util.UUID;

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

    @Override
    public String toString() {
        return "UUID";
    }
}
