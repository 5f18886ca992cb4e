package org.aludel.orm.internal.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.aludel.core.engine.CoreEngine;
import org.aludel.core.engine.Plan;
import org.aludel.orm.Alias;
import org.aludel.orm.AliasAttribute;
import org.aludel.orm.Attribute;
import org.aludel.orm.EntityRef;
import org.aludel.orm.LoadOption;
import org.aludel.orm.LoadStrategy;
import org.aludel.orm.Many;
import org.aludel.orm.Orm;
import org.aludel.orm.internal.loading.AnswerSizes;
import org.aludel.orm.internal.loading.EntitySource;
import org.aludel.orm.internal.loading.LoadPlanner;
import org.aludel.orm.internal.loading.OptionPaths;
import org.aludel.orm.internal.loading.OptionScope;
import org.aludel.orm.internal.loading.QueryBase;
import org.aludel.orm.internal.loading.RowSupply;
import org.aludel.orm.internal.mapping.ClauseAdaption;
import org.aludel.orm.internal.mapping.CompositeAttribute;
import org.aludel.orm.internal.mapping.EntityMapper;
import org.aludel.orm.internal.mapping.MapperRegistry;
import org.aludel.orm.internal.mapping.RelationAttribute;
import org.aludel.schema.Column;
import org.aludel.sql.BindParameter;
import org.aludel.sql.Capability;
import org.aludel.sql.Expr;
import org.aludel.sql.FromItem;
import org.aludel.sql.Join;
import org.aludel.sql.LockMode;
import org.aludel.sql.Node;
import org.aludel.sql.Ordering;
import org.aludel.sql.Select;
import org.aludel.sql.Selectable;
import org.aludel.sql.Structure;
import org.aludel.sql.TableAlias;
import org.aludel.sql.spi.Unresolved;
import org.aludel.sql.tree.Junction;
import org.aludel.sql.tree.Operator;
import org.aludel.sql.tree.Order;
import org.aludel.sql.tree.Tuple;
import org.jspecify.annotations.Nullable;

/** Makes the SELECT of a query, and the plan for its rows. Used once for each structure. */
final class QueryCompiler {

    private static final Set<LoadStrategy> EAGER =
            Set.of(LoadStrategy.JOINED, LoadStrategy.SELECTIN, LoadStrategy.SUBQUERY, LoadStrategy.IMMEDIATE);

    private final CoreEngine engine;
    private final MapperRegistry registry;
    private final QueryParts given;
    private final QueryParts parts;
    private final OptionScope scope;
    private final QuerySources sources;
    private final LoadPlanner planner;
    private final List<PartReader> readers = new ArrayList<>();
    private final List<EntityMapper> entities = new ArrayList<>();
    private final List<FromItem> entityItems = new ArrayList<>();
    private final List<Integer> starts = new ArrayList<>();

    QueryCompiler(CoreEngine engine, MapperRegistry registry, QueryParts given) {
        this.engine = engine;
        this.registry = registry;
        this.given = given;
        this.scope = OptionScope.of(given.options, given.defaults);
        this.parts = limited(registry, given, new ClassSelects(registry, scope));
        this.sources = new QuerySources(registry, parts);
        this.planner = new LoadPlanner(
                registry, parts.streaming ? RowSupply.STREAMED : RowSupply.WHOLE, sources::present, new Repeated());
        refuseStrangeOptions();
        new OptionPaths(registry).check(parts.options);
        for (Selectable part : parts.selected) {
            select(part);
        }
    }

