package org.aludel.orm;

import java.util.Arrays;
import java.util.Collection;
import org.aludel.sql.Condition;
import org.aludel.sql.Expr;
import org.aludel.sql.spi.Resolver;
import org.aludel.sql.spi.StructureWriter;
import org.aludel.sql.spi.Unresolved;
import org.aludel.sql.tree.Junction;
import org.aludel.sql.tree.Operator;
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
    public Condition eq(@Nullable T value) {
        return CompositeCondition.isComposed(value)
                ? CompositeCondition.of(attribute, alias, false, value)
                : Unresolved.super.eq(value);
    }

    @Override
    public Condition ne(@Nullable T value) {
        return CompositeCondition.isComposed(value)
                ? CompositeCondition.of(attribute, alias, true, value)
                : Unresolved.super.ne(value);
    }

    @Override
    public Condition in(Collection<? extends T> values) {
        if (values.stream().noneMatch(CompositeCondition::isComposed)) {
            return Unresolved.super.in(values);
        }
        return Junction.of(Operator.OR, values.stream().map(this::eq).toList());
    }

    @Override
    @SafeVarargs
    public final Condition in(T... values) {
        return in(Arrays.asList(values));
    }

    @Override
    public Condition isNull() {
        return attribute.mayBeComposite()
                ? CompositeCondition.of(attribute, alias, false, null)
                : Unresolved.super.isNull();
    }

    @Override
    public Condition isNotNull() {
        return attribute.mayBeComposite()
                ? CompositeCondition.of(attribute, alias, true, null)
                : Unresolved.super.isNotNull();
    }

    @Override
    public String outputName() {
        return attribute.outputName();
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
