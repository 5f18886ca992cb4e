package org.aludel.orm;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.aludel.errors.ArgumentException;
import org.jspecify.annotations.Nullable;

/**
 * How a query loads one relation, or which columns it loads. Options of a relation take further options for the class
 * it leads to:
 *
 * <pre>{@code
 * selectinLoad(User_.addresses).options(joinedLoad(Address_.street), defer(Address_.note))
 * }</pre>
 *
 * <p>Immutable; equal options are interchangeable.
 *
 * @see Orm#selectinLoad
 * @see Orm#joinedLoad
 * @see Orm#lazyLoad
 * @see Orm#noLoad
 * @see Orm#raiseLoad
 * @see Orm#containsEager
 * @see Orm#defer
 * @see Orm#undefer
 * @see Orm#loadOnly
 * @since 0.1
 */
public final class LoadOption {

    /** What an option says. */
    public enum Kind {
        /** In the same row. */
        JOINED,
        /** By one more statement for all objects of the answer. */
        SELECTIN,
        /** When it is read. */
        LAZY,
        /** Never: the attribute is empty. */
        NONE,
        /** Never: reading it is an error. */
        RAISE,
        /** From columns that the query's own joins brought. */
        CONTAINS,
        /** The columns are read when they are needed. */
        DEFER,
        /** The columns are read with the object. */
        UNDEFER,
        /** No other columns, besides the key, are read with the object. */
        ONLY,
        /** The columns that subclasses add are read by one more statement for each subclass. */
        SUBCLASSES,
        /** The columns that subclasses add are read in the same row. */
        INLINE
    }

    private final Kind kind;
    private final @Nullable Relation<?, ?> relation;
    private final List<Attribute<?, ?>> attributes;
    private final @Nullable Alias<?> alias;
    private final boolean inner;
    private final List<LoadOption> nested;
    private final List<Class<?>> classes;
    private final int hash;

    private LoadOption(
            Kind kind,
            @Nullable Relation<?, ?> relation,
            List<Attribute<?, ?>> attributes,
            @Nullable Alias<?> alias,
            boolean inner,
            List<LoadOption> nested) {
        this(kind, relation, attributes, alias, inner, nested, List.of());
    }

    private LoadOption(
            Kind kind,
            @Nullable Relation<?, ?> relation,
            List<Attribute<?, ?>> attributes,
            @Nullable Alias<?> alias,
            boolean inner,
            List<LoadOption> nested,
            List<Class<?>> classes) {
        this.classes = classes;
        this.kind = kind;
        this.relation = relation;
        this.attributes = attributes;
        this.alias = alias;
        this.inner = inner;
        this.nested = nested;
        this.hash = Objects.hash(kind, relation, attributes, inner, nested, classes);
    }

    static LoadOption of(Kind kind, Relation<?, ?> relation) {
        return new LoadOption(kind, Objects.requireNonNull(relation, "relation"), List.of(), null, false, List.of());
    }

    static LoadOption contains(Relation<?, ?> relation, @Nullable Alias<?> alias) {
        return new LoadOption(Kind.CONTAINS, relation, List.of(), alias, false, List.of());
    }

    static LoadOption subclasses(Kind kind, Class<?> type, List<? extends Class<?>> subclasses) {
        List<Class<?>> all = new ArrayList<>();
        all.add(Objects.requireNonNull(type, "type"));
        all.addAll(subclasses);
        return new LoadOption(kind, null, List.of(), null, false, List.of(), List.copyOf(all));
    }

    static LoadOption columns(Kind kind, Attribute<?, ?>... attributes) {
        return new LoadOption(kind, null, List.of(attributes), null, false, List.of());
    }

    /**
     * Options for the class that the relation leads to, added to those given before.
     *
     * @throws ArgumentException ALU-0701 for an option about columns, or one that loads nothing
     */
    public LoadOption options(LoadOption... options) {
        if (kind != Kind.JOINED && kind != Kind.SELECTIN && kind != Kind.LAZY && kind != Kind.CONTAINS) {
            throw new ArgumentException(
                    "ALU-0701",
                    "an option of kind " + kind + " takes no further options; where: " + this
                            + "; what to do: put them on the joinedLoad, selectinLoad or lazyLoad of the relation that"
                            + " leads to their class");
        }
        LoadOption[] all = Arrays.copyOf(nested.toArray(new LoadOption[0]), nested.size() + options.length);
        System.arraycopy(options, 0, all, nested.size(), options.length);
        return new LoadOption(kind, relation, attributes, alias, inner, List.of(all));
    }

    /** For a joined load: an inner join, because every row has a partner. */
    public LoadOption innerJoin() {
        return new LoadOption(kind, relation, attributes, alias, true, nested);
    }

    public Kind kind() {
        return kind;
    }

    /** The relation the option is about; null for options about columns. */
    public @Nullable Relation<?, ?> relation() {
        return relation;
    }

    /** The columns the option is about; empty for options about relations. */
    public List<Attribute<?, ?>> attributes() {
        return attributes;
    }

    /** For {@link Kind#SUBCLASSES}: the class, then the subclasses; empty for other options. */
    public List<Class<?>> classes() {
        return classes;
    }

    /** Where the columns of {@link Kind#CONTAINS} come from; null for the relation's class itself. */
    public @Nullable Alias<?> alias() {
        return alias;
    }

    /** Whether a joined load uses an inner join. */
    public boolean isInner() {
        return inner;
    }

    /** Options for the class that the relation leads to. */
    public List<LoadOption> nested() {
        return nested;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || other instanceof LoadOption option
                        && hash == option.hash
                        && kind == option.kind
                        && inner == option.inner
                        && alias == option.alias
                        && Objects.equals(relation, option.relation)
                        && attributes.equals(option.attributes)
                        && nested.equals(option.nested)
                        && classes.equals(option.classes);
    }

    @Override
    public int hashCode() {
        return hash;
    }

    @Override
    public String toString() {
        String what = relation == null ? attributes.toString() : relation.toString();
        return kind + " " + what + (nested.isEmpty() ? "" : " " + nested);
    }
}