    /** The parts, in which selects inside of conditions mean rows of classes, and attributes are of the query's classes. */
    private static QueryParts limited(MapperRegistry registry, QueryParts parts, ClassSelects selects) {
        ConcreteAttributes concrete = new ConcreteAttributes(registry, parts);
        if (!selects.isNeeded() && !concrete.isNeeded()) {
            return parts;
        }
        UnaryOperator<Expr<?>> meant = expression -> selects.limited(concrete.meant(expression));
        return parts.with(copy -> {
            copy.where = all(parts.where, concrete, selects);
            copy.having = all(parts.having, concrete, selects);
            copy.selected = parts.selected.stream()
                    .map(part -> part instanceof Expr<?> expression ? meant.apply(expression) : part)
                    .toList();
            copy.groupBy = parts.groupBy.stream().<Expr<?>>map(meant).toList();
            copy.orderBy = parts.orderBy.stream()
                    .map(order -> (Ordering) concrete.meant((Node) order))
                    .toList();
            copy.joins = parts.joins.stream()
                    .map(join -> join instanceof JoinStep.ByCondition by ? by.with(concrete, selects) : join)
                    .toList();
        });
    }

    private static List<Expr<Boolean>> all(
            List<Expr<Boolean>> conditions, ConcreteAttributes concrete, ClassSelects selects) {
        return conditions.stream()
                .map(condition -> selects.limited(concrete.meant(condition)))
                .toList();
    }

    private void refuseStrangeOptions() {
        for (LoadOption option : parts.options) {
            if (!isAboutSelected(option)) {
                throw QueryErrors.strangeOption(option, parts.selected);
            }
        }
    }

    private boolean isAboutSelected(LoadOption option) {
        if (option.isWildcard() || option.group() != null || option.kind() == LoadOption.Kind.CRITERIA) {
            return true;
        }
        var relation = option.relation();
        for (Selectable part : parts.selected) {
            Class<?> type = part instanceof EntityRef<?> entity
                    ? entity.type()
                    : part instanceof Alias<?> alias ? alias.type() : null;
            if (type == null) {
                continue;
            }
            if (relation != null && isRelated(relation.owner(), type)
                    || option.attributes().stream().anyMatch(attribute -> isRelated(attribute.owner(), type))
                    || option.classes().stream().anyMatch(other -> isRelated(other, type))) {
                return true;
            }
        }
        return false;
    }

    /** Whether one class is the other, or a superclass or subclass of it. */
    private static boolean isRelated(Class<?> one, Class<?> other) {
        return one.isAssignableFrom(other) || other.isAssignableFrom(one);
    }

    private void select(Selectable part) {
        starts.add(planner.columns().size());
        if (part instanceof EntityRef<?> entity) {
            select(
                    registry.mapper(entity.type()),
                    sources.sourceOf(part),
                    optionsOf(registry.mapper(entity.type()), null));
        } else if (part instanceof Alias<?> alias) {
            select(
                    registry.mapper(alias.type()),
                    sources.sourceOf(part),
                    optionsOf(registry.mapper(alias.type()), alias));
        } else if (part instanceof Expr<?> expression) {
            CompositeAttribute composite = compositeOf(expression);
            readers.add(
                    composite != null && resolved(expression) instanceof Tuple tuple
                            ? new PartReader.OfComposite(
                                    composite.type(),
                                    tuple.members().stream()
                                            .mapToInt(planner::value)
                                            .toArray())
                            : new PartReader.OfValue(planner.value(resolved(expression))));
        } else if (part instanceof Many<?> many) {
            readers.add(new NestedPlanning(engine, registry, given).reader(many, planner));
        } else if (part instanceof FromItem item) {
            for (Column<?> column : item.columns()) {
                readers.add(new PartReader.OfValue(planner.value(column)));
            }
        } else {
            throw QueryErrors.notSelectable(part);
        }
    }

    private void select(EntityMapper mapper, EntitySource source, List<LoadOption> options) {
        entities.add(mapper);
        entityItems.add(source.item());
        OptionScope scope = OptionScope.of(options, parts.defaults);
        boolean always = !sources.mayBeMissing(source.item());
        readers.add(new PartReader.OfEntity(planner.entity(mapper, source, scope, always)));
    }

