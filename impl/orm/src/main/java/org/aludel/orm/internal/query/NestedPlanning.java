package org.aludel.orm.internal.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.aludel.core.engine.CoreEngine;
import org.aludel.orm.LoadOption;
import org.aludel.orm.Many;
import org.aludel.orm.Relation;
import org.aludel.orm.internal.loading.KeyedRows;
import org.aludel.orm.internal.loading.LoadPlanner;
import org.aludel.orm.internal.loading.OptionScope;
import org.aludel.orm.internal.loading.RelationFrom;
import org.aludel.orm.internal.mapping.AttributeResolution;
import org.aludel.orm.internal.mapping.ColumnPair;
import org.aludel.orm.internal.mapping.EntityMapper;
import org.aludel.orm.internal.mapping.MapperRegistry;
import org.aludel.orm.internal.mapping.RelationAttribute;
import org.aludel.schema.Column;
import org.aludel.sql.Expr;
import org.aludel.sql.FromItem;
import org.aludel.sql.Ordering;
import org.aludel.sql.Select;
import org.aludel.sql.Selectable;
import org.aludel.sql.spi.Unresolved;
import org.jspecify.annotations.Nullable;

/** Plans the statement that brings the lists of one part of a query's rows. */
final class NestedPlanning {

    private final CoreEngine engine;
    private final MapperRegistry registry;
    private final QueryParts outer;

    NestedPlanning(CoreEngine engine, MapperRegistry registry, QueryParts outer) {
        this.engine = engine;
        this.registry = registry;
        this.outer = outer;
    }

    /** @param planner takes the keys into the row of the query */
    PartReader reader(Many<?> many, LoadPlanner planner) {
        Relation<?, ?> relation = many.relation();
        return relation == null ? byColumns(many, planner) : along(relation, many, planner);
    }

    private PartReader byColumns(Many<?> many, LoadPlanner planner) {
        Column<?>[] keys = many.keys().toArray(new Column<?>[0]);
        FromItem from = Objects.requireNonNull(keys[0].owner(), "a column of a table");
        int[] places = new int[keys.length];
        for (int i = 0; i < places.length; i++) {
            places[i] = planner.value(resolved(many.owners().get(i)));
        }
        return new PartReader.OfMany(places, nested(null, keys, from, many, List.of(), List.of()));
    }

    private Expr<?> resolved(Expr<?> expression) {
        Expr<?> resolved = expression instanceof Unresolved<?> unresolved ? unresolved.resolve(registry) : null;
        return resolved == null ? expression : resolved;
    }

    private PartReader along(Relation<?, ?> named, Many<?> many, LoadPlanner planner) {
        RelationAttribute relation = registry.resolution().relation(named);
        FromItem source = registry.resolution().source(named);
        Class<?> subclass = named.subclass();
        EntityMapper target = subclass == null ? relation.target() : registry.mapper(subclass);
        FromItem item = subclass == null ? relation.targetItem() : target.from().item();
        ColumnPair[] pairs = relation.pairs();
        int[] places = new int[pairs.length];
        Column<?>[] keys = new Column<?>[pairs.length];
        for (int i = 0; i < pairs.length; i++) {
            places[i] = planner.value(
                    AttributeResolution.on(source, pairs[i].local().column()));
            keys[i] = relation.between() == null
                    ? AttributeResolution.on(item, pairs[i].remoteColumn())
                    : pairs[i].remoteColumn();
        }
        List<Expr<Boolean>> conditions = new ArrayList<>();
        Expr<Boolean> extra = registry.resolution().extra(relation, null, item, relation.between());
        if (extra != null) {
            conditions.add(extra);
        }
        Expr<Boolean> criterion =
                OptionScope.of(outer.options, outer.defaults).criterion(registry, target, item, false);
        if (criterion != null) {
            conditions.add(criterion);
        }
        return new PartReader.OfMany(
                places, nested(target, keys, RelationFrom.of(relation, item), many, conditions, relation.orderBy()));
    }

    private NestedRows nested(
            @Nullable EntityMapper target,
            Column<?>[] keys,
            FromItem from,
            Many<?> many,
            List<Expr<Boolean>> conditions,
            List<Ordering> usualOrder) {
        List<Selectable> selected = new ArrayList<>(List.of(keys));
        selected.addAll(FlatParts.of(List.of(many.part())));
        QueryParts parts = new QueryParts(List.copyOf(selected));
        parts.froms = List.of(from);
        parts.where = QueryParts.appended(many.conditions(), conditions);
        parts.orderBy = many.orderings().isEmpty() ? usualOrder : many.orderings();
        parts.unordered = true;
        parts.defaults = outer.defaults;
        parts.options = outer.options.stream()
                .filter(option -> option.kind() == LoadOption.Kind.CRITERIA)
                .toList();
        QueryCompiler compiler = new QueryCompiler(engine, registry, parts);
        Select select = compiler.select();
        return new NestedRows(
                engine,
                target,
                keys,
                compiler.rows(),
                new KeyedRows(select, select.froms().get(0), keys));
    }
}
