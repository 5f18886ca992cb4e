package org.aludel.orm.internal.loading;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.aludel.orm.Alias;
import org.aludel.orm.LoadOption;
import org.aludel.orm.PolymorphicLoad;
import org.aludel.orm.Relation;
import org.aludel.orm.internal.mapping.ClauseAdaption;
import org.aludel.orm.internal.mapping.ColumnAttribute;
import org.aludel.orm.internal.mapping.EntityMapper;
import org.aludel.orm.internal.mapping.MapperRegistry;
import org.aludel.orm.internal.mapping.PolymorphicFrom;
import org.aludel.orm.internal.mapping.RelationAttribute;
import org.aludel.schema.Column;
import org.aludel.sql.Expr;
import org.aludel.sql.FromItem;
import org.aludel.sql.Ordering;
import org.aludel.sql.Select;
import org.jspecify.annotations.Nullable;

/**
 * Decides what one statement selects so that entities can be read from its rows: columns, joins of eager relations,
 * further statements. Used once for each statement shape.
 */
public final class LoadPlanner {

    private final MapperRegistry registry;
    private final RowSupply supply;
    private final @Nullable Function<LoadOption, @Nullable EntitySource> present;
    private final @Nullable QueryBase base;
    private final List<Expr<?>> columns = new ArrayList<>();
    private final BitSet eager = new BitSet();
    private final List<Ordering> orderings = new ArrayList<>();
    private final EagerJoins joins;
    private final List<RelationLoad> fills = new ArrayList<>();
    private final List<RelationLoad> statements = new ArrayList<>();
    private int entities;
    private int collections;
    private int selectIns;
    private boolean hasEagerCollection;

    /**
     * Where an entity stands in the statement.
     *
     * @param inner whether all joins that lead to it are inner ones
     * @param origin the entity of the program that the way here started from
     * @param hops the relations that were joined since
     */
    private record Spot(
            EntitySource source,
            OptionScope scope,
            LoadPath path,
            boolean inner,
            EntitySource origin,
            List<RelationAttribute> hops) {

        static Spot of(EntitySource source, OptionScope scope, LoadPath path, boolean inner) {
            return new Spot(source, scope, path, inner, source, List.of());
        }

        EntityMapper mapper() {
            return path.mapper();
        }

        List<RelationAttribute> hopsWith(RelationAttribute next) {
            List<RelationAttribute> all = new ArrayList<>(hops);
            all.add(next);
            return List.copyOf(all);
        }
    }

    /**
     * @param supply how the rows come
     * @param present where the program's own joins brought a relation's objects, for {@code containsEager}; null where there are none
     * @param base the query, for statements that repeat it; null if none can
     */
    public LoadPlanner(
            MapperRegistry registry,
            RowSupply supply,
            @Nullable Function<LoadOption, @Nullable EntitySource> present,
            @Nullable QueryBase base) {
        this.registry = registry;
        this.supply = supply;
        this.present = present;
        this.base = base;
        this.joins = new EagerJoins(registry);
    }

    /** A planner for statements of loaders, which have no joins of the program. */
    static LoadPlanner ofLoader(MapperRegistry registry) {
        return new LoadPlanner(registry, RowSupply.WHOLE, null, null);
    }

    /** Adds an expression to the row; returns its place. */
    public int value(Expr<?> expression) {
        columns.add(expression);
        return columns.size() - 1;
    }

    /**
     * Adds an entity to the row, with what the options and the mapping load along.
     *
     * @param always whether every row has one, so that an inner join to it loses nothing
     */
    public EntityLoad entity(EntityMapper mapper, EntitySource source, OptionScope options, boolean always) {
        return plan(Spot.of(source, options, LoadPath.of(mapper), always));
    }

    private EntityLoad plan(Spot spot) {
        EntityMapper mapper = spot.mapper();
        EntitySource source = spot.source();
        RowColumns row = new RowColumns();
        int id = entities++;
        for (ColumnAttribute column : spot.scope().selected(mapper)) {
            place(row, source, column, spot.scope());
        }
        Variants variants = Variants.of(mapper, source);
        for (EntityMapper subclass : source.usual().inlined()) {
            for (ColumnAttribute column : spot.scope().selected(subclass)) {
                if (!row.holds(column)) {
                    place(row, source, column, spot.scope());
                }
            }
        }
        int discriminator = variants.areSeveral() ? discriminator(mapper, row, source) : -1;
        List<EntityLoad.Variant> loads = new ArrayList<>();
        Map<RelationAttribute, RelationLoad> shared = new HashMap<>();
        OptionScope remembered = spot.scope().remembered();
        LoadRules rules = remembered.isEmpty() ? null : new LoadRules(remembered, spot.path());
        for (EntityMapper member : variants.members()) {
            loads.add(variant(member, row, spot, shared, rules));
        }
        return new EntityLoad(
                mapper, id, row, loads, discriminator, source.usual().hasOwnDiscriminator(), spot.path());
    }