    /**
     * The options for one occurrence of a class: those of relations that start elsewhere are left out. An option of the
     * class itself is an alias's only where the class is not selected besides.
     */
    private List<LoadOption> optionsOf(EntityMapper mapper, @Nullable Alias<?> alias) {
        List<LoadOption> own = new ArrayList<>(parts.eager ? List.of() : lazily(mapper));
        for (LoadOption option : parts.options) {
            if (option.kind() == LoadOption.Kind.CLASS) {
                Alias<?> about = option.alias();
                boolean same = about == alias || about == null && alias != null && !isSelected(alias.type());
                if (same && isRelated(option.classes().get(0), mapper.type())) {
                    own.add(option);
                }
                continue;
            }
            var relation = option.relation();
            Alias<?> start = relation == null ? null : relation.source();
            boolean anywhere = relation == null || start == null && (alias == null || !isSelected(alias.type()));
            if (anywhere || start != null && alias != null && start.whole() == alias.whole()) {
                own.add(option);
            }
        }
        return own;
    }

    /** Options against what the mapping loads along. */
    @SuppressWarnings({"unchecked", "rawtypes"})
    static List<LoadOption> lazily(EntityMapper mapper) {
        List<LoadOption> lazy = new ArrayList<>();
        for (RelationAttribute relation : mapper.relations()) {
            if (relation.index() >= 0 && EAGER.contains(relation.loadStrategy())) {
                Class type = mapper.type();
                lazy.add(Orm.lazyLoad(
                        relation.isCollection()
                                ? Orm.toMany(type, relation.name())
                                : Orm.toOne(type, relation.name())));
            }
        }
        return lazy;
    }

    private boolean isSelected(Class<?> type) {
        for (Selectable part : parts.selected) {
            if (part instanceof EntityRef<?> entity && entity.type() == type) {
                return true;
            }
        }
        return false;
    }

    private @Nullable CompositeAttribute compositeOf(Expr<?> expression) {
        Attribute<?, ?> attribute = expression instanceof AliasAttribute<?, ?> other
                ? other.attribute()
                : expression instanceof Attribute<?, ?> own ? own : null;
        return attribute == null ? null : registry.resolution().composite(attribute);
    }

    /** The orderings, with composites taken apart. */
    private List<Ordering> apart(List<Ordering> orderings) {
        List<Ordering> all = new ArrayList<>(orderings.size());
        for (Ordering ordering : orderings) {
            Expr<?> expression = ordering instanceof Order order
                    ? order.expression()
                    : ordering instanceof Expr<?> plain ? plain : null;
            if (expression == null
                    || compositeOf(expression) == null
                    || !(resolved(expression) instanceof Tuple tuple)) {
                all.add(ordering);
                continue;
            }
            for (Expr<?> member : tuple.members()) {
                all.add(ordering instanceof Order order ? new Order(member, order.direction(), order.nulls()) : member);
            }
        }
        return all;
    }

    private Expr<?> resolved(Expr<?> expression) {
        Expr<?> resolved = expression instanceof Unresolved<?> unresolved ? unresolved.resolve(registry) : expression;
        return resolved == null ? expression : resolved;
    }

    // ---- the statement

    /** The SELECT that loads everything. */
    Select select() {
        if (planner.hasEagerCollection() && parts.isGrouped()) {
            return wrapped();
        }
        Select select = Select.of(planner.columns()).withFrom(from().toArray(new FromItem[0]));
        select = clauses(select);
        return locked(select).orderBy(planner.orderings().toArray(new Ordering[0]));
    }

    private List<FromItem> from() {
        List<FromItem> froms = sources.froms();
        if (!planner.hasJoins()) {
            return froms;
        }
        return List.of(planner.joined(product(froms)));
    }

    /** This query, for statements that repeat it. */
    private final class Repeated implements QueryBase {

        @Override
        public boolean isRepeatable() {
            return !(parts.distinct && parts.isSliced());
        }

        @Override
        public Select select(List<Column<?>> columns, boolean distinct) {
            Select base = clauses(Select.of(columns).withFrom(sources.froms().toArray(new FromItem[0])));
            if (!parts.isSliced()) {
                base = base.unordered();
            }
            if (!distinct) {
                return base;
            }
            if (!parts.isGrouped()) {
                return base.distinct();
            }
            TableAlias rows = base.subquery();
            return Select.of(rows.columns()).withFrom(rows).distinct();
        }

