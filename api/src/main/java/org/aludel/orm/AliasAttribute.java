package org.aludel.orm;

import org.aludel.sql.Expr;
import org.aludel.sql.spi.Resolver;
import org.aludel.sql.spi.StructureWriter;
import org.aludel.sql.spi.Unresolved;
import org.aludel.types.Type;
import org.jspecify.annotations.Nullable;

/**
 * An attribute of an {@link Alias}: {@code other.get(User_.name)}.
 *
 * @param <E> the mapped class
 * @param <T> type of the values
 * @since 0.1
 */
public final class AliasAttribute<E, T> implements Unresolved<T> {

    private final Alias<E> alias;
    private final Attribute<E, T> attribute;

    AliasAttribute(Alias<E> alias, Attribute<E, T> attribute) {
        this.alias = alias;
        this.attribute = attribute;
    }

    /** The occurrence of the class. */
    public Alias<E> alias() {
        return alias;
    }

    /** The attribute of the class. */
    public Attribute<E, T> attribute() {
        return attribute;
    }

    @Override
    public Type<T> type() {
        return attribute.type();
    }

    @Override
    public Object identity() {
        return attribute;
    }

    @Override
    public @Nullable Expr<?> resolve(Resolver resolver) {
        return resolver.resolveOn(attribute, alias.item(resolver));
    }

    @Override
    public void writeTo(StructureWriter writer) {
        writer.atom(AliasAttribute.class);
        writer.node(alias);
        writer.atom(attribute);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof AliasAttribute<?, ?> that && that.alias == alias && that.attribute.equals(attribute);
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(alias) * 31 + attribute.hashCode();
    }

    @Override
    public String toString() {
        return alias + "." + attribute.name();
    }
}
