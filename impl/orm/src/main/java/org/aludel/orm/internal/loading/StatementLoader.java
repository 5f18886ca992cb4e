package org.aludel.orm.internal.loading;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.aludel.engine.StatementCache;
import org.aludel.orm.ExecuteStatement;
import org.aludel.orm.LoadOption;
import org.aludel.orm.LoadStrategy;
import org.aludel.orm.internal.mapping.ColumnAttribute;
import org.aludel.orm.internal.mapping.ColumnPair;
import org.aludel.orm.internal.mapping.EntityKey;
import org.aludel.orm.internal.mapping.EntityMapper;
import org.aludel.orm.internal.mapping.MapperRegistry;
import org.aludel.orm.internal.mapping.PolymorphicFrom;
import org.aludel.orm.internal.mapping.RelationAttribute;
import org.aludel.orm.internal.session.AttributeLoader;
import org.aludel.orm.internal.session.DefaultSession;
import org.aludel.orm.internal.state.EntityState;
import org.aludel.orm.internal.watching.LoadWatch;
import org.aludel.orm.internal.watching.Trail;
import org.aludel.schema.Column;
import org.aludel.sql.BindParameter;
import org.aludel.sql.Expr;
import org.aludel.sql.FromItem;
import org.aludel.sql.LockMode;
import org.aludel.sql.Ordering;
import org.aludel.sql.Select;
import org.aludel.sql.tree.Junction;
import org.aludel.sql.tree.Operator;
import org.jspecify.annotations.Nullable;

/**
 * Answers what single objects are asked for, with statements that are made and compiled once. One for each session
 * factory.
 */
public final class StatementLoader implements AttributeLoader {

    private final MapperRegistry registry;
    private final LoadWatch watch;
    private final LoadStatements statements;
    private final CriteriaOptions defaultOptions = new CriteriaOptions();

    /**
     * A statement by key that locks, reads some columns only, or follows what a query said.
     *
     * @param isHeld whether the session has the object, which stays there whatever hides its row by now
     */
    private record ByKey(
            EntityMapper mapper,
            @Nullable LockMode lock,
            @Nullable List<ColumnAttribute> only,
            @Nullable LoadRules rules,
            boolean isHeld) {}

    /** A statement for a relation that a query gave options for. */
    private record Lazily(RelationAttribute relation, OptionScope options) {}

    /** @param watch is told of what is loaded for one object after the other */
    public StatementLoader(MapperRegistry registry, LoadWatch watch) {
        this.registry = registry;
        this.watch = watch;
        this.statements = new LoadStatements(registry.all().size());
    }

    @Override
    public StatementCache cache() {
        return statements;
    }

    // ---- by key

    @Override
    public @Nullable Object byKey(DefaultSession session, EntityMapper mapper, EntityKey key, @Nullable LockMode lock) {
        LoadRules rules = rules(session, mapper, null);
        LoadStatement statement = byKey(mapper, lock, rules, false);
        if (!session.isSilent()) {
            statement = statement.told(
                    session,
                    ExecuteStatement.Origin.GET,
                    options -> selectByKey(new ByKey(mapper, lock, null, rules(mapper, rules, options), false)));
        }
        return statement.first(session, QueryValues.NONE, watch.ofOne(session, mapper), values(mapper, key));
    }

    @Override
    public boolean refresh(DefaultSession session, EntityState state, @Nullable LockMode lock) {
        EntityMapper mapper = state.mapper();
        Object held = state.instance();
        LoadRules rules = rules(session, mapper, state);
        LoadStatement statement = byKey(mapper, lock, rules, true);
        List<ColumnAttribute> expired = lock == null ? expired(state, statement.entity()) : List.of();
        if (!expired.isEmpty()) {
            statement = cached(new ByKey(mapper, null, expired, null, true), this::selectByKey);
        }
        LoadStatement reading = statement;
        Object found = reading.told(session, ExecuteStatement.Origin.COLUMN_LOAD, options -> reading)
                .first(session, valuesOf(rules), watch.ofOne(session, mapper), values(mapper, keyOf(state)));
        return found == held;
    }

