package org.aludel.orm;

import java.util.Collection;
import java.util.Objects;
import java.util.function.Function;
import org.aludel.errors.ArgumentException;
import org.aludel.orm.instrument.AttributeAccess;
import org.aludel.sql.Condition;
import org.aludel.sql.Expr;
import org.jspecify.annotations.Nullable;

/**
 * What an association proxy shows of a related object: a column, what it is related to, or what another proxy shows.
 *
 * @param <M> the class of the related object
 * @param <V> type of the values
 */
final class Behind<M, V> {

    /** A way on to other objects. */
    interface Hop<V> {
        Condition exists(Condition... conditions);

        /** The object is at the end of the way. */
        Condition holds(@Nullable V value);

        Condition matching(Function<? super Expr<V>, ? extends Condition> condition);
    }

    private final @Nullable Attribute<? super M, V> attribute;
    private final Function<M, @Nullable V> reader;
    private final java.util.function.BiConsumer<M, @Nullable V> writer;
    private final String name;

    /** How conditions go on; null where the values are those of a column. */
    final @Nullable Hop<V> hop;

    private Behind(
            @Nullable Attribute<? super M, V> attribute,
            Function<M, @Nullable V> reader,
            java.util.function.BiConsumer<M, @Nullable V> writer,
            String name,
            @Nullable Hop<V> hop) {
        this.attribute = attribute;
        this.reader = reader;
        this.writer = writer;
        this.name = name;
        this.hop = hop;
    }

    @SuppressWarnings("unchecked")
    private static <M, V> Behind<M, V> field(
            @Nullable Attribute<? super M, V> attribute, String name, @Nullable Hop<V> hop) {
        return new Behind<>(
                attribute,
                member -> (V) AttributeAccess.read(member, name),
                (member, value) -> AttributeAccess.write(member, name, value),
                name,
                hop);
    }

    static <M, V> Behind<M, V> of(Attribute<? super M, V> attribute) {
        return field(Objects.requireNonNull(attribute, "attribute"), attribute.name(), null);
    }

    static <M, V> Behind<M, V> of(ToOne<? super M, V> relation) {
        return field(null, relation.name(), new Hop<>() {
            @Override
            public Condition exists(Condition... conditions) {
                return relation.has(conditions);
            }

            @Override
            public Condition holds(@Nullable V value) {
                return relation.eq(value);
            }

            @Override
            public Condition matching(Function<? super Expr<V>, ? extends Condition> condition) {
                throw noColumn(relation);
            }
        });
    }

    static <M, V> Behind<M, Collection<V>> of(ToMany<? super M, V> relation) {
        return field(null, relation.name(), new Hop<>() {
            @Override
            public Condition exists(Condition... conditions) {
                return relation.any(conditions);
            }

            @Override
            public Condition holds(@Nullable Collection<V> value) {
                throw noColumn(relation);
            }

            @Override
            public Condition matching(Function<? super Expr<Collection<V>>, ? extends Condition> condition) {
                throw noColumn(relation);
            }
        });
    }

    @SuppressWarnings("unchecked")
    static <M, V> Behind<M, V> of(ToOneProxy<? super M, ?, V> proxy) {
        ToOneProxy<M, ?, V> inner = (ToOneProxy<M, ?, V>) proxy;
        return new Behind<>(null, inner::get, inner::set, inner.toString(), hop(inner));
    }

    @SuppressWarnings("unchecked")
    static <M, V> Behind<M, Collection<V>> of(ToManyProxy<? super M, ?, V> proxy) {
        ToManyProxy<M, ?, V> inner = (ToManyProxy<M, ?, V>) proxy;
        return new Behind<M, Collection<V>>(
                null,
                inner::collection,
                (member, value) -> inner.replace(member, value == null ? java.util.List.of() : value),
                inner.toString(),
                new Hop<>() {
                    @Override
                    public Condition exists(Condition... conditions) {
                        return inner.some(conditions);
                    }

                    @Override
                    public Condition holds(@Nullable Collection<V> value) {
                        throw noColumn(inner);
                    }

                    @Override
                    public Condition matching(Function<? super Expr<Collection<V>>, ? extends Condition> condition) {
                        throw noColumn(inner);
                    }
                });
    }

    private static <M, V> Hop<V> hop(AssociationProxy<M, ?, V> inner) {
        return new Hop<>() {
            @Override
            public Condition exists(Condition... conditions) {
                return inner.some(conditions);
            }

            @Override
            public Condition holds(@Nullable V value) {
                return inner.same(value);
            }

            @Override
            public Condition matching(Function<? super Expr<V>, ? extends Condition> condition) {
                return inner.matches(condition);
            }
        };
    }

    private static ArgumentException noColumn(Object what) {
        return new ArgumentException(
                "ALU-0623",
                "the values of a proxy are objects, not those of a column; where: " + what
                        + "; what to do: ask with any(...) or has(...) and conditions on the attributes of their class");
    }

    Condition holds(@Nullable V value) {
        Attribute<? super M, V> column = attribute;
        return column == null ? Objects.requireNonNull(hop).holds(value) : column.eq(value);
    }

    Condition matching(Function<? super Expr<V>, ? extends Condition> condition) {
        Attribute<? super M, V> column = attribute;
        return column == null ? Objects.requireNonNull(hop).matching(condition) : condition.apply(column);
    }

    @Nullable
    V read(M member) {
        return reader.apply(member);
    }

    void write(M member, @Nullable V value) {
        writer.accept(member, value);
    }

    @Override
    public String toString() {
        return name;
    }
}