    /** Where the discriminator stands in the row; -1 if there is none. */
    private int discriminator(EntityMapper mapper, RowColumns row, EntitySource source) {
        ColumnAttribute attribute = mapper.inheritance().discriminatorAttribute();
        if (attribute != null && !source.usual().hasOwnDiscriminator() && row.holds(attribute)) {
            return row.position(attribute);
        }
        Expr<?> expression = source.discriminator(registry);
        if (expression == null) {
            return -1;
        }
        eager.set(columns.size(), source.eager());
        return value(expression);
    }

    /** How objects of one class are read from the row. */
    private EntityLoad.Variant variant(
            EntityMapper member,
            RowColumns row,
            Spot spot,
            Map<RelationAttribute, RelationLoad> shared,
            @Nullable LoadRules rules) {
        List<RelationLoad> loads = new ArrayList<>();
        EntityMapper mapper = spot.mapper();
        boolean apart = member != mapper && isLoadedApart(member, row, spot.scope());
        for (RelationAttribute relation : member.relations()) {
            if (relation.index() < 0 || apart && !mapper.inheritance().isA(relation.owner())) {
                continue; // what the subclass adds comes with the further statement
            }
            RelationLoad load = shared.get(relation);
            if (load == null) {
                load = relation(new Wanted(member, relation, spot), row);
            }
            if (load != null) {
                shared.put(relation, load);
                loads.add(load);
            }
        }
        if (apart) {
            SubclassLoad load = new SubclassLoad(
                    selectIns++,
                    new SubclassByKeys(registry, member, spot.scope().ofSubclass(), spot.path()));
            statements.add(load);
            loads.add(load);
        }
        return new EntityLoad.Variant(member, row, loads, rules);
    }

    /** Whether a further statement reads what a subclass has and the row lacks. */
    private static boolean isLoadedApart(EntityMapper member, RowColumns row, OptionScope scope) {
        boolean complete = true;
        for (ColumnAttribute column : member.columns()) {
            complete &= row.holds(column) || column.isDeferred();
        }
        return !complete && (member.inheritance().load() == PolymorphicLoad.SELECTIN || scope.asksForSubclass(member));
    }

    /** A relation of an entity, and what is said of it. */
    private static final class Wanted {
        final RelationAttribute relation;
        final Spot spot;
        final OptionScope nested;
        final boolean isNamed;
        final @Nullable LoadOption option;
        final LoadOption.Kind kind;

        Wanted(EntityMapper member, RelationAttribute relation, Spot spot) {
            this.relation = relation;
            this.spot = spot;
            this.nested = spot.scope().nested(member, relation);
            OptionScope.Choice choice = spot.scope().choice(member, relation);
            this.isNamed = choice != null && choice.isNamed();
            this.option = choice == null ? null : choice.option();
            LoadOption.Kind wanted = LoadKinds.of(choice, relation);
            this.kind = !isNamed && LoadKinds.goesOn(wanted) && spot.path().closesCircle(relation)
                    ? LoadOption.Kind.LAZY
                    : wanted;
        }

        /** Whether the option lets only some of the related objects through, so that owners may have none. */
        boolean isNarrowed() {
            return !nested.demanded(relation.target(), false).isEmpty();
        }

        boolean isInner() {
            Boolean said = option == null ? null : option.inner();
            return said == null ? relation.innerJoin() : said;
        }
    }

    private @Nullable RelationLoad relation(Wanted wanted, RowColumns row) {
        RelationAttribute relation = wanted.relation;
        return switch (wanted.kind) {
            case JOINED -> isJoinable(relation, row) ? joined(wanted) : further(wanted);
            case SELECTIN -> further(wanted);
            case SUBQUERY -> isJoinable(relation, row) ? repeated(wanted) : further(wanted);
            case CONTAINS -> contained(wanted);
            case IMMEDIATE -> added(new ImmediateLoad(relation, selectIns++));
            case NONE -> new EmptyLoad(relation);
            default -> null;
        };
    }