    private static QueryValues valuesOf(@Nullable LoadRules rules) {
        return rules == null ? QueryValues.NONE : rules.values();
    }

    /** Rules with further options. */
    private LoadRules rules(EntityMapper mapper, @Nullable LoadRules known, List<LoadOption> more) {
        List<LoadOption> options = CriteriaOptions.resolved(registry, more);
        return known == null
                ? new LoadRules(OptionScope.of(options, List.of()), LoadPath.of(mapper))
                : known.with(known.scope().plus(options));
    }

    /** The expired columns of an object that has others; empty where everything is to be read, relations too. */
    private static List<ColumnAttribute> expired(EntityState state, EntityLoad whole) {
        if (whole.lacksRelation(state)) {
            return List.of();
        }
        List<ColumnAttribute> expired = new ArrayList<>();
        boolean hasOthers = false;
        for (ColumnAttribute column : state.mapper().columns()) {
            if (!state.isLoaded(column)) {
                if (!column.isDeferred()) {
                    expired.add(column);
                }
            } else {
                hasOthers |= !column.isPrimaryKey();
            }
        }
        return hasOthers ? List.copyOf(expired) : List.of();
    }

    /** What was said when the object was loaded, else what the session says of all objects; null if nothing. */
    private @Nullable LoadRules rules(DefaultSession session, EntityMapper mapper, @Nullable EntityState state) {
        if (state != null && state.loadRules() instanceof LoadRules rules) {
            return rules;
        }
        List<LoadOption> defaults = session.loadOptions();
        return defaults.isEmpty()
                ? null
                : new LoadRules(
                        OptionScope.of(List.of(), defaultOptions.kept(registry, defaults)), LoadPath.of(mapper));
    }

    @Override
    public void deferred(DefaultSession session, EntityState state, ColumnAttribute attribute) {
        EntityMapper mapper = state.mapper();
        LoadRules rules = rules(session, mapper, state);
        boolean isRaising =
                rules == null ? attribute.isRaising() : rules.scope().isRaising(mapper, attribute);
        if (isRaising) {
            throw LoadErrors.raising(attribute, keyOf(state));
        }
        if (attribute.isNullUnlessQueried()) {
            state.setLoaded(state.instance(), attribute, null);
            return;
        }
        Object held = state.instance();
        watch.column(session, state, attribute);
        List<ColumnAttribute> wanted = together(mapper, state, attribute);
        LoadStatement reading = cached(new ByKey(mapper, null, wanted, null, true), this::selectByKey);
        Object found = reading.told(session, ExecuteStatement.Origin.COLUMN_LOAD, options -> reading)
                .first(session, QueryValues.NONE, null, values(mapper, keyOf(state)));
        if (found != held) {
            throw LoadErrors.rowGone(attribute, keyOf(state));
        }
    }

    /** The columns that are read when one is: its group; with one that nothing defers, all others that nothing defers. */
    private static List<ColumnAttribute> together(EntityMapper mapper, EntityState state, ColumnAttribute attribute) {
        List<ColumnAttribute> usual = state.loadRules() instanceof LoadRules rules
                ? List.of(rules.scope().selected(mapper))
                : Arrays.stream(mapper.columns())
                        .filter(column -> !column.isDeferred())
                        .toList();
        boolean isUsual = usual.contains(attribute);
        List<ColumnAttribute> wanted = new ArrayList<>();
        for (ColumnAttribute column : mapper.columns()) {
            boolean grouped = attribute.group() != null && attribute.group().equals(column.group())
                    || attribute.composite() != null && attribute.composite() == column.composite();
            boolean alike = isUsual && usual.contains(column);
            if (column == attribute || (grouped || alike) && !state.isLoaded(column)) {
                wanted.add(column);
            }
        }
        return List.copyOf(wanted);
    }

    private static EntityKey keyOf(EntityState state) {
        return Objects.requireNonNull(state.key());
    }

