package org.aludel.orm;

import java.util.ArrayList;
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
 * @see Orm#subqueryLoad
 * @see Orm#immediateLoad
 * @see Orm#defaultLoad
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
        /** By one more statement that repeats the query as a subquery. */
        SUBQUERY,
        /** By a statement for each object, right after the query. */
        IMMEDIATE,
        /** As the mapping says; the option only leads to others. */
        DEFAULT,
        /** When it is read. */
        LAZY,
        /** Never: the attribute is empty. */
        NONE,
        /** Never: reading it is an error. */
        RAISE,
        /** Never by SQL: reading it is an error unless the session has the object. */
        RAISE_ON_SQL,
        /** From columns that the query's own joins brought. */
        CONTAINS,
        /** The columns are read when they are needed. */
        DEFER,
        /** The columns are read with the object. */
        UNDEFER,
        /** The columns of a group are read with the object. */
        UNDEFER_GROUP,
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
    private final @Nullable Boolean inner;
    private final List<LoadOption> nested;
    private final List<Class<?>> classes;
    private final @Nullable String group;
    private final int hash;

    private LoadOption(
            Kind kind,
            @Nullable Relation<?, ?> relation,
            List<Attribute<?, ?>> attributes,
            @Nullable Alias<?> alias,
            @Nullable Boolean inner,
            List<LoadOption> nested,
            List<Class<?>> classes,
            @Nullable String group) {
        this.classes = classes;
        this.kind = kind;
        this.relation = relation;
        this.attributes = attributes;
        this.alias = alias;
        this.inner = inner;
        this.nested = nested;
        this.group = group;
        this.hash = Objects.hash(kind, relation, attributes, inner, nested, classes, group);
    }

    static LoadOption of(Kind kind, Relation<?, ?> relation) {
        return about(kind, Objects.requireNonNull(relation, "relation"), null);
    }

    static LoadOption contains(Relation<?, ?> relation, @Nullable Alias<?> alias) {
        return about(Kind.CONTAINS, Objects.requireNonNull(relation, "relation"), alias);
    }

    private static LoadOption about(Kind kind, @Nullable Relation<?, ?> relation, @Nullable Alias<?> alias) {
        return new LoadOption(kind, relation, List.of(), alias, null, List.of(), List.of(), null);
    }

    /**
     * An option for everything that no other option names.
     *
     * @throws ArgumentException ALU-0720 for another text than {@code *}
     */
    static LoadOption wildcard(Kind kind, String all) {
        if (!all.equals("*")) {
            throw new ArgumentException(
                    "ALU-0720",
                    "an option by text is for all attributes and says \"*\"; where: \"" + all
                            + "\" for an option of kind "
                            + kind + "; what to do: name one attribute as in User_.addresses, or"
                            + " toMany(User.class, \"addresses\")");
        }
        return new LoadOption(kind, null, List.of(), null, null, List.of(), List.of(), "*");
    }

    static LoadOption group(String name) {
        Objects.requireNonNull(name, "name");
        return new LoadOption(Kind.UNDEFER_GROUP, null, List.of(), null, null, List.of(), List.of(), name);
    }

    static LoadOption subclasses(Kind kind, Class<?> type, List<? extends Class<?>> subclasses) {
        List<Class<?>> all = new ArrayList<>();
        all.add(Objects.requireNonNull(type, "type"));
        all.addAll(subclasses);
        return new LoadOption(kind, null, List.of(), null, null, List.of(), List.copyOf(all), null);
    }

    static LoadOption columns(Kind kind, Attribute<?, ?>... attributes) {
        return new LoadOption(kind, null, List.of(attributes), null, null, List.of(), List.of(), null);
    }

    /**
     * Options for the class that the relation leads to, added to those given before.
     *
     * @throws ArgumentException ALU-0701 for an option about columns or about everything, or one that loads nothing
     */
    public LoadOption options(LoadOption... options) {
        if (relation == null || kind == Kind.NONE || kind == Kind.RAISE) {
            throw new ArgumentException(
                    "ALU-0701",
                    "an option of kind " + kind + " takes no further options; where: " + this
                            + "; what to do: put them on the joinedLoad, selectinLoad, lazyLoad or defaultLoad of the"
                            + " relation that leads to their class");
        }
        List<LoadOption> all = new ArrayList<>(nested);
        all.addAll(List.of(options));
        return new LoadOption(kind, relation, attributes, alias, inner, List.copyOf(all), classes, group);
    }

    /** For a joined load: an inner join, because every row has a partner. */
    public LoadOption innerJoin() {
        return new LoadOption(kind, relation, attributes, alias, true, nested, classes, group);
    }

    /** For a joined load: an outer join, although the mapping says that every row has a partner. */
    public LoadOption outerJoin() {
        return new LoadOption(kind, relation, attributes, alias, false, nested, classes, group);
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

    /** Whether a joined load uses an inner join; null to leave that to the mapping. */
    public @Nullable Boolean inner() {
        return inner;
    }

    /** Whether the option is for everything that no other option names. */
    public boolean isWildcard() {
        return kind != Kind.UNDEFER_GROUP && group != null;
    }

    /** For {@link Kind#UNDEFER_GROUP}: the group. */
    public @Nullable String group() {
        return kind == Kind.UNDEFER_GROUP ? group : null;
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
                        && Objects.equals(inner, option.inner)
                        && alias == option.alias
                        && Objects.equals(relation, option.relation)
                        && attributes.equals(option.attributes)
                        && nested.equals(option.nested)
                        && classes.equals(option.classes)
                        && Objects.equals(group, option.group);
    }

    @Override
    public int hashCode() {
        return hash;
    }

    @Override
    public String toString() {
        String what = relation != null ? relation.toString() : group != null ? group : attributes.toString();
        return kind + " " + what + (nested.isEmpty() ? "" : " " + nested);
    }
}
