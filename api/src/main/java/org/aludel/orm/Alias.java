package org.aludel.orm;

import java.util.List;
import java.util.Objects;
import org.aludel.errors.CompileException;
import org.aludel.schema.Column;
import org.aludel.sql.FromItem;
import org.aludel.sql.Node;
import org.aludel.sql.Selected;
import org.aludel.sql.TableAlias;
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
    private final Pending pending = new Pending();
    private volatile @Nullable Occurrence occurrence;

    /** The table under its other name, as the mappings of one factory have it. */
    private record Occurrence(Resolver resolver, TableAlias table) {}

    Alias(Class<E> type, @Nullable String name) {
        this.type = Objects.requireNonNull(type, "type");
        this.name = name;
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

    /** A relation that starts from this occurrence. */
    public <T> ToMany<E, T> get(ToMany<? super E, T> relation) {
        return new ToMany<>(type, relation.name(), this);
    }

    /** A relation that starts from this occurrence. */
    public <T> ToOne<E, T> get(ToOne<? super E, T> relation) {
        return new ToOne<>(type, relation.name(), this);
    }

    /**
     * The table of this occurrence; always the same for the same mappings.
     *
     * @param resolver the mappings
     * @param table the table of the class in these mappings
     */
    public TableAlias table(Resolver resolver, FromItem table) {
        Occurrence known = occurrence;
        if (known == null || known.resolver != resolver) {
            synchronized (pending) {
                known = occurrence;
                if (known == null || known.resolver != resolver) {
                    known = new Occurrence(resolver, name == null ? table.alias() : table.as(name));
                    occurrence = known;
                }
            }
        }
        return known.table;
    }

    @Override
    public void accept(NodeVisitor visitor) {
        Occurrence known = occurrence;
        if (known == null) {
            throw new CompileException(
                    "ALU-0710",
                    "an alias of a mapped class was used without mappings; where: " + this
                            + "; what to do: execute the statement through a session");
        }
        visitor.visitTableAlias(known.table);
    }

    @Override
    public void writeTo(StructureWriter writer) {
        Occurrence known = occurrence;
        writer.from(known == null ? pending : known.table);
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