    /** Whether the statement is not the program's own, and the columns that a join starts from are in the row. */
    private boolean isJoinable(RelationAttribute relation, RowColumns row) {
        return supply != RowSupply.GIVEN && Arrays.stream(relation.pairs()).allMatch(pair -> row.holds(pair.local()));
    }

    // ---- in the same row

    private RelationLoad joined(Wanted wanted) {
        RelationAttribute relation = wanted.relation;
        Spot spot = wanted.spot;
        if (relation.isCollection() && !fitsIntoRow(wanted)) {
            return further(wanted);
        }
        EntitySource target = target(relation, wanted.option);
        boolean inner = joins.add(
                relation, spot.source(), target, wanted.nested, wanted.isInner() && !wanted.isNarrowed(), spot.inner());
        return inRow(
                relation,
                new Spot(
                        target,
                        wanted.nested,
                        spot.path().then(relation, relation.isCollection()),
                        inner,
                        spot.origin(),
                        spot.hopsWith(relation)),
                true);
    }

    /** Another occurrence of what a relation leads to, with the columns of subclasses where the option asks for them. */
    private EntitySource target(RelationAttribute relation, @Nullable LoadOption option) {
        if (relation.hasOwnTarget()) {
            FromItem item = relation.targetItem();
            return new EntitySource(
                    PolymorphicFrom.another(item, null), true, relation.target().from());
        }
        return EntitySource.eager(polymorphic(relation, option));
    }

    private PolymorphicFrom polymorphic(RelationAttribute relation, @Nullable LoadOption option) {
        Relation<?, ?> asked = option == null ? null : option.relation();
        Alias<?> alias = asked == null ? null : asked.occurrence();
        if (alias != null && alias.subclasses() != null) {
            return registry.from(relation.target().type(), alias.subclasses());
        }
        Class<?> subclass = asked == null ? null : asked.subclass();
        return subclass == null
                ? relation.target().from()
                : registry.from(relation.target().type(), List.of(subclass));
    }

    /** Two collections side by side would multiply each other's rows; one inside the other does not. */
    private boolean fitsIntoRow(Wanted wanted) {
        if (supply == RowSupply.STREAMED) {
            notStreamed(wanted);
            return false;
        }
        if (collections == wanted.spot.path().joinedCollections()) {
            return true;
        }
        say("{0} is loaded by selectin, because another collection is in the same row", wanted);
        return false;
    }

    /** A stream's rows are not there together: what the mapping wants of them is replaced, what the query asks refused. */
    private static void notStreamed(Wanted wanted) {
        if (wanted.isNamed) {
            throw LoadErrors.streamed(wanted.relation, wanted.kind);
        }
        say("{0} is loaded by selectin, because the rows are streamed", wanted);
    }

    private static void say(String what, Wanted wanted) {
        System.getLogger("org.aludel.orm.loading").log(System.Logger.Level.INFO, what, wanted.relation);
    }

    private RelationLoad contained(Wanted wanted) {
        RelationAttribute relation = wanted.relation;
        EntitySource source = present == null ? null : present.apply(Objects.requireNonNull(wanted.option));
        if (source == null) {
            throw LoadErrors.notJoined(relation);
        }
        if (relation.isCollection() && supply == RowSupply.STREAMED) {
            throw LoadErrors.streamed(relation, wanted.kind);
        }
        LoadPath path = wanted.spot.path().then(relation, relation.isCollection());
        return inRow(relation, Spot.of(source, wanted.nested, path, false), false);
    }

    private RelationLoad inRow(RelationAttribute relation, Spot target, boolean ordered) {
        if (!relation.isCollection()) {
            return new JoinedReference(relation, plan(target));
        }
        int place = collections++;
        hasEagerCollection |= target.source().eager();
        if (ordered) {
            orderings.addAll(order(relation, target.source().item()));
        }
        JoinedCollection load = new JoinedCollection(relation, plan(target), place);
        fills.add(load);
        return load;
    }

