package org.aludel.orm;

import java.util.List;
import java.util.Objects;
import org.aludel.errors.CompileException;
import org.aludel.schema.Column;
import org.aludel.sql.Expr;
import org.aludel.sql.FromItem;
import org.aludel.sql.Node;
import org.aludel.sql.Selected;
import org.aludel.sql.spi.NodeVisitor;
import org.aludel.sql.spi.Resolver;
import org.aludel.sql.spi.StructureWriter;
import org.jspecify.annotations.Nullable;

/**
 * Another occurrence of a mapped class in a query, for joins of a table with itself:
 *
 * <pre>{@code
 * Alias<User> other = aliased(User.class, "u2");
 * session.query(User.class).join(other, other.get(User_.name).eq(User_.name))
 *         .filter(other.get(User_.id).gt(User_.id)).all();
 * }</pre>
 *
 * <p>Each alias object is an occurrence of its own, even if two have the same name or none.
 *
 * @param <E> the mapped class
 * @see Orm#aliased
 * @since 0.1
 */
public final class Alias<E> implements Selected<E>, Node {

    private final Class<E> type;
    private final @Nullable String name;
    private final @Nullable FromItem selectable;
    private final @Nullable List<Class<?>> subclasses;
    private final @Nullable Alias<?> whole;
    private final Pending pending = new Pending();
    private volatile @Nullable Occurrence occurrence;

    /** What stands in FROM, as the mappings of one factory have it. */
    private record Occurrence(Resolver resolver, FromItem item) {}

    Alias(Class<E> type, @Nullable String name) {
        this(type, name, null, null, null);
    }

    Alias(
            Class<E> type,
            @Nullable String name,
            @Nullable FromItem selectable,
            @Nullable List<Class<?>> subclasses,
            @Nullable Alias<?> whole) {
        this.type = Objects.requireNonNull(type, "type");
        this.name = name;
        this.selectable = selectable;
        this.subclasses = subclasses;
        this.whole = whole;
    }

    /** The mapped class. */
    public Class<E> type() {
        return type;
    }

    /** The name in SQL; null if one is made when the statement is compiled. */
    public @Nullable String name() {
        return name;
    }

    /** An attribute of this occurrence; inherited ones too. */
    public <T> AliasAttribute<E, T> get(Attribute<? super E, T> attribute) {
        return new AliasAttribute<>(this, new Attribute<>(type, attribute.name()));
    }

    /** A hybrid of this occurrence. */
    @SuppressWarnings("unchecked")
    public <T> Expr<T> get(Hybrid<? super E, T> hybrid) {
        return ((Hybrid<E, T>) hybrid).from(this);
    }

    /** A relation that starts from this occurrence. */
    public <T> ToMany<E, T> get(ToMany<? super E, T> relation) {
        return new ToMany<>(type, relation.name(), this);
    }

    /** A relation that starts from this occurrence. */
    public <T> ToOne<E, T> get(ToOne<? super E, T> relation) {
        return new ToOne<>(type, relation.name(), this);
    }

    /** The selectable whose rows are taken as objects of the class; null for what the class is mapped to. */
    public @Nullable FromItem selectable() {
        return selectable;
    }

    /** Subclasses whose columns are there too; empty for all, null for what the mapping says. */
    public @Nullable List<Class<?>> subclasses() {
        return whole == null ? subclasses : whole.subclasses();
    }

    /**
     * This occurrence seen as one of a subclass, for the attributes that the subclass adds:
     * {@code everybody.as(Engineer.class).get(Engineer_.status)}.
     */
    public <S extends E> Alias<S> as(Class<S> subclass) {
        return new Alias<>(subclass, name, selectable, null, whole == null ? this : whole);
    }

    /** The occurrence that this is a view of, or this one. */
    public Alias<?> whole() {
        return whole == null ? this : whole;
    }

    /**
     * What stands in FROM for this occurrence; always the same for the same mappings.
     *
     * @param resolver the mappings
     */
    public FromItem item(Resolver resolver) {
        if (whole != null) {
            return whole.item(resolver);
        }
        Occurrence known = occurrence;
        if (known == null || known.resolver != resolver) {
            synchronized (pending) {
                known = occurrence;
                if (known == null || known.resolver != resolver) {
                    FromItem item = selectable != null ? selectable : resolver.occurrence(type, subclasses, name);
                    known = new Occurrence(resolver, item);
                    occurrence = known;
                }
            }
        }
        return known.item;
    }

    @Override
    public void accept(NodeVisitor visitor) {
        Occurrence known = whole().occurrence;
        if (known == null) {
            throw new CompileException(
                    "ALU-0710",
                    "an alias of a mapped class was used without mappings; where: " + this
                            + "; what to do: execute the statement through a session");
        }
        known.item.accept(visitor);
    }

    @Override
    public void writeTo(StructureWriter writer) {
        Occurrence known = whole().occurrence;
        writer.from(known == null ? pending : known.item);
    }

    @Override
    public String toString() {
        return name == null ? "aliased(" + type.getSimpleName() + ")" : name;
    }

    /** Stands in the structure of statements as long as no mappings have been seen; tells aliases apart by position. */
    private final class Pending implements FromItem {

        @Override
        public List<Column<?>> columns() {
            return List.of();
        }

        @Override
        public String label() {
            return Alias.this.toString();
        }

        @Override
        public void accept(NodeVisitor visitor) {
            Alias.this.accept(visitor);
        }

        @Override
        public void writeTo(StructureWriter writer) {
            writer.atom(Alias.class);
            writer.atom(type);
            writer.atom(name);
        }
    }
}
