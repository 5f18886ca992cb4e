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
import org.aludel.orm.Attribute;
import org.aludel.orm.LoadOption;
import org.aludel.orm.LoadStrategy;
import org.aludel.orm.internal.mapping.ClauseAdaption;
import org.aludel.orm.internal.mapping.ColumnAttribute;
import org.aludel.orm.internal.mapping.ColumnPair;
import org.aludel.orm.internal.mapping.Direction;
import org.aludel.orm.internal.mapping.EntityMapper;
import org.aludel.orm.internal.mapping.MapperRegistry;
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
    public EntityLoad entity(EntityMapper mapper, FromItem item, List<LoadOption> options) {
        return plan(mapper, new EntitySource(item, false), options, LoadPath.ROOT, true);
    }

    private EntityLoad plan(
            EntityMapper mapper, EntitySource source, List<LoadOption> options, LoadPath path, boolean innerSoFar) {
        int id = entities++;
        ColumnAttribute[] selected = selected(mapper, options);
        int[] positions = place(source, selected);
        List<RelationLoad> loads = new ArrayList<>();
        Map<RelationAttribute, LoadOption> rules = new HashMap<>();
        for (RelationAttribute relation : mapper.relations()) {
            if (relation.index() < 0) {
                continue;
            }
            LoadOption option = option(mapper, relation, options);
            LoadOption.Kind kind = option == null ? byMapping(relation, path) : option.kind();
            if (kind == LoadOption.Kind.RAISE
                    || kind == LoadOption.Kind.LAZY && !nested(option).isEmpty()) {
                rules.put(relation, Objects.requireNonNull(option));
                continue;
            }
            RelationLoad load = relation(relation, kind, option, source, path, innerSoFar);
            if (load != null) {
                loads.add(load);
            }
        }
        return new EntityLoad(
                mapper, id, selected, positions, loads, rules.isEmpty() ? null : new LoadRules(Map.copyOf(rules)));
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
            case SELECTIN -> selectIn(relation, nested(option), path);
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
            return selectIn(relation, nested(option), path);
        }
        boolean inner = innerSoFar && option != null && option.isInner();
        EntitySource target = new EntitySource(relation.target().table().alias(), true);
        if (relation.direction() == Direction.MANY_TO_MANY) {
            FromItem between = Objects.requireNonNull(relation.secondary()).alias();
            joins.add(join(source, between, relation.pairs(), new EntitySource(between, true), inner));
            List<Column<?>> left = new ArrayList<>();
            List<Column<?>> right = new ArrayList<>();
            for (ColumnPair pair : relation.secondaryPairs()) {
                left.add(between.c(pair.remoteColumn()));
                right.add(target.column(pair.local()));
            }
            joins.add(new EagerJoin(true, target.item(), left, right, inner));
        } else {
            joins.add(join(source, target.item(), relation.pairs(), target, inner));
        }
        return inRow(relation, target, nested(option), path, inner, true);
    }

    private static EagerJoin join(
            EntitySource source, FromItem item, ColumnPair[] pairs, EntitySource remote, boolean inner) {
        List<Column<?>> left = new ArrayList<>();
        List<Column<?>> right = new ArrayList<>();
        for (ColumnPair pair : pairs) {
            left.add(source.column(pair.local()));
            right.add(remote.column(pair.remoteColumn()));
        }
        return new EagerJoin(source.eager(), item, left, right, inner);
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
            adapted.add(new ClauseAdaption(registry, relation.target().table(), target).adapt(ordering));
        }
        return adapted;
    }

    // ---- by a further statement

    private RelationLoad selectIn(RelationAttribute relation, List<LoadOption> options, LoadPath path) {
        SelectInLoad load =
                new SelectInLoad(relation, selectIns++, new RelatedByKeys(registry, relation, options, path));
        statements.add(load);
        return load;
    }

    /** An entity of a further statement, whose path goes on. */
    EntityLoad continued(EntityMapper mapper, FromItem item, List<LoadOption> options, LoadPath path) {
        return plan(mapper, new EntitySource(item, false), options, path, true);
    }

    // ---- columns

    /** Adds the key and one column of an entity, and nothing it refers to. */
    EntityLoad columns(EntityMapper mapper, FromItem item, ColumnAttribute only) {
        ColumnAttribute[] key = mapper.primaryKey();
        ColumnAttribute[] chosen = Arrays.copyOf(key, only.isPrimaryKey() ? key.length : key.length + 1);
        if (!only.isPrimaryKey()) {
            chosen[key.length] = only;
        }
        return new EntityLoad(
                mapper, entities++, chosen, place(new EntitySource(item, false), chosen), List.of(), null);
    }

    private int[] place(EntitySource source, ColumnAttribute[] selected) {
        int[] positions = new int[selected.length];
        for (int i = 0; i < selected.length; i++) {
            positions[i] = columns.size();
            eager.set(columns.size(), source.eager());
            columns.add(source.column(selected[i]));
        }
        return positions;
    }

    private static ColumnAttribute[] selected(EntityMapper mapper, List<LoadOption> options) {
        ColumnAttribute[] all = mapper.columns();
        boolean narrowed = false;
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
        boolean chosen = true;
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
