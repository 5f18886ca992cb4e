package org.aludel.orm.internal.loading;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.aludel.orm.Attribute;
import org.aludel.orm.LoadOption;
import org.aludel.orm.LoadOption.Kind;
import org.aludel.orm.Relation;
import org.aludel.orm.internal.mapping.ClauseAdaption;
import org.aludel.orm.internal.mapping.ColumnAttribute;
import org.aludel.orm.internal.mapping.CompositeAttribute;
import org.aludel.orm.internal.mapping.EntityMapper;
import org.aludel.orm.internal.mapping.MapperRegistry;
import org.aludel.orm.internal.mapping.RelationAttribute;
import org.aludel.sql.Expr;
import org.aludel.sql.FromItem;
import org.aludel.sql.Join;
import org.aludel.sql.tree.Junction;
import org.aludel.sql.tree.Operator;
import org.jspecify.annotations.Nullable;

/**
 * What options say of one entity of a statement. What is said of an attribute by name comes before what is said of all
 * attributes; what the query says before what the session says.
 *
 * @param own options for this entity
 * @param everywhere options of the query for all attributes, at every level
 * @param defaults options of the session, at every level
 */
public record OptionScope(List<LoadOption> own, List<LoadOption> everywhere, List<LoadOption> defaults) {

    /** Nothing is said. */
    static final OptionScope NONE = new OptionScope(List.of(), List.of(), List.of());

    /**
     * What is said of a relation.
     *
     * @param option the option that says it
     * @param isNamed whether it names the relation, so that the program knows where it leads
     */
    record Choice(LoadOption option, boolean isNamed) {}

    /** The options of a query; those for all attributes are for what it leads to as well. */
    public static OptionScope of(List<LoadOption> options, List<LoadOption> defaults) {
        if (options.isEmpty() && defaults.isEmpty()) {
            return NONE;
        }
        List<LoadOption> own = new ArrayList<>();
        List<LoadOption> everywhere = new ArrayList<>();
        for (LoadOption option : options) {
            boolean isForAll =
                    option.isWildcard() || option.kind() == Kind.UNDEFER_GROUP || option.kind() == Kind.CRITERIA;
            if (option.kind() == Kind.CLASS) {
                own.addAll(option.nested());
            } else {
                (isForAll ? everywhere : own).add(option);
            }
        }
        return new OptionScope(List.copyOf(own), List.copyOf(everywhere), defaults);
    }

    // ---- what rows must meet

    /**
     * What rows of a class must meet: to be of the class, to be there for the factory's sessions, and what options say.
     * Null if nothing.
     *
     * @param alias whether it is for an occurrence that the program has named
     */
    public @Nullable Expr<Boolean> criterion(EntityMapper mapper, boolean alias) {
        Expr<Boolean> own = mapper.inheritance().criterion();
        List<Expr<Boolean>> all = demanded(mapper, alias);
        if (all.isEmpty()) {
            return own;
        }
        if (own != null) {
            all.add(0, own);
        }
        return all.size() == 1 ? all.get(0) : Junction.of(Operator.AND, all);
    }

    /**
     * The same on an occurrence of what the class is mapped to.
     *
     * @param item what stands in FROM
     */
    public @Nullable Expr<Boolean> criterion(
            MapperRegistry registry, EntityMapper mapper, FromItem item, boolean alias) {
        Expr<Boolean> criterion = criterion(mapper, alias);
        return criterion == null ? null : on(registry, mapper, item, criterion);
    }

    /** A condition on a class, on an occurrence of what it is mapped to. */
    public static Expr<Boolean> on(
            MapperRegistry registry, EntityMapper mapper, FromItem item, Expr<Boolean> condition) {
        FromItem usual = mapper.from().item();
        boolean isThere = item == usual || item instanceof Join join && join.holds(mapper.table());
        Expr<Boolean> own = mapper.inheritance().onOwnRows(condition);
        return isThere ? own : new ClauseAdaption(registry, usual, item).adapt(own);
    }

    /** What options say that rows of a class must meet. */
    public List<Expr<Boolean>> demanded(EntityMapper mapper, boolean alias) {
        List<Expr<Boolean>> all = new ArrayList<>();
        for (List<LoadOption> level : List.of(own, everywhere, defaults)) {
            for (LoadOption option : level) {
                if (option.kind() == Kind.CRITERIA
                        && option.classes().get(0).isAssignableFrom(mapper.type())
                        && (!alias || option.includesAliases())) {
                    all.add(mapper.inheritance().onOwnRows(option.condition(mapper.type())));
                }
            }
        }
        return all;
    }