    /** The order of a relation, for an occurrence of its target's table. */
    List<Ordering> order(RelationAttribute relation, FromItem target) {
        List<Ordering> adapted = new ArrayList<>();
        for (Ordering ordering : relation.orderBy()) {
            adapted.add(new ClauseAdaption(registry, relation.targetItem(), target).adapt(ordering));
        }
        return adapted;
    }

    // ---- by a further statement

    /** By the keys of the owners. */
    private RelationLoad further(Wanted wanted) {
        RelationAttribute relation = wanted.relation;
        KeyedSelect select = new KeyedSelect(
                registry, relation, wanted.nested, wanted.spot.path(), polymorphic(relation, wanted.option));
        return added(new SelectInLoad(relation, selectIns++, new RelatedByKeys(relation, select)));
    }

    /** By the query as a subquery; by keys where it can't be repeated. */
    private RelationLoad repeated(Wanted wanted) {
        RelationAttribute relation = wanted.relation;
        QueryBase query = base;
        if (supply == RowSupply.STREAMED) {
            notStreamed(wanted);
            return further(wanted);
        }
        if (query == null || !query.isRepeatable() || relation.pairs().length == 0) {
            return further(wanted);
        }
        Spot spot = wanted.spot;
        RelatedBySubquery statement = new RelatedBySubquery(
                registry,
                relation,
                wanted.nested,
                spot.path().thenApart(relation),
                polymorphic(relation, wanted.option),
                query,
                spot.origin(),
                spot.hops());
        return added(new SelectInLoad(relation, selectIns++, statement));
    }

    private RelationLoad added(RelationLoad statement) {
        statements.add(statement);
        return statement;
    }

    /** An entity of a further statement, whose path goes on. */
    EntityLoad continued(EntitySource source, OptionScope options, LoadPath path) {
        return plan(Spot.of(source, options, path, true));
    }

    // ---- columns

    /** Adds the key and some columns of an entity, and nothing it refers to. */
    EntityLoad columns(EntityMapper mapper, EntitySource source, List<ColumnAttribute> only) {
        RowColumns row = new RowColumns();
        for (ColumnAttribute part : mapper.primaryKey()) {
            place(row, source, part, OptionScope.NONE);
        }
        for (ColumnAttribute column : only) {
            if (!row.holds(column)) {
                place(row, source, column, OptionScope.NONE);
            }
        }
        return new EntityLoad(
                mapper,
                entities++,
                row,
                List.of(new EntityLoad.Variant(mapper, row, List.of(), null)),
                -1,
                false,
                null);
    }

    private void place(RowColumns row, EntitySource source, ColumnAttribute column, OptionScope scope) {
        row.add(column, columns.size());
        eager.set(columns.size(), source.eager());
        Expr<?> asked = scope.expression(column.owner(), column);
        columns.add(asked == null ? source.value(column, registry) : source.adapted(asked, registry));
    }

    // ---- the outcome

    public List<Expr<?>> columns() {
        return columns;
    }

    /** Whether a column belongs to an entity that was joined to load a relation. */
    public boolean isEager(int column) {
        return eager.get(column);
    }

    /** The select of all columns, from something with the eager joins behind it. */
    Select select(FromItem from) {
        return Select.of(columns).withFrom(joined(from));
    }

    /** Puts the joins of eager relations behind what is there; their anchors are in it. */
    public FromItem joined(FromItem from) {
        return joins.isEmpty() ? from : joined(from, UnaryOperator.identity());
    }

    /**
     * Puts the joins of eager relations behind what is there.
     *
     * @param lifted gives, for a column of an entity that the program selects, the column of the subquery it is in
     */
    public FromItem joined(FromItem from, UnaryOperator<Column<?>> lifted) {
        return joins.behind(from, lifted);
    }

    /** Columns of the program's entities that the joins of eager relations start from. */
    public List<Column<?>> anchors() {
        return joins.anchors();
    }

    public boolean hasJoins() {
        return !joins.isEmpty();
    }

    /** Whether rows repeat an entity because a collection was joined to them. */
    public boolean hasEagerCollection() {
        return hasEagerCollection;
    }

    /** What orders the members of joined collections, after the program's own order. */
    public List<Ordering> orderings() {
        return orderings;
    }

    public LoadShape shape() {
        List<RelationLoad> loads = new ArrayList<>(fills);
        loads.addAll(statements);
        return new LoadShape(entities, collections, selectIns, hasEagerCollection, List.copyOf(loads));
    }
}
