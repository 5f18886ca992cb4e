package org.aludel.orm;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.aludel.sql.Condition;
import org.aludel.sql.Expr;
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
    private final List<Expr<Boolean>> conditions;

    Relation(
            Class<E> owner,
            String name,
            @Nullable Alias<? extends E> source,
            @Nullable Class<?> subclass,
            @Nullable Alias<?> occurrence,
            List<Expr<Boolean>> conditions) {
        this.conditions = conditions;
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

    /**
     * This relation, leading only to what meets conditions besides: in a join, in {@code any} and {@code has}, and in an
     * option that loads it. Objects that were loaded so hold the members that met them.
     *
     * <pre>{@code
     * session.query(User.class).options(selectinLoad(User_.addresses.and(Address_.city.ne("Rome"))))
     * session.query(User.class).outerJoin(User_.addresses.and(Address_.city.eq("Paris")))
     * }</pre>
     */
    public abstract Relation<E, T> and(Condition... conditions);

    /** What the related objects must meet besides. */
    public final List<Expr<Boolean>> conditions() {
        return conditions;
    }

    final List<Expr<Boolean>> with(Condition... more) {
        List<Expr<Boolean>> all = new ArrayList<>(conditions);
        all.addAll(List.of(more));
        return List.copyOf(all);
    }

    /** Whether both have the same conditions: the same objects, because the parameters inside must be the same ones. */
    private boolean isConditionedAs(Relation<?, ?> other) {
        boolean same = conditions.size() == other.conditions.size();
        for (int i = 0; same && i < conditions.size(); i++) {
            same = conditions.get(i) == other.conditions.get(i);
        }
        return same;
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
                        && relation.source == source
                        && relation.subclass == subclass
                        && relation.occurrence == occurrence
                        && isConditionedAs(relation);
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
