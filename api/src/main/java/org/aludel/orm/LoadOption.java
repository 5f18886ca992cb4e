package org.aludel.orm;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.aludel.errors.ArgumentException;
import org.aludel.sql.Expr;
import org.aludel.sql.tree.Junction;
import org.aludel.sql.tree.Operator;
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
 * @see Orm#withLoaderCriteria
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
        INLINE,
        /** Rows of a class that do not meet a condition are not there. */
        CRITERIA,
        /** The attribute is read from an expression. */
        EXPRESSION,
        /** Nothing by itself: the options inside are for one class of the query. */
        CLASS
    }

    /**
     * What rows of a class must meet.
     *
     * @param condition gives the condition for a mapped class
     * @param aliases whether it is for aliases of the class too
     * @param propagated whether relations that are read later follow it
     */
    private record Criteria(
            Function<Class<?>, ? extends Expr<Boolean>> condition, boolean aliases, boolean propagated) {

        /** Two are the same only if they hold the same objects, because the parameters inside must be the same ones. */
        boolean isSame(@Nullable Criteria other) {
            return other != null
                    && condition == other.condition
                    && aliases == other.aliases
                    && propagated == other.propagated;
        }
    }

    private final Kind kind;
    private final @Nullable Relation<?, ?> relation;
    private final List<Attribute<?, ?>> attributes;
    private final @Nullable Alias<?> alias;
    private final @Nullable Boolean inner;
    private final List<LoadOption> nested;
    private final List<Class<?>> classes;
    private final @Nullable String group;
    private final @Nullable Criteria criteria;
    private final @Nullable Expr<?> expression;
    private final boolean raising;
    private final @Nullable LoadOption members;
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
        this(kind, relation, attributes, alias, inner, nested, classes, group, null, null, false);
    }

    private LoadOption(
            Kind kind,
            @Nullable Relation<?, ?> relation,
            List<Attribute<?, ?>> attributes,
            @Nullable Alias<?> alias,
            @Nullable Boolean inner,
            List<LoadOption> nested,
            List<Class<?>> classes,
            @Nullable String group,
            @Nullable Criteria criteria,
            @Nullable Expr<?> expression,
            boolean raising) {
        this.expression = expression;
        this.raising = raising;
        this.criteria = criteria;
        this.members = relation == null || relation.conditions().isEmpty()
                ? null
                : criteria(Object.class, new Criteria(conditionOf(relation), false, true));
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

    static LoadOption criteria(Class<?> type, Function<Class<?>, ? extends Expr<Boolean>> condition) {
        Objects.requireNonNull(type, "type");
        return criteria(type, new Criteria(Objects.requireNonNull(condition, "condition"), false, true));
    }

    private static LoadOption criteria(Class<?> type, Criteria criteria) {
        return new LoadOption(
                Kind.CRITERIA, null, List.of(), null, null, List.of(), List.of(type), null, criteria, null, false);
    }

    private static Function<Class<?>, Expr<Boolean>> conditionOf(Relation<?, ?> relation) {
        List<Expr<Boolean>> all = relation.conditions();
        Expr<Boolean> condition = all.size() == 1 ? all.get(0) : Junction.of(Operator.AND, all);
        return any -> condition;
    }

    /** What the relation's conditions ask of the objects it leads to, as criteria; null if the relation has none. */
    public @Nullable LoadOption members() {
        return members;
    }

    static LoadOption expression(Attribute<?, ?> attribute, Expr<?> expression) {
        Objects.requireNonNull(attribute, "attribute");
        Objects.requireNonNull(expression, "expression");
        return new LoadOption(
                Kind.EXPRESSION,
                null,
                List.of(attribute),
                null,
                null,
                List.of(),
                List.of(),
                null,
                null,
                expression,
                false);
    }

    static LoadOption ofClass(Class<?> type, @Nullable Alias<?> alias) {
        Objects.requireNonNull(type, "type");
        return new LoadOption(Kind.CLASS, null, List.of(), alias, null, List.of(), List.of(type), null);
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
        if (relation == null && kind != Kind.CLASS || kind == Kind.NONE || kind == Kind.RAISE) {
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

    /** The same option with other options for the class that its relation leads to. */
    public LoadOption withNested(List<LoadOption> others) {
        return nested.equals(others)
                ? this
                : new LoadOption(
                        kind,
                        relation,
                        attributes,
                        alias,
                        inner,
                        List.copyOf(others),
                        classes,
                        group,
                        criteria,
                        expression,
                        raising);
    }

    /**
     * For {@code defer}: reading the columns later is an error, so that a program does not load them one by one.
     *
     * <pre>{@code
     * session.query(Book.class).options(defer(Book_.text).raiseLoad()).all()
     * }</pre>
     *
     * @throws ArgumentException ALU-0747 for another kind of option
     */
    public LoadOption raiseLoad() {
        if (kind != Kind.DEFER && kind != Kind.ONLY) {
            throw new ArgumentException(
                    "ALU-0747",
                    "raiseLoad is for columns that are left out; where: " + this
                            + "; what to do: call it on defer(...) or loadOnly(...), or use raiseLoad(relation)");
        }
        return new LoadOption(
                kind, relation, attributes, alias, inner, nested, classes, group, criteria, expression, true);
    }

    /** Whether reading the columns that it leaves out is an error. */
    public boolean isRaising() {
        return raising;
    }

    /** For {@link Kind#EXPRESSION}: what the attribute is read from. */
    public @Nullable Expr<?> expression() {
        return expression;
    }

    /**
     * For criteria: they hold for {@link Orm#aliased aliases} of the class too.
     *
     * @throws ArgumentException ALU-0747 for another kind of option
     */
    public LoadOption includeAliases() {
        Criteria known = requireCriteria("includeAliases");
        return criteria(classes.get(0), new Criteria(known.condition, true, known.propagated));
    }

    /**
     * For criteria: whether relations that are read later follow them, as they do unless said otherwise.
     *
     * @throws ArgumentException ALU-0747 for another kind of option
     */
    public LoadOption propagateToLoaders(boolean propagate) {
        Criteria known = requireCriteria("propagateToLoaders");
        return criteria(classes.get(0), new Criteria(known.condition, known.aliases, propagate));
    }

    /**
     * For criteria: the option for one class, with its condition as it is now.
     *
     * @param type the class of the option, or one below it
     * @throws ArgumentException ALU-0747 for another kind of option
     */
    public LoadOption forClass(Class<?> type) {
        Criteria known = requireCriteria("forClass");
        Expr<Boolean> condition = known.condition.apply(type);
        return criteria(type, new Criteria(any -> condition, known.aliases, known.propagated));
    }

    /**
     * For criteria: what rows of a class must meet.
     *
     * @throws ArgumentException ALU-0747 for another kind of option
     */
    public Expr<Boolean> condition(Class<?> type) {
        return requireCriteria("condition").condition.apply(type);
    }

    /** Whether these are criteria for aliases too. */
    public boolean includesAliases() {
        return criteria != null && criteria.aliases;
    }

    /** Whether these are criteria that relations follow when they are read later. */
    public boolean isPropagated() {
        return criteria != null && criteria.propagated;
    }

    private Criteria requireCriteria(String what) {
        if (criteria == null) {
            throw new ArgumentException(
                    "ALU-0747",
                    what + " is for criteria only; where: " + this
                            + "; what to do: call it on withLoaderCriteria(...)");
        }
        return criteria;
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

    /**
     * For {@link Kind#SUBCLASSES} and {@link Kind#INLINE}: the class, then the subclasses; for {@link Kind#CRITERIA} and
     * {@link Kind#CLASS} the class; empty for other options.
     */
    public List<Class<?>> classes() {
        return classes;
    }

    /**
     * Where the columns of {@link Kind#CONTAINS} come from, null for the relation's class itself; the occurrence that
     * {@link Kind#CLASS} is about.
     */
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
                        && Objects.equals(group, option.group)
                        && raising == option.raising
                        && expression == option.expression
                        && (criteria == null ? option.criteria == null : criteria.isSame(option.criteria));
    }

    @Override
    public int hashCode() {
        return hash;
    }

    @Override
    public String toString() {
        String what = relation != null
                ? relation.toString()
                : group != null ? group : classes.isEmpty() ? attributes.toString() : classes.toString();
        return kind + " " + what + (nested.isEmpty() ? "" : " " + nested);
    }
}
