package org.aludel.orm;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A mapped relation, to join over and to build conditions from. Not an expression: a relation has no column.
 *
 * @param <E> the mapped class
 * @param <T> the class referred to
 * @since 0.1
 */
public abstract sealed class Relation<E, T> permits ToMany, ToOne {

    private final Class<E> owner;
    private final String name;
    private final @Nullable Alias<? extends E> source;

    Relation(Class<E> owner, String name, @Nullable Alias<? extends E> source) {
        this.owner = Objects.requireNonNull(owner, "owner");
        this.name = Objects.requireNonNull(name, "name");
        this.source = source;
    }

    /** The class that has the relation. */
    public final Class<E> owner() {
        return owner;
    }

    /** The field's name. */
    public final String name() {
        return name;
    }

    /** The occurrence of the class that the relation starts from; null for the class itself. */
    public final @Nullable Alias<? extends E> source() {
        return source;
    }

    /** This relation, starting from another occurrence of the class. */
    public abstract Relation<E, T> from(Alias<? extends E> alias);

    @Override
    public final boolean equals(@Nullable Object other) {
        return this == other
                || other instanceof Relation<?, ?> relation
                        && relation.owner == owner
                        && relation.name.equals(name)
                        && relation.source == source;
    }

    @Override
    public final int hashCode() {
        return owner.hashCode() * 31 + name.hashCode();
    }

    @Override
    public final String toString() {
        return (source == null ? owner.getSimpleName() : source.toString()) + "." + name;
    }
}
