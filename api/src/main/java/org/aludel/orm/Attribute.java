package org.aludel.orm;

import java.lang.invoke.MethodType;
import java.util.Objects;
import org.aludel.sql.spi.StructureWriter;
import org.aludel.sql.spi.Unresolved;
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
        for (Class<?> c = owner; c != null; c = c.getSuperclass()) {
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