        @Override
        public int[] places(BindParameter<?>[] binds) {
            BindParameter<?>[] all = SessionQueries.structureOf(given).binds();
            int[] places = new int[binds.length];
            for (int i = 0; i < places.length; i++) {
                places[i] = indexOf(all, binds[i]);
            }
            return places;
        }
    }

    private static FromItem product(List<FromItem> froms) {
        FromItem all = froms.get(0);
        for (int i = 1; i < froms.size(); i++) {
            all = new Join(Join.Kind.CROSS, all, froms.get(i), null);
        }
        return all;
    }

    private Select clauses(Select base) {
        Select select = base;
        for (Expr<Boolean> condition : parts.where) {
            select = select.where(condition);
        }
        for (Expr<Boolean> criterion : sources.criteria()) {
            select = select.where(criterion);
        }
        if (!parts.groupBy.isEmpty()) {
            select = select.groupBy(parts.groupBy.toArray(new Expr<?>[0]));
        }
        for (Expr<Boolean> condition : parts.having) {
            select = select.having(Junction.of(Operator.AND, List.of(condition)));
        }
        List<Ordering> order = order();
        if (!order.isEmpty()) {
            select = select.orderBy(order.toArray(new Ordering[0]));
        }
        if (parts.distinct) {
            select = select.distinct();
        }
        if (!parts.distinctOn.isEmpty()) {
            select = select.distinctOn(parts.distinctOn.toArray(new Expr<?>[0]));
        }
        if (parts.limit != null) {
            select = select.limit(parts.limit);
        }
        return parts.offset == null ? select : select.offset(parts.offset);
    }

    /** The order asked for, or else that of the mapping of the first class selected. */
    private List<Ordering> order() {
        if (!parts.orderBy.isEmpty() || entities.isEmpty() || !parts.groupBy.isEmpty() || parts.unordered) {
            return apart(parts.orderBy);
        }
        List<Ordering> order = new ArrayList<>();
        EntityMapper first = entities.get(0);
        for (Ordering ordering : first.orderBy()) {
            order.add(new ClauseAdaption(registry, first.from().item(), entityItems.get(0)).adapt(ordering));
        }
        return order;
    }

    /** Eager relations come by outer joins, whose rows are not to be locked (and on PostgreSQL can't be). */
    private Select locked(Select select) {
        LockMode lock = parts.lock;
        if (lock == null) {
            return select;
        }
        boolean narrow = planner.hasJoins()
                && lock.of().isEmpty()
                && !entityItems.isEmpty()
                && engine.dialect().supports(Capability.FOR_UPDATE_OF);
        return select.withForUpdate(narrow ? lock.of(entityItems.toArray(new FromItem[0])) : lock);
    }

    /**
     * Limits count objects, not the rows of their collections: the program's part becomes a subquery, and collections are
     * joined to its rows.
     */
    private Select wrapped() {
        List<Expr<?>> inner = new ArrayList<>();
        int[] places = new int[planner.columns().size()];
        for (int i = 0; i < places.length; i++) {
            places[i] = planner.isEager(i) ? -1 : place(inner, planner.columns().get(i));
        }
        List<Column<?>> anchors = planner.anchors();
        anchors.forEach(anchor -> place(inner, anchor));
        List<Ordering> order = order();
        int[] orders = new int[order.size()];
        for (int i = 0; i < orders.length; i++) {
            Ordering ordering = order.get(i);
            orders[i] = place(inner, resolved(ordering instanceof Order by ? by.expression() : (Expr<?>) ordering));
        }
        Select base = Select.of(inner).withFrom(sources.froms().toArray(new FromItem[0]));
        TableAlias subquery = locked(clauses(base)).subquery();
        List<Expr<?>> outer = new ArrayList<>();
        for (int i = 0; i < places.length; i++) {
            outer.add(
                    places[i] < 0
                            ? planner.columns().get(i)
                            : subquery.columns().get(places[i]));
        }
        Select select = Select.of(outer)
                .withFrom(planner.joined(subquery, column -> subquery.columns().get(inner.indexOf(column))));
        for (int i = 0; i < orders.length; i++) {
            select = select.orderBy(reordered(order.get(i), subquery.columns().get(orders[i])));
        }
        return select.orderBy(planner.orderings().toArray(new Ordering[0]));
    }

