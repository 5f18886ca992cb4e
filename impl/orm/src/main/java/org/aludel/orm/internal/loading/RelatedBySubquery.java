package org.aludel.orm.internal.loading;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.aludel.core.engine.CoreEngine;
import org.aludel.core.engine.Plan;
import org.aludel.core.engine.RowSource;
import org.aludel.orm.instrument.RowReader;
import org.aludel.orm.internal.mapping.AttributeResolution;
import org.aludel.orm.internal.mapping.ColumnAttribute;
import org.aludel.orm.internal.mapping.ColumnPair;
import org.aludel.orm.internal.mapping.MapperRegistry;
import org.aludel.orm.internal.mapping.PolymorphicFrom;
import org.aludel.orm.internal.mapping.RelationAttribute;
import org.aludel.schema.Column;
import org.aludel.sql.BindParameter;
import org.aludel.sql.Expr;
import org.aludel.sql.FromItem;
import org.aludel.sql.Join;
import org.aludel.sql.Ordering;
import org.aludel.sql.Select;
import org.aludel.sql.TableAlias;
import org.aludel.sql.tree.Junction;
import org.aludel.sql.tree.Operator;
import org.jspecify.annotations.Nullable;

/**
 * Loads one relation of all owners that a query brought, by one statement that repeats the query as a subquery: {@code
 * SELECT ... FROM (SELECT users.id FROM users WHERE ...) JOIN addresses ON ...}. Limits are inside of the subquery.
 */
final class RelatedBySubquery implements RelatedStatement {

    private static final @Nullable Object[] NO_VALUES = {};

    private final RelationAttribute relation;
    private final QueryBase base;
    private final FromItem from;
    private final List<Expr<Boolean>> conditions;
    private final EntityLoad entity;
    private final LoadShape shape;
    private final int[] keyPositions;
    private final Select select;
    private final boolean narrowing;
    private final BindParameter<?>[] binds;
    private final EnginePlans plans = new EnginePlans();
    private int @Nullable [] places;

    /**
     * @param origin the entity of the query that the way to the relation starts from
     * @param hops the relations that lead from there to the owners
     * @param usual what the target is selected from
     */
    RelatedBySubquery(
            MapperRegistry registry,
            RelationAttribute relation,
            OptionScope options,
            LoadPath path,
            PolymorphicFrom usual,
            QueryBase base,
            EntitySource origin,
            List<RelationAttribute> hops) {
        this.relation = relation;
        this.base = base;
        EntitySource target = relation.hasOwnTarget()
                ? new EntitySource(relation.targetItem(), false, usual)
                : new EntitySource(usual.item(), false, usual);
        RelationAttribute first = hops.isEmpty() ? relation : hops.get(0);
        List<Column<?>> anchors = new ArrayList<>();
        for (ColumnPair pair : first.pairs()) {
            Column<?> column = origin.column(pair.local());
            if (!anchors.contains(column)) {
                anchors.add(column);
            }
        }
        TableAlias parents = base.select(anchors, !holdsKey(first)).subquery();
        EagerJoins ways = new EagerJoins(registry);
        EntitySource owner = origin;
        for (RelationAttribute hop : hops) {
            EntitySource next = EntitySource.eager(hop.target().from());
            ways.add(hop, owner, next, OptionScope.NONE, true, true);
            owner = next;
        }
        FromItem owners = ways.behind(parents, column -> lifted(column, anchors, parents));
        this.from = behind(owners, owner, target, anchors, parents);
        this.narrowing = !options.demanded(relation.target(), false).isEmpty();
        this.conditions = conditions(registry, target, options);
        LoadPlanner planner = new LoadPlanner(registry, RowSupply.WHOLE, option -> null, new Repeated());
        this.entity = planner.continued(target, options, path);
        Column<?>[] keys = keys(target);
        this.keyPositions = new int[keys.length];
        for (int i = 0; i < keys.length; i++) {
            ColumnAttribute remote = relation.pairs()[i].remote();
            int position = remote == null ? -1 : entity.position(remote);
            keyPositions[i] = position >= 0 ? position : planner.value(keys[i]);
        }
        this.shape = planner.shape();
        List<Ordering> order = planner.order(relation, target.item());
        order.addAll(planner.orderings());
        this.select = narrowed(Select.of(planner.columns()).withFrom(planner.joined(from)))
                .orderBy(order.toArray(new Ordering[0]));
        this.binds = select.structure().binds();
    }