    /** Whether options say what rows of classes must meet. */
    public boolean hasCriteria() {
        return hasCriteria(own) || hasCriteria(everywhere) || hasCriteria(defaults);
    }

    private static boolean hasCriteria(List<LoadOption> options) {
        for (LoadOption option : options) {
            Relation<?, ?> relation = option.relation();
            if (option.kind() == Kind.CRITERIA
                    || relation != null && !relation.conditions().isEmpty()
                    || hasCriteria(option.nested())) {
                return true;
            }
        }
        return false;
    }

    /** The same with further options. */
    OptionScope plus(List<LoadOption> more) {
        OptionScope added = of(more, List.of());
        List<LoadOption> both = new ArrayList<>(own);
        both.addAll(added.own);
        List<LoadOption> all = new ArrayList<>(everywhere);
        all.addAll(added.everywhere);
        return new OptionScope(List.copyOf(both), List.copyOf(all), defaults);
    }

    boolean isEmpty() {
        return own.isEmpty() && everywhere.isEmpty() && defaults.isEmpty();
    }

    /** The options that are for objects whatever brought them: not those about what is in the query's own row. */
    OptionScope remembered() {
        return isPlain()
                ? this
                : without(option -> option.kind() == Kind.CONTAINS
                        || option.kind() == Kind.INLINE
                        || option.kind() == Kind.SUBCLASSES
                        || option.kind() == Kind.EXPRESSION
                        || option.kind() == Kind.CRITERIA && !option.isPropagated());
    }

    /** Without options for subclasses, for a statement that reads one of them. */
    OptionScope ofSubclass() {
        return isPlain() ? this : without(option -> option.kind() == Kind.SUBCLASSES);
    }

    private boolean isPlain() {
        return own.isEmpty() && everywhere.isEmpty();
    }

    private OptionScope without(Predicate<LoadOption> unwanted) {
        return new OptionScope(
                own.stream().filter(unwanted.negate()).toList(),
                everywhere.stream().filter(unwanted.negate()).toList(),
                defaults);
    }

    // ---- relations

    /** What is said of a relation; null if nothing is. */
    @Nullable
    Choice choice(EntityMapper mapper, RelationAttribute relation) {
        LoadOption named = named(own, mapper, relation);
        if (named != null) {
            return new Choice(named, true);
        }
        LoadOption wildcard = wildcard(own);
        if (wildcard == null) {
            wildcard = wildcard(everywhere);
        }
        if (wildcard == null) {
            named = named(defaults, mapper, relation);
            wildcard = wildcard(defaults);
        }
        if (named != null) {
            return new Choice(named, true);
        }
        return wildcard == null ? null : new Choice(wildcard, false);
    }

    private static @Nullable LoadOption named(
            List<LoadOption> options, EntityMapper mapper, RelationAttribute relation) {
        LoadOption found = null;
        for (LoadOption option : options) {
            if (option.kind() != Kind.DEFAULT && isAbout(option, mapper, relation)) {
                found = option;
            }
        }
        return found;
    }

    private static boolean isAbout(LoadOption option, EntityMapper mapper, RelationAttribute relation) {
        Relation<?, ?> wanted = option.relation();
        return wanted != null
                && wanted.name().equals(relation.name())
                && wanted.owner().isAssignableFrom(mapper.type());
    }

    private static @Nullable LoadOption wildcard(List<LoadOption> options) {
        LoadOption found = null;
        for (LoadOption option : options) {
            if (option.isWildcard() && option.kind() != Kind.DEFER && option.kind() != Kind.UNDEFER) {
                found = option;
            }
        }
        return found;
    }

    /** What is said of what a relation leads to. */
    OptionScope nested(EntityMapper mapper, RelationAttribute relation) {
        if (isEmpty()) {
            return NONE;
        }
        List<LoadOption> nested = new ArrayList<>();
        List<LoadOption> below = new ArrayList<>(everywhere);
        for (List<LoadOption> level : List.of(defaults, own)) {
            for (LoadOption option : level) {
                if (isAbout(option, mapper, relation)) {
                    for (LoadOption inner : option.nested()) {
                        if (inner.kind() == Kind.CLASS) {
                            nested.addAll(inner.nested());
                        } else {
                            (inner.kind() == Kind.CRITERIA ? below : nested).add(inner);
                        }
                    }
                    LoadOption members = option.members();
                    if (members != null) {
                        nested.add(members);
                    }
                }
            }
        }
        return new OptionScope(List.copyOf(nested), List.copyOf(below), defaults);
    }

