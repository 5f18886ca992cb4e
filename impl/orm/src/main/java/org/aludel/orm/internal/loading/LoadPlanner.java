package org.aludel.orm.internal.loading;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
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
import org.aludel.orm.Attribute;
import org.aludel.orm.LoadOption;
import org.aludel.orm.LoadStrategy;
import org.aludel.orm.PolymorphicLoad;
import org.aludel.orm.Relation;
import org.aludel.orm.internal.mapping.ClauseAdaption;
import org.aludel.orm.internal.mapping.ColumnAttribute;
import org.aludel.orm.internal.mapping.ColumnPair;
import org.aludel.orm.internal.mapping.EntityMapper;
import org.aludel.orm.internal.mapping.MapperRegistry;
import org.aludel.orm.internal.mapping.PolymorphicFrom;
import org.aludel.orm.internal.mapping.RelationAttribute;
import org.aludel.schema.Column;
import org.aludel.sql.Expr;
import org.aludel.sql.FromItem;
import org.aludel.sql.Ordering;
import org.aludel.sql.Select;
import org.aludel.sql.tree.Junction;
import org.aludel.sql.tree.Operator;
import org.jspecify.annotations.Nullable;

/**
 * Decides what one statement selects so that entities can be read from its rows: columns, joins of eager relations,
 * further statements. Used once for each statement shape.
 */
public final class LoadPlanner {

    private static final Logger LOG = System.getLogger("org.aludel.orm.loading");

    private final MapperRegistry registry;
    private final boolean collectionsInRows;
    private final Function<LoadOption, @Nullable EntitySource> present;
    private final List<Expr<?>> columns = new ArrayList<>();
    private final BitSet eager = new BitSet();
    private final List<Ordering> orderings = new ArrayList<>();
    private final List<EagerJoin> joins = new ArrayList<>();
    private final List<RelationLoad> fills = new ArrayList<>();
    private final List<RelationLoad> statements = new ArrayList<>();
    private int entities;
    private int collections;
    private int selectIns;
    private boolean hasEagerCollection;

    /**
     * @param collectionsInRows whether joined collections are possible; they are not when rows are streamed
     * @param present where the program's own joins brought a relation's objects, for {@code containsEager}
     */
    public LoadPlanner(
            MapperRegistry registry, boolean collectionsInRows, Function<LoadOption, @Nullable EntitySource> present) {
        this.registry = registry;
        this.collectionsInRows = collectionsInRows;
        this.present = present;
    }

    /** A planner for statements of loaders, which have no joins of the program. */
    static LoadPlanner ofLoader(MapperRegistry registry) {
        return new LoadPlanner(registry, true, option -> null);
    }

    /** Adds an expression to the row; returns its place. */
    public int value(Expr<?> expression) {
        columns.add(expression);
        return columns.size() - 1;
    }

    /** Adds an entity to the row, with what the options and the mapping load along. */
    public EntityLoad entity(EntityMapper mapper, EntitySource source, List<LoadOption> options) {
        return plan(mapper, source, options, LoadPath.ROOT, true);
    }