    /** Whether each owner comes once because its key is selected. */
    private static boolean holdsKey(RelationAttribute first) {
        for (ColumnAttribute part : first.owner().primaryKey()) {
            if (Arrays.stream(first.pairs()).noneMatch(pair -> pair.local() == part)) {
                return false;
            }
        }
        return true;
    }

    private static Column<?> lifted(Column<?> column, List<Column<?>> anchors, TableAlias parents) {
        return parents.columns().get(anchors.indexOf(column));
    }

    /** Joins the relation itself behind its owners. */
    private FromItem behind(
            FromItem owners, EntitySource owner, EntitySource target, List<Column<?>> anchors, TableAlias parents) {
        FromItem between = relation.between();
        Column<?>[] keys = keys(target);
        List<Expr<Boolean>> near = new ArrayList<>();
        for (int i = 0; i < keys.length; i++) {
            Column<?> local = owner.column(relation.pairs()[i].local());
            near.add((owner.eager() ? local : lifted(local, anchors, parents)).eqAny(keys[i]));
        }
        if (between == null) {
            return new Join(Join.Kind.INNER, owners, target.item(), Junction.of(Operator.AND, near));
        }
        List<Expr<Boolean>> far = new ArrayList<>();
        for (ColumnPair pair : relation.secondaryPairs()) {
            far.add(AttributeResolution.on(target.item(), pair.local().column()).eqAny(pair.remoteColumn()));
        }
        FromItem joined = new Join(Join.Kind.INNER, owners, between, Junction.of(Operator.AND, near));
        return new Join(Join.Kind.INNER, joined, target.item(), Junction.of(Operator.AND, far));
    }

    private Column<?>[] keys(EntitySource target) {
        return Arrays.stream(relation.pairs())
                .map(pair -> relation.between() == null ? target.column(pair.remoteColumn()) : pair.remoteColumn())
                .toArray(Column<?>[]::new);
    }

    private List<Expr<Boolean>> conditions(MapperRegistry registry, EntitySource target, OptionScope options) {
        List<Expr<Boolean>> all = new ArrayList<>();
        Expr<Boolean> extra = registry.resolution().extra(relation, null, target.item(), relation.between());
        if (extra != null) {
            all.add(extra);
        }
        Expr<Boolean> criterion = options.criterion(registry, relation.target(), target.item(), false);
        if (criterion != null) {
            all.add(criterion);
        }
        return all;
    }

    private Select narrowed(Select all) {
        Select narrowed = all;
        for (Expr<Boolean> condition : conditions) {
            narrowed = narrowed.where(condition);
        }
        return narrowed;
    }

    /** This statement, for relations of what it brings. */
    private final class Repeated implements QueryBase {

        @Override
        public boolean isRepeatable() {
            return true;
        }

        @Override
        public Select select(List<Column<?>> columns, boolean distinct) {
            Select select = narrowed(Select.of(columns).withFrom(from));
            return distinct ? select.distinct() : select;
        }

        @Override
        public int[] places(BindParameter<?>[] own) {
            return base.places(own);
        }
    }

    // ---- rows

    @Override
    public void load(LoadContext outer, List<Object> owners) {
        OwnersByKey byKey = OwnersByKey.of(relation, outer, owners, !narrowing, true);
        if (byKey.isEmpty()) {
            return;
        }
        LoadContext context = outer.further(shape);
        try (RowSource rows = open(outer)) {
            while (rows.next()) {
                byKey.add(key(rows), Objects.requireNonNull(entity.read(rows, context)));
            }
        }
        context.finish();
        byKey.store();
    }

    private Object key(RowReader row) {
        if (keyPositions.length == 1) {
            return Objects.requireNonNull(row.getObject(keyPositions[0]));
        }
        Object[] parts = new Object[keyPositions.length];
        for (int i = 0; i < parts.length; i++) {
            parts[i] = Objects.requireNonNull(row.getObject(keyPositions[i]));
        }
        return List.of(parts);
    }

    private RowSource open(LoadContext context) {
        CoreEngine engine = context.session.engine(entity.mapper());
        Plan plan = plans.find(engine);
        if (plan == null) {
            plan = plans.keep(engine, engine.plan(select, List.of(), context.session.registry()));
        }
        QueryValues values = context.values();
        int[] known = places;
        if (known == null) {
            known = base.places(binds);
            places = known;
        }
        BindParameter<?>[] given = values.given();
        BindParameter<?>[] all = binds.clone();
        for (int i = 0; i < all.length; i++) {
            if (known[i] >= 0) {
                all[i] = given[known[i]];
            }
        }
        return context.rows(engine, plan.with(all), NO_VALUES);
    }
}