    /** The subclasses of a class that a further statement is asked for. */
    boolean asksForSubclass(EntityMapper member) {
        boolean wanted = false;
        for (LoadOption option : own) {
            List<Class<?>> classes = option.classes();
            for (int i = 1; i < classes.size(); i++) {
                wanted |= classes.get(i).isAssignableFrom(member.type());
            }
            wanted |= classes.size() == 1 && classes.get(0).isAssignableFrom(member.type());
        }
        return wanted;
    }

    // ---- columns

    /** The columns of a class that are read with its objects: the key, the version, and what nothing defers. */
    ColumnAttribute[] selected(EntityMapper mapper) {
        ColumnAttribute[] all = mapper.columns();
        List<ColumnAttribute> chosen = new ArrayList<>(all.length);
        for (ColumnAttribute column : all) {
            if (column.isPrimaryKey() || column == mapper.version() || isSelected(mapper, column)) {
                chosen.add(column);
            }
        }
        return chosen.size() == all.length ? all : chosen.toArray(new ColumnAttribute[0]);
    }

    private boolean isSelected(EntityMapper mapper, ColumnAttribute column) {
        for (List<LoadOption> level : List.of(own, everywhere, defaults)) {
            Boolean said = said(level, mapper, column);
            if (said != null) {
                return said;
            }
        }
        return !column.isDeferred();
    }

    /** What options say that an attribute is read from; null if they don't. */
    @Nullable
    Expr<?> expression(EntityMapper mapper, ColumnAttribute column) {
        if (!column.isQueried()) {
            return null;
        }
        Expr<?> found = null;
        for (LoadOption option : own) {
            if (option.kind() == Kind.EXPRESSION && names(option, mapper, column)) {
                found = option.expression();
            }
        }
        return found;
    }

    /** Whether reading a column that is left out is an error. */
    boolean isRaising(EntityMapper mapper, ColumnAttribute column) {
        for (List<LoadOption> level : List.of(own, everywhere, defaults)) {
            if (said(level, mapper, column) != null) {
                return level.stream()
                        .anyMatch(option -> option.isRaising()
                                && (option.isWildcard()
                                        || names(option, mapper, column)
                                        || option.kind() == Kind.ONLY && isAboutClass(option, mapper)));
            }
        }
        return column.isRaising();
    }

    /** What options of one level say of a column; by name before all others. */
    private static @Nullable Boolean said(List<LoadOption> options, EntityMapper mapper, ColumnAttribute column) {
        Boolean byName = null;
        Boolean byGroup = null;
        Boolean byWildcard = null;
        for (LoadOption option : options) {
            switch (option.kind()) {
                case UNDEFER_GROUP ->
                    byGroup = column.isDeferred()
                                    && option.group() != null
                                    && option.group().equals(column.group())
                            ? Boolean.TRUE
                            : byGroup;
                case EXPRESSION -> byName = names(option, mapper, column) ? Boolean.TRUE : byName;
                case DEFER, UNDEFER, ONLY -> {
                    boolean reads = option.kind() != Kind.DEFER;
                    if (option.isWildcard()) {
                        byWildcard = reads || isKey(column);
                    } else if (names(option, mapper, column)) {
                        byName = reads;
                    } else if (option.kind() == Kind.ONLY && isAboutClass(option, mapper)) {
                        // columns without a field are keys of relations, which would otherwise be loaded one by one
                        byWildcard = isKey(column);
                    }
                }
                default -> {
                    // about relations
                }
            }
        }
        return byName != null ? byName : byGroup != null ? byGroup : byWildcard;
    }

    /** Whether a column has no field because it is the key of a relation. */
    private static boolean isKey(ColumnAttribute column) {
        return column.isHidden() && column.composite() == null;
    }

    private static boolean names(LoadOption option, EntityMapper mapper, ColumnAttribute column) {
        for (Attribute<?, ?> attribute : option.attributes()) {
            CompositeAttribute composite = column.composite();
            boolean named = attribute.name().equals(column.name())
                    || composite != null && attribute.name().equals(composite.name());
            if (named && attribute.owner().isAssignableFrom(mapper.type())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isAboutClass(LoadOption option, EntityMapper mapper) {
        return option.attributes().stream()
                .anyMatch(attribute -> attribute.owner().isAssignableFrom(mapper.type()));
    }
}
