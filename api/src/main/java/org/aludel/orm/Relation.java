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

    private final @Nullable Class<?> subclass;
    private final @Nullable Alias<?> occurrence;

    Relation(
            Class<E> owner,
            String name,
            @Nullable Alias<? extends E> source,
            @Nullable Class<?> subclass,
            @Nullable Alias<?> occurrence) {
        this.owner = Objects.requireNonNull(owner, "owner");
        this.name = Objects.requireNonNull(name, "name");
        this.source = source;
        this.subclass = subclass;
        this.occurrence = occurrence;
    }

    /** The subclass that the relation is narrowed to; null for all that it leads to. */
    public final @Nullable Class<?> subclass() {
        return subclass;
    }

    /** The occurrence of the class referred to that {@code ofType} named; null for none. */
    public final @Nullable Alias<?> occurrence() {
        return occurrence;
    }

    /** This relation narrowed to a subclass of what it leads to. */
    public abstract <S extends T> Relation<E, S> ofType(Class<S> type);

    /**
     * This relation, leading to an occurrence of the class or of a subclass: an alias, or one with the columns of
     * subclasses, made by {@link Orm#withPolymorphic}.
     */
    public abstract <S extends T> Relation<E, S> ofType(Alias<S> alias);

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
                        && relation.source == source
                        && relation.subclass == subclass
                        && relation.occurrence == occurrence;
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
