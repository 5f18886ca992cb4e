package org.aludel.orm.internal.loading;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.aludel.orm.ExecuteStatement;
import org.aludel.orm.LoadOption;
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
    private final Map<Object, LoadStatement> statements = new ConcurrentHashMap<>();
    private final @Nullable LoadStatement[] plainByKey;

    /** A statement by key that locks, or reads one column only. */
    private record ByKey(
            EntityMapper mapper,
            @Nullable LockMode lock,
            @Nullable List<ColumnAttribute> only) {}

    /** A statement for a relation that a query gave options for. */
    private record Lazily(RelationAttribute relation, List<LoadOption> options) {}

    public StatementLoader(MapperRegistry registry) {
        this.registry = registry;
        this.plainByKey = new LoadStatement[registry.all().size()];
    }

    // ---- by key

    @Override
    public @Nullable Object byKey(DefaultSession session, EntityMapper mapper, EntityKey key, @Nullable LockMode lock) {
        return byKey(mapper, lock)
                .told(session, ExecuteStatement.Origin.GET)
                .first(session, false, values(mapper, key));
    }

    @Override
    public boolean refresh(DefaultSession session, EntityState state, @Nullable LockMode lock) {
        EntityMapper mapper = state.mapper();
        Object held = state.instance();
        Object found = byKey(mapper, lock)
                .told(session, ExecuteStatement.Origin.COLUMN_LOAD)
                .first(session, false, values(mapper, keyOf(state)));
        return found == held;
    }

    @Override
    public void deferred(DefaultSession session, EntityState state, ColumnAttribute attribute) {
        EntityMapper mapper = state.mapper();
        Object held = state.instance();
        List<ColumnAttribute> wanted = together(mapper, state, attribute);
        Object found = cached(new ByKey(mapper, null, wanted), this::selectByKey)
                .told(session, ExecuteStatement.Origin.COLUMN_LOAD)
                .first(session, false, values(mapper, keyOf(state)));
        if (found != held) {
            throw LoadErrors.rowGone(attribute, keyOf(state));
        }
    }

    /** The columns that are read when one is: its group, or all that a subclass adds to what the object has. */
    private static List<ColumnAttribute> together(EntityMapper mapper, EntityState state, ColumnAttribute attribute) {
        List<ColumnAttribute> wanted = new ArrayList<>();
        for (ColumnAttribute column : mapper.columns()) {
            boolean grouped = attribute.group() != null && attribute.group().equals(column.group());
            boolean added = !attribute.isDeferred()
                    && !column.isDeferred()
                    && attribute.owner() != mapper.root()
                    && column.owner() != mapper.root();
            if (column == attribute || (grouped || added) && !state.isLoaded(column)) {
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

    private LoadStatement byKey(EntityMapper mapper, @Nullable LockMode lock) {
        if (lock == null) {
            LoadStatement known = plainByKey[mapper.ordinal()];
            if (known == null) {
                known = selectByKey(new ByKey(mapper, null, null));
                plainByKey[mapper.ordinal()] = known;
            }
            return known;
        }
        return cached(new ByKey(mapper, lock, null), this::selectByKey);
    }

    @SuppressWarnings("unchecked")
    private <K> LoadStatement cached(K key, Function<K, LoadStatement> maker) {
        LoadStatement known = statements.get(key);
        return known != null ? known : statements.computeIfAbsent(key, k -> maker.apply((K) k));
    }

    private LoadStatement selectByKey(ByKey wanted) {
        EntityMapper mapper = wanted.mapper();
        List<ColumnAttribute> only = wanted.only();
        LoadPlanner planner = LoadPlanner.ofLoader(registry);
        EntitySource source = only == null ? EntitySource.of(mapper) : narrow(mapper, only);
        EntityLoad entity =
                only == null ? planner.entity(mapper, source, List.of()) : planner.columns(mapper, source, only);
        List<Column<?>> key = new ArrayList<>();
        for (ColumnAttribute part : mapper.primaryKey()) {
            key.add(source.column(part));
        }
        Select select = planner.select(source.item()).orderBy(planner.orderings().toArray(new Ordering[0]));
        Expr<Boolean> criterion = mapper.inheritance().criterion();
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
    public @Nullable Object related(DefaultSession session, EntityState state, RelationAttribute relation) {
        LoadOption option = state.loadRules() instanceof LoadRules rules ? rules.of(relation) : null;
        if (option != null && option.kind() == LoadOption.Kind.RAISE) {
            throw LoadErrors.raising(relation, keyOf(state));
        }
        Object[] values = KeyValues.of(relation, state.instance(), state);
        if (values == null) {
            return relation.isCollection() ? List.of() : null;
        }
        if (relation.usesGetByKey()) {
            EntityState known = session.identityMap().find(session.keyed(KeyValues.target(relation, values)));
            Object instance = known == null ? null : known.get();
            if (instance != null) {
                return relation.target().type().isInstance(instance) ? instance : null;
            }
        }
        List<LoadOption> nested = option == null ? List.of() : option.nested();
        LoadStatement statement = nested.isEmpty()
                ? cached(relation, r -> selectRelated(r, List.of()))
                : cached(new Lazily(relation, nested), lazily -> selectRelated(lazily.relation(), lazily.options()));
        statement = statement.told(session, ExecuteStatement.Origin.RELATIONSHIP_LOAD);
        return relation.isCollection() ? statement.all(session, values) : statement.first(session, false, values);
    }

    private LoadStatement selectRelated(RelationAttribute relation, List<LoadOption> options) {
        EntitySource target = relation.hasOwnTarget()
                ? new EntitySource(relation.targetItem(), false, relation.target().from())
                : EntitySource.of(relation.target());
        LoadPlanner planner = LoadPlanner.ofLoader(registry);
        EntityLoad entity = planner.continued(relation.target(), target, options, LoadPath.ROOT.then(relation, false));
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
        Expr<Boolean> criterion = relation.target().inheritance().criterion();
        if (criterion != null) {
            select = select.where(criterion);
        }
        return statement(select, keys, entity, planner.shape());
    }
}
