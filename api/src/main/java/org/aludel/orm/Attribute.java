package org.aludel.orm;

import java.lang.invoke.MethodType;
import java.util.Arrays;
import java.util.Collection;
import java.util.Objects;
import org.aludel.sql.Condition;
import org.aludel.sql.spi.StructureWriter;
import org.aludel.sql.spi.Unresolved;
import org.aludel.sql.tree.Junction;
import org.aludel.sql.tree.Operator;
import org.aludel.types.Type;
import org.aludel.types.Types;
import org.jspecify.annotations.Nullable;

/**
 * A mapped attribute kept in a column, as an expression: {@code User_.name.eq("ed")}.
 *
 * <p>An attribute has no table of its own. A statement that holds one is resolved when it is compiled, through the
 * mappings of the session (or engine) that runs it. Attributes are equal if class and name are, so they serve as keys
 * of maps; those of a generated metamodel are the same objects everywhere, in subclasses too.
 *
 * @param <E> the mapped class
 * @param <T> type of the values
 * @see Orm#attribute
 * @since 0.1
 */
public final class Attribute<E, T> implements Unresolved<T> {

    private final Class<E> owner;
    private final String name;
    private final int hash;
    private volatile @Nullable Type<T> type;
    private volatile @Nullable Boolean composed;

    Attribute(Class<E> owner, String name) {
        this.owner = Objects.requireNonNull(owner, "owner");
        this.name = Objects.requireNonNull(name, "name");
        this.hash = owner.hashCode() * 31 + name.hashCode();
    }

    /** The class that has the attribute. */
    public Class<E> owner() {
        return owner;
    }

    /** The field's name. */
    public String name() {
        return name;
    }

    /**
     * What is known before the attribute is resolved: the Java type of the field. The column's type is found when a
     * statement is compiled.
     */
    @Override
    @SuppressWarnings("unchecked")
    public Type<T> type() {
        Type<T> known = type;
        if (known == null) {
            known = (Type<T>) Types.unknown(fieldType());
            type = known;
        }
        return known;
    }

    private Class<?> fieldType() {
        Class<?> holder = owner;
        String last = name;
        for (int dot = last.indexOf('.'); dot >= 0; dot = last.indexOf('.')) {
            holder = fieldType(holder, last.substring(0, dot));
            last = last.substring(dot + 1);
        }
        return fieldType(holder, last);
    }

    private static Class<?> fieldType(Class<?> holder, String name) {
        for (Class<?> c = holder; c != null; c = c.getSuperclass()) {
            try {
                return MethodType.methodType(c.getDeclaredField(name).getType())
                        .wrap()
                        .returnType();
            } catch (NoSuchFieldException e) {
                continue; // a superclass may have it; what nobody has is reported when the statement is compiled
            }
        }
        return Object.class;
    }

    /** A component of a composite, as an attribute: {@code User_.home.part("city")}. */
    public <V> Attribute<E, V> part(String component) {
        return new Attribute<>(owner, name + "." + component);
    }

    /** Whether the values may be composites: no column type is known for their class. */
    boolean mayBeComposite() {
        Boolean known = composed;
        if (known == null) {
            Class<?> type = fieldType();
            known = type != Object.class && !type.isEnum() && !type.isInterface() && Types.find(type) == null;
            composed = known;
        }
        return known;
    }

    @Override
    public Condition eq(@Nullable T value) {
        return CompositeCondition.isComposed(value)
                ? CompositeCondition.of(this, null, false, value)
                : Unresolved.super.eq(value);
    }

    @Override
    public Condition ne(@Nullable T value) {
        return CompositeCondition.isComposed(value)
                ? CompositeCondition.of(this, null, true, value)
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
        return mayBeComposite() ? CompositeCondition.of(this, null, false, null) : Unresolved.super.isNull();
    }

    @Override
    public Condition isNotNull() {
        return mayBeComposite() ? CompositeCondition.of(this, null, true, null) : Unresolved.super.isNotNull();
    }

    @Override
    public String outputName() {
        return name.replace('.', '_');
    }

    @Override
    public Object identity() {
        return this;
    }

    @Override
    public void writeTo(StructureWriter writer) {
        writer.atom(this);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || other instanceof Attribute<?, ?> attribute
                        && attribute.owner == owner
                        && attribute.name.equals(name);
    }

    @Override
    public int hashCode() {
        return hash;
    }

    @Override
    public String toString() {
        return owner.getSimpleName() + "." + name;
    }
}