    private EntityLoad plan(
            EntityMapper mapper, EntitySource source, List<LoadOption> options, LoadPath path, boolean innerSoFar) {
        RowColumns row = new RowColumns();
        int id = entities++;
        for (ColumnAttribute column : selected(mapper, options)) {
            place(row, source, column);
        }
        Variants variants = Variants.of(mapper, source);
        for (EntityMapper subclass : source.usual().inlined()) {
            for (ColumnAttribute column : selected(subclass, options)) {
                if (!row.holds(column)) {
                    place(row, source, column);
                }
            }
        }
        int discriminator = variants.areSeveral() ? discriminator(mapper, row, source) : -1;
        List<EntityLoad.Variant> loads = new ArrayList<>();
        Map<RelationAttribute, RelationLoad> shared = new HashMap<>();
        for (EntityMapper member : variants.members()) {
            loads.add(variant(member, mapper, row, source, options, path, innerSoFar, shared));
        }
        return new EntityLoad(mapper, id, row, loads, discriminator, source.usual().hasOwnDiscriminator());
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
            EntityMapper mapper,
            RowColumns row,
            EntitySource source,
            List<LoadOption> options,
            LoadPath path,
            boolean innerSoFar,
            Map<RelationAttribute, RelationLoad> shared) {
        List<RelationLoad> loads = new ArrayList<>();
        Map<RelationAttribute, LoadOption> rules = new HashMap<>();
        boolean apart = member != mapper && isLoadedApart(member, row, options);
        for (RelationAttribute relation : member.relations()) {
            if (relation.index() < 0 || apart && !mapper.inheritance().isA(relation.owner())) {
                continue; // what the subclass adds comes with the further statement
            }
            LoadOption option = option(member, relation, options);
            LoadOption.Kind kind = option == null ? byMapping(relation, path) : option.kind();
            if (kind == LoadOption.Kind.RAISE
                    || kind == LoadOption.Kind.LAZY && !nested(option).isEmpty()) {
                rules.put(relation, Objects.requireNonNull(option));
                continue;
            }
            boolean inRow = Arrays.stream(relation.pairs()).allMatch(pair -> row.holds(pair.local()));
            if (!inRow && kind == LoadOption.Kind.JOINED) {
                kind = LoadOption.Kind.SELECTIN; // the columns that the join starts from are not in this row
            }
            RelationLoad load = shared.get(relation);
            if (load == null) {
                load = relation(relation, kind, option, source, path, innerSoFar);
            }
            if (load != null) {
                shared.put(relation, load);
                loads.add(load);
            }
        }
        if (apart) {
            SubclassLoad load = new SubclassLoad(
                    selectIns++, new SubclassByKeys(registry, member, continuing(options), path));
            statements.add(load);
            loads.add(load);
        }
        return new EntityLoad.Variant(member, row, loads, rules.isEmpty() ? null : new LoadRules(Map.copyOf(rules)));
    }

    private static List<LoadOption> continuing(List<LoadOption> options) {
        return options.stream()
                .filter(option -> option.kind() != LoadOption.Kind.SUBCLASSES)
                .toList();
    }

    /** Whether a further statement reads what a subclass has and the row lacks. */
    private static boolean isLoadedApart(EntityMapper member, RowColumns row, List<LoadOption> options) {
        boolean complete = true;
        for (ColumnAttribute column : member.columns()) {
            complete &= row.holds(column) || column.isDeferred();
        }
        if (complete) {
            return false;
        }
        boolean wanted = member.inheritance().load() == PolymorphicLoad.SELECTIN;
        for (LoadOption option : options) {
            List<Class<?>> classes = option.classes();
            for (int i = 1; i < classes.size(); i++) {
                wanted |= classes.get(i).isAssignableFrom(member.type());
            }
            wanted |= classes.size() == 1 && classes.get(0).isAssignableFrom(member.type());
        }
        return wanted;
    }

    private static List<LoadOption> nested(@Nullable LoadOption option) {
        return option == null ? List.of() : option.nested();
    }

    private static LoadOption.Kind byMapping(RelationAttribute relation, LoadPath path) {
        LoadStrategy strategy = relation.loadStrategy();
        if (strategy == LoadStrategy.LAZY || path.closesCircle(relation)) {
            return LoadOption.Kind.LAZY;
        }
        return strategy == LoadStrategy.JOINED ? LoadOption.Kind.JOINED : LoadOption.Kind.SELECTIN;
    }

    private @Nullable RelationLoad relation(
            RelationAttribute relation,
            LoadOption.Kind kind,
            @Nullable LoadOption option,
            EntitySource source,
            LoadPath path,
            boolean innerSoFar) {
        return switch (kind) {
            case JOINED -> joined(relation, option, source, path, innerSoFar);
            case SELECTIN -> selectIn(relation, option, path);
            case CONTAINS -> contained(relation, Objects.requireNonNull(option), path);
            case NONE -> new EmptyLoad(relation);
            default -> null;
        };
    }

    // ---- in the same row