    private static int place(List<Expr<?>> columns, Expr<?> expression) {
        int known = columns.indexOf(expression);
        if (known >= 0) {
            return known;
        }
        columns.add(expression);
        return columns.size() - 1;
    }

    private static Ordering reordered(Ordering ordering, Column<?> column) {
        return ordering instanceof Order order ? new Order(column, order.direction(), order.nulls()) : column;
    }

    /** SELECT count(*), without what is loaded along. */
    Select counting(Expr<Long> count) {
        List<FromItem> froms = sources.froms();
        if (!parts.isGrouped()) {
            Select plain = Select.of(List.of(count)).withFrom(froms.toArray(new FromItem[0]));
            for (Expr<Boolean> condition : parts.where) {
                plain = plain.where(condition);
            }
            for (Expr<Boolean> criterion : sources.criteria()) {
                plain = plain.where(criterion);
            }
            return plain;
        }
        List<Expr<?>> base = new ArrayList<>();
        for (int i = 0; i < planner.columns().size(); i++) {
            if (!planner.isEager(i)) {
                base.add(planner.columns().get(i));
            }
        }
        Select inner = clauses(Select.of(base).withFrom(froms.toArray(new FromItem[0])));
        return Select.of(List.of(count)).withFrom(inner.subquery());
    }

    /** SELECT with another list, without order and what is loaded along. */
    Select probing(Expr<?> expression) {
        return clauses(Select.of(List.of(expression)).withFrom(sources.froms().toArray(new FromItem[0])))
                .unordered();
    }

    /** FROM, without what is loaded along. */
    List<FromItem> froms() {
        return sources.froms();
    }

    /** What rows must meet, besides what joins demand. */
    List<Expr<Boolean>> conditions() {
        List<Expr<Boolean>> all = new ArrayList<>(parts.where);
        all.addAll(sources.criteria());
        return all;
    }

    /** SELECT of some columns of the query's rows. */
    Select selecting(List<? extends Column<?>> columns) {
        return clauses(Select.of(columns).withFrom(sources.froms().toArray(new FromItem[0])))
                .unordered();
    }

    /** The query without what the mapping and options load along: for use as a subquery. */
    Select plain() {
        List<Expr<?>> own = new ArrayList<>();
        for (int i = 0; i < planner.columns().size(); i++) {
            if (!planner.isEager(i)) {
                own.add(planner.columns().get(i));
            }
        }
        return locked(clauses(Select.of(own).withFrom(sources.froms().toArray(new FromItem[0]))));
    }

    /** For each selected part the place of its first column there. */
    int[] plainPlaces() {
        int[] places = new int[starts.size()];
        for (int i = 0; i < places.length; i++) {
            for (int column = 0; column < starts.get(i); column++) {
                places[i] += planner.isEager(column) ? 0 : 1;
            }
        }
        return places;
    }

    /** How rows are read. */
    PreparedRows rows() {
        return new PreparedRows(readers.toArray(new PartReader[0]), planner.shape());
    }

    PreparedQuery prepare(Structure structure) {
        Select select = select();
        Plan plan = engine.plan(select, List.of(), registry);
        BindParameter<?>[] binds = select.structure().binds();
        int[] places = new int[binds.length];
        for (int i = 0; i < places.length; i++) {
            places[i] = indexOf(structure.binds(), binds[i]);
        }
        return new PreparedQuery(
                plan,
                binds,
                structure.binds(),
                places,
                readers.toArray(new PartReader[0]),
                planner.shape(),
                sources.mayRepeat() || planner.hasEagerCollection(),
                new AnswerSizes());
    }

    private static int indexOf(BindParameter<?>[] all, BindParameter<?> wanted) {
        for (int i = 0; i < all.length; i++) {
            if (all[i] == wanted) {
                return i;
            }
        }
        return -1;
    }
}
