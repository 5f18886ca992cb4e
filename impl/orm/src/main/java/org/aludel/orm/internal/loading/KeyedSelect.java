package org.aludel.orm.internal.loading;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.aludel.core.engine.RowSource;
import org.aludel.orm.instrument.RowReader;
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
import org.jspecify.annotations.Nullable;

/** {@code SELECT ... FROM target WHERE key IN (...)}: the targets of a relation for many keys, as objects. */
final class KeyedSelect {

    private final int[] keyPositions;
    private final KeyedRows rows;
    private final EntityLoad entity;
    private final LoadShape shape;
    private final boolean hasValues;
    private final boolean narrowing;
    private final boolean repeating;

    /**
     * The targets of a relation, by keys of its owners.
     *
     * @param usual what the target is selected from, with the columns of subclasses where a query asked for them
     */
    KeyedSelect(
            MapperRegistry registry,
            RelationAttribute relation,
            OptionScope options,
            LoadPath path,
            PolymorphicFrom usual) {
        LoadPlanner planner = LoadPlanner.ofLoader(registry);
        EntitySource target = relation.hasOwnTarget()
                ? new EntitySource(relation.targetItem(), false, usual)
                : new EntitySource(usual.item(), false, usual);
        ColumnPair[] pairs = relation.pairs();
        Column<?>[] keys = Arrays.stream(pairs)
                .map(pair -> relation.between() == null ? target.column(pair.remoteColumn()) : pair.remoteColumn())
                .toArray(Column<?>[]::new);
        this.entity = planner.continued(target, options, path.thenApart(relation));
        this.keyPositions = new int[keys.length];
        for (int i = 0; i < keys.length; i++) {
            var remote = pairs[i].remote();
            int position = remote == null ? -1 : entity.position(remote);
            keyPositions[i] = position >= 0 ? position : planner.value(keys[i]);
        }
        Expr<Boolean> extra = registry.resolution().extra(relation, null, target.item(), relation.between());
        Expr<Boolean> criterion = options.criterion(registry, relation.target(), target.item(), false);
        List<Ordering> order = planner.order(relation, target.item());
        this.shape = planner.shape();
        FromItem from = planner.joined(RelationFrom.of(relation, target.item()));
        this.rows = new KeyedRows(select(planner, from, order, extra, criterion), from, keys);
        this.narrowing = !options.demanded(relation.target(), false).isEmpty();
        this.hasValues = options.hasCriteria();
        // a condition of the program's may lead to other tables
        this.repeating = relation.between() != null
                || relation.hasOwnTarget()
                || extra != null
                || criterion != null
                || isRepeating(shape);
    }

    /** Objects of a class, by their own keys. */
    static KeyedSelect ofObjects(MapperRegistry registry, EntityMapper mapper, OptionScope options, LoadPath path) {
        return new KeyedSelect(registry, mapper, options, path);
    }

    private KeyedSelect(MapperRegistry registry, EntityMapper mapper, OptionScope options, LoadPath path) {
        LoadPlanner planner = LoadPlanner.ofLoader(registry);
        EntitySource source = EntitySource.of(mapper);
        this.entity = planner.continued(source, options, path.as(mapper));
        ColumnAttribute[] key = mapper.primaryKey();
        Column<?>[] keys = Arrays.stream(key).map(part -> source.column(part)).toArray(Column<?>[]::new);
        this.keyPositions = Arrays.stream(key).mapToInt(entity::position).toArray();
        this.shape = planner.shape();
        FromItem from = planner.joined(source.item());
        this.rows = new KeyedRows(
                select(planner, from, List.of(), null, mapper.inheritance().criterion()), from, keys);
        this.narrowing = false;
        this.hasValues = options.hasCriteria();
        this.repeating = isRepeating(shape);
    }

    private static boolean isRepeating(LoadShape shape) {
        return shape.repeats() || shape.collections() > 0;
    }

    private static Select select(
            LoadPlanner planner,
            FromItem from,
            List<Ordering> first,
            @Nullable Expr<Boolean> extra,
            @Nullable Expr<Boolean> criterion) {
        List<Ordering> order = new ArrayList<>(first);
        order.addAll(planner.orderings());
        Select select = Select.of(planner.columns()).withFrom(from).orderBy(order.toArray(new Ordering[0]));
        if (extra != null) {
            select = select.where(extra);
        }
        return criterion == null ? select : select.where(criterion);
    }

    /** Whether options let only some objects through. */
    boolean isNarrowing() {
        return narrowing;
    }

    /** Whether several rows may bring one object for one key. */
    boolean mayRepeat() {
        return repeating;
    }

    /** Whether one statement takes any number of keys, on every database. */
    boolean takesAnyNumber() {
        return keyPositions.length == 1;
    }

    LoadContext context(LoadContext outer) {
        return outer.further(shape);
    }

    Object read(RowReader row, LoadContext context) {
        return Objects.requireNonNull(entity.read(row, context));
    }

    /** The key that the current row belongs to. */
    Object key(RowReader row) {
        if (keyPositions.length == 1) {
            return Objects.requireNonNull(row.getObject(keyPositions[0]));
        }
        Object[] parts = new Object[keyPositions.length];
        for (int i = 0; i < parts.length; i++) {
            parts[i] = Objects.requireNonNull(row.getObject(keyPositions[i]));
        }
        return List.of(parts);
    }

    /** Selects for some keys, each an array with one value for each column. */
    RowSource open(LoadContext context, List<Object[]> wanted) {
        QueryValues given = hasValues ? context.values() : QueryValues.NONE;
        return rows.open(context, context.session.engine(entity.mapper()), given, wanted);
    }
}