    private RelationLoad joined(
            RelationAttribute relation,
            @Nullable LoadOption option,
            EntitySource source,
            LoadPath path,
            boolean innerSoFar) {
        if (relation.isCollection() && !fitsIntoRow(relation, path)) {
            return selectIn(relation, option, path);
        }
        boolean inner = innerSoFar && option != null && option.isInner();
        EntitySource target = target(relation, option);
        FromItem usualBetween = relation.between();
        if (usualBetween != null) {
            FromItem between = PolymorphicFrom.another(usualBetween, null);
            joins.add(join(source, between, relation.pairs(), column -> between.c(column), null, inner));
            List<Column<?>> left = new ArrayList<>();
            List<Column<?>> right = new ArrayList<>();
            for (ColumnPair pair : relation.secondaryPairs()) {
                left.add(between.c(pair.remoteColumn()));
                right.add(target.column(pair.local()));
            }
            joins.add(new EagerJoin(
                    true, target.item(), left, right, extra(relation, source, target, option, between), inner));
        } else {
            Expr<Boolean> extra = extra(relation, source, target, option, null);
            joins.add(join(source, target.item(), relation.pairs(), target::column, extra, inner));
        }
        return inRow(relation, target, nested(option), path, inner, true);
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

    /** What a join demands besides equal keys: the relation's own conditions, and the class of a shared table's rows. */
    private @Nullable Expr<Boolean> extra(
            RelationAttribute relation,
            EntitySource source,
            EntitySource target,
            @Nullable LoadOption option,
            @Nullable FromItem between) {
        Expr<Boolean> own = registry.resolution().extra(relation, source.item(), target.item(), between);
        Expr<Boolean> criterion = relation.target().inheritance().criterion();
        if (criterion == null) {
            return own;
        }
        Expr<Boolean> adapted = new ClauseAdaption(registry, target.usual().item(), target.item()).adapt(criterion);
        return own == null ? adapted : Junction.of(Operator.AND, List.of(own, adapted));
    }

    private static EagerJoin join(
            EntitySource source,
            FromItem item,
            ColumnPair[] pairs,
            UnaryOperator<Column<?>> remote,
            @Nullable Expr<Boolean> extra,
            boolean inner) {
        List<Column<?>> left = new ArrayList<>();
        List<Column<?>> right = new ArrayList<>();
        for (ColumnPair pair : pairs) {
            left.add(source.column(pair.local()));
            right.add(remote.apply(pair.remoteColumn()));
        }
        return new EagerJoin(source.eager(), item, left, right, extra, inner);
    }

    /** Two collections side by side would multiply each other's rows; one inside the other does not. */
    private boolean fitsIntoRow(RelationAttribute relation, LoadPath path) {
        if (collectionsInRows && collections == path.joinedCollections()) {
            return true;
        }
        LOG.log(
                Level.INFO,
                collectionsInRows
                        ? "{0} is loaded by selectin, because another collection is in the same row"
                        : "{0} is loaded by selectin, because the rows are streamed",
                relation);
        return false;
    }

    private RelationLoad contained(RelationAttribute relation, LoadOption option, LoadPath path) {
        EntitySource source = present.apply(option);
        if (source == null) {
            throw LoadErrors.notJoined(relation);
        }
        return inRow(relation, source, option.nested(), path, true, false);
    }

    private RelationLoad inRow(
            RelationAttribute relation,
            EntitySource target,
            List<LoadOption> options,
            LoadPath path,
            boolean inner,
            boolean ordered) {
        if (!relation.isCollection()) {
            return new JoinedReference(
                    relation, plan(relation.target(), target, options, path.then(relation, false), inner));
        }
        int place = collections++;
        hasEagerCollection |= target.eager();
        if (ordered) {
            orderings.addAll(order(relation, target.item()));
        }
        EntityLoad members = plan(relation.target(), target, options, path.then(relation, true), inner);
        JoinedCollection load = new JoinedCollection(relation, members, place);
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

    private RelationLoad selectIn(RelationAttribute relation, @Nullable LoadOption option, LoadPath path) {
        KeyedSelect select =
                new KeyedSelect(registry, relation, nested(option), path, polymorphic(relation, option));
        SelectInLoad load = new SelectInLoad(relation, selectIns++, new RelatedByKeys(relation, select));
        statements.add(load);
        return load;
    }

    /** An entity of a further statement, whose path goes on. */
    EntityLoad continued(EntityMapper mapper, EntitySource source, List<LoadOption> options, LoadPath path) {
        return plan(mapper, source, options, path, true);
    }

    // ---- columns

    /** Adds the key and some columns of an entity, and nothing it refers to. */
    EntityLoad columns(EntityMapper mapper, EntitySource source, List<ColumnAttribute> only) {
        RowColumns row = new RowColumns();
        for (ColumnAttribute part : mapper.primaryKey()) {
            place(row, source, part);
        }
        for (ColumnAttribute column : only) {
            if (!row.holds(column)) {
                place(row, source, column);
            }
        }
        return new EntityLoad(
                mapper,
                entities++,
                row,
                List.of(new EntityLoad.Variant(mapper, row, List.of(), null)),
                -1,
                false);
    }

    private void place(RowColumns row, EntitySource source, ColumnAttribute column) {
        row.add(column, columns.size());
        eager.set(columns.size(), source.eager());
        columns.add(source.value(column, registry));
    }

    private static ColumnAttribute[] selected(EntityMapper mapper, List<LoadOption> options) {
        ColumnAttribute[] all = mapper.columns();
        boolean narrowed = false;
        for (ColumnAttribute column : all) {
            narrowed |= column.isDeferred();
        }
        for (LoadOption option : options) {
            narrowed |= !option.attributes().isEmpty() || option.kind() == LoadOption.Kind.ONLY;
        }
        if (!narrowed) {
            return all;
        }
        List<ColumnAttribute> chosen = new ArrayList<>();
        for (ColumnAttribute column : all) {
            if (column.isPrimaryKey() || column == mapper.version() || isChosen(mapper, column, options)) {
                chosen.add(column);
            }
        }
        return chosen.toArray(new ColumnAttribute[0]);
    }

    private static boolean isChosen(EntityMapper mapper, ColumnAttribute column, List<LoadOption> options) {
        boolean chosen = !column.isDeferred();
        for (LoadOption option : options) {
            boolean own = false;
            boolean named = false;
            for (Attribute<?, ?> attribute : option.attributes()) {
                if (attribute.owner().isAssignableFrom(mapper.type())) {
                    own = true;
                    named |= attribute.name().equals(column.name());
                }
            }
            if (!own) {
                continue;
            }
            switch (option.kind()) {
                case DEFER -> chosen &= !named;
                case UNDEFER -> chosen |= named;
                // columns without a field are keys of relations, which would otherwise be loaded one by one
                case ONLY -> chosen = named || column.isHidden();
                default -> throw new IllegalStateException(option.toString());
            }
        }
        return chosen;
    }

    private static @Nullable LoadOption option(
            EntityMapper mapper, RelationAttribute relation, List<LoadOption> options) {
        LoadOption found = null;
        for (LoadOption option : options) {
            var wanted = option.relation();
            if (wanted != null
                    && wanted.name().equals(relation.name())
                    && wanted.owner().isAssignableFrom(mapper.type())) {
                found = option;
            }
        }
        return found;
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
        return joined(from, UnaryOperator.identity());
    }

    /**
     * Puts the joins of eager relations behind what is there.
     *
     * @param lifted gives, for a column of an entity that the program selects, the column of the subquery it is in
     */
    public FromItem joined(FromItem from, UnaryOperator<Column<?>> lifted) {
        FromItem all = from;
        for (EagerJoin join : joins) {
            all = join.behind(all, lifted);
        }
        return all;
    }

    /** Columns of the program's entities that the joins of eager relations start from. */
    public List<Column<?>> anchors() {
        List<Column<?>> anchors = new ArrayList<>();
        for (EagerJoin join : joins) {
            if (!join.fromEager()) {
                anchors.addAll(join.left());
            }
        }
        return anchors;
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