    private static Object[] values(EntityMapper mapper, EntityKey key) {
        Object[] values = new Object[mapper.primaryKey().length];
        for (int i = 0; i < values.length; i++) {
            values[i] = key.part(i);
        }
        return values;
    }

    private LoadStatement byKey(
            EntityMapper mapper, @Nullable LockMode lock, @Nullable LoadRules rules, boolean isHeld) {
        if (rules != null) {
            return cachedByOptions(new ByKey(mapper, lock, null, rules, isHeld), this::selectByKey);
        }
        boolean seesMore = isHeld && mapper.inheritance().isFiltered();
        if (lock == null && !seesMore) {
            LoadStatement known = statements.byKey(mapper.ordinal());
            if (known == null) {
                known = selectByKey(new ByKey(mapper, null, null, null, false));
                statements.keepByKey(mapper.ordinal(), known);
            }
            return known;
        }
        return cached(new ByKey(mapper, lock, null, null, isHeld), this::selectByKey);
    }

    private <K> LoadStatement cached(K key, Function<K, LoadStatement> maker) {
        return statements.byMapping(key, maker);
    }

    private <K> LoadStatement cachedByOptions(K key, Function<K, LoadStatement> maker) {
        return statements.byOptions(key, maker);
    }

    private LoadStatement selectByKey(ByKey wanted) {
        EntityMapper mapper = wanted.mapper();
        List<ColumnAttribute> only = wanted.only();
        LoadPlanner planner = LoadPlanner.ofLoader(registry);
        EntitySource source = only == null ? EntitySource.of(mapper) : narrow(mapper, only);
        EntityLoad entity = only == null ? entity(planner, wanted, source) : planner.columns(mapper, source, only);
        List<Column<?>> key = new ArrayList<>();
        for (ColumnAttribute part : mapper.primaryKey()) {
            key.add(source.column(part));
        }
        Select select =
                planner.select(source.item()).orderBy(planner.orderings().toArray(new Ordering[0]));
        LoadRules rules = wanted.rules();
        OptionScope scope = rules == null ? OptionScope.NONE : rules.scope();
        Expr<Boolean> criterion = wanted.isHeld()
                ? mapper.inheritance().ownCriterion()
                : scope.criterion(registry, mapper, source.item(), false);
        if (criterion != null) {
            select = select.where(criterion);
        }
        LockMode lock = wanted.lock();
        if (lock != null) {
            // eager relations come by outer joins, whose rows can't be locked
            select = select.withForUpdate(planner.hasJoins() ? lock.of(source.item()) : lock);
        }
        return statement(select, key, entity, planner.shape());
    }

    private static EntityLoad entity(LoadPlanner planner, ByKey wanted, EntitySource source) {
        LoadRules rules = wanted.rules();
        return rules == null
                ? planner.entity(wanted.mapper(), source, OptionScope.NONE, true)
                : planner.continued(source, rules.scope(), rules.path().as(wanted.mapper()));
    }

    /** The tables that hold some columns, without those above that hold none. */
    private static EntitySource narrow(EntityMapper mapper, List<ColumnAttribute> only) {
        PolymorphicFrom from = PolymorphicFrom.narrow(mapper, only);
        return new EntitySource(from.item(), false, from);
    }

    /** The statement with a condition on each of some columns. */
    private static LoadStatement statement(Select select, List<Column<?>> columns, EntityLoad entity, LoadShape shape) {
        List<String> names = new ArrayList<>();
        List<Expr<Boolean>> where = new ArrayList<>();
        for (Column<?> column : columns) {
            String name = "p" + names.size();
            names.add(name);
            where.add(column.eqAny(BindParameter.named(name, column.type())));
        }
        return new LoadStatement(select.where(Junction.of(Operator.AND, where)), List.copyOf(names), entity, shape);
    }

    // ---- relations

    @Override
    public void beforeRead(DefaultSession session, EntityState state, RelationAttribute relation) {
        LoadRules rules = rules(session, state.mapper(), state);
        if (rules == null && relation.loadStrategy() == LoadStrategy.LAZY) {
            return;
        }
        LoadOption.Kind kind = kind(rules, state, relation);
        if (kind == LoadOption.Kind.RAISE
                || kind == LoadOption.Kind.RAISE_ON_SQL && needsSql(session, state, relation)) {
            throw LoadErrors.raising(relation, keyOf(state));
        }
    }

    private static LoadOption.Kind kind(@Nullable LoadRules rules, EntityState state, RelationAttribute relation) {
        return LoadKinds.of(rules == null ? null : rules.scope().choice(state.mapper(), relation), relation);
    }

    private static boolean needsSql(DefaultSession session, EntityState state, RelationAttribute relation) {
        Object[] values = KeyValues.of(relation, state.instance(), state);
        return values != null && (!relation.usesGetByKey() || known(session, relation, values) == null);
    }

    private static @Nullable Object known(DefaultSession session, RelationAttribute relation, Object[] values) {
        EntityState known = session.identityMap().find(session.keyed(KeyValues.target(relation, values)));
        return known == null ? null : known.get();
    }

    @Override
    public @Nullable Object related(DefaultSession session, EntityState state, RelationAttribute relation) {
        LoadRules rules = rules(session, state.mapper(), state);
        boolean isNever =
                relation.loadStrategy() == LoadStrategy.NOLOAD && kind(rules, state, relation) == LoadOption.Kind.NONE;
        Object[] values = isNever ? null : KeyValues.of(relation, state.instance(), state);
        if (values == null) {
            return relation.isCollection() ? List.of() : null;
        }
        OptionScope nested = rules == null ? OptionScope.NONE : rules.scope().nested(state.mapper(), relation);
        if (relation.usesGetByKey() && nested.demanded(relation.target(), false).isEmpty()) {
            Object instance = known(session, relation, values);
            if (instance != null) {
                return relation.target().type().isInstance(instance) ? instance : null;
            }
        }
        LoadStatement statement = nested.isEmpty()
                ? cached(relation, r -> selectRelated(r, OptionScope.NONE))
                : cachedByOptions(
                        new Lazily(relation, nested), lazily -> selectRelated(lazily.relation(), lazily.options()));
        statement = statement.told(
                session,
                ExecuteStatement.Origin.RELATIONSHIP_LOAD,
                options -> selectRelated(relation, nested.plus(CriteriaOptions.resolved(registry, options))));
        QueryValues given = valuesOf(rules);
        Trail trail = watch.lazily(session, state, relation);
        return relation.isCollection()
                ? statement.all(session, given, trail, values)
                : statement.first(session, given, trail, values);
    }

    @Override
    public void asked(DefaultSession session, EntityState state, RelationAttribute relation) {
        watch.lazily(session, state, relation);
    }

    private LoadStatement selectRelated(RelationAttribute relation, OptionScope options) {
        EntitySource target = relation.hasOwnTarget()
                ? new EntitySource(
                        relation.targetItem(), false, relation.target().from())
                : EntitySource.of(relation.target());
        LoadPlanner planner = LoadPlanner.ofLoader(registry);
        EntityLoad entity = planner.continued(target, options, LoadPath.lazily(relation));
        FromItem from = RelationFrom.of(relation, target.item());
        List<Column<?>> keys = new ArrayList<>();
        for (ColumnPair pair : relation.pairs()) {
            keys.add(relation.between() == null ? target.column(pair.remoteColumn()) : pair.remoteColumn());
        }
        List<Ordering> order = planner.order(relation, target.item());
        order.addAll(planner.orderings());
        Select select = planner.select(from).orderBy(order.toArray(new Ordering[0]));
        Expr<Boolean> extra = registry.resolution().extra(relation, null, target.item(), relation.between());
        if (extra != null) {
            select = select.where(extra);
        }
        Expr<Boolean> criterion = options.criterion(registry, relation.target(), target.item(), false);
        if (criterion != null) {
            select = select.where(criterion);
        }
        return statement(select, keys, entity, planner.shape());
    }
}
