package org.aludel.orm.internal.loading;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.aludel.orm.internal.mapping.ColumnPair;
import org.aludel.orm.internal.mapping.MapperRegistry;
import org.aludel.orm.internal.mapping.PolymorphicFrom;
import org.aludel.orm.internal.mapping.RelationAttribute;
import org.aludel.schema.Column;
import org.aludel.sql.Expr;
import org.aludel.sql.FromItem;
import org.aludel.sql.tree.Junction;
import org.aludel.sql.tree.Operator;
import org.jspecify.annotations.Nullable;

/**
 * The joins that bring relations into the row of a statement, each under a name of its own. An inner join below an outer
 * one is put inside of it, so that no row of the owner is lost.
 */
final class EagerJoins {

    private final MapperRegistry registry;
    private final List<EagerJoin> joins = new ArrayList<>();
    private final Map<FromItem, EagerJoin> hosts = new IdentityHashMap<>();

    EagerJoins(MapperRegistry registry) {
        this.registry = registry;
    }

    /**
     * Joins a relation.
     *
     * @param options what is said of the target
     * @param inner whether every owner has a partner
     * @param innerSoFar whether all joins that lead to the owner are inner ones
     * @return whether rows without a partner are dropped
     */
    boolean add(
            RelationAttribute relation,
            EntitySource source,
            EntitySource target,
            OptionScope options,
            boolean inner,
            boolean innerSoFar) {
        EagerJoin host = inner && !innerSoFar ? hosts.get(source.item()) : null;
        boolean drops = inner && (innerSoFar || host != null);
        FromItem usualBetween = relation.between();
        if (usualBetween == null) {
            Expr<Boolean> extra = extra(relation, source, target, options, null);
            place(join(source, target.item(), relation.pairs(), target::column, extra, drops), host);
            return inner && innerSoFar;
        }
        FromItem between = PolymorphicFrom.another(usualBetween, null);
        EagerJoin near = join(source, between, relation.pairs(), between::c, null, drops);
        List<Column<?>> left = new ArrayList<>();
        List<Column<?>> right = new ArrayList<>();
        for (ColumnPair pair : relation.secondaryPairs()) {
            left.add(between.c(pair.remoteColumn()));
            right.add(target.column(pair.local()));
        }
        EagerJoin far = new EagerJoin(
                true, target.item(), left, right, extra(relation, source, target, options, between), true);
        place(near, host);
        if (drops) {
            place(far, host);
        } else {
            near.add(far);
            hosts.put(target.item(), near);
        }
        return inner && innerSoFar;
    }

    private void place(EagerJoin join, @Nullable EagerJoin host) {
        if (host == null) {
            joins.add(join);
            hosts.put(join.target(), join);
        } else {
            host.add(join);
            hosts.put(join.target(), host);
        }
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

    /** What a join demands besides equal keys: the relation's own conditions, and the class of a shared table's rows. */
    private @Nullable Expr<Boolean> extra(
            RelationAttribute relation,
            EntitySource source,
            EntitySource target,
            OptionScope options,
            @Nullable FromItem between) {
        Expr<Boolean> own = registry.resolution().extra(relation, source.item(), target.item(), between);
        Expr<Boolean> criterion = options.criterion(registry, relation.target(), target.item(), false);
        if (criterion == null) {
            return own;
        }
        return own == null ? criterion : Junction.of(Operator.AND, List.of(own, criterion));
    }

    boolean isEmpty() {
        return joins.isEmpty();
    }

    /**
     * Puts the joins behind what is there; their anchors are in it.
     *
     * @param lifted gives, for a column of an entity that the program selects, the column of the subquery it is in
     */
    FromItem behind(FromItem from, UnaryOperator<Column<?>> lifted) {
        FromItem all = from;
        for (EagerJoin join : joins) {
            all = join.behind(all, lifted);
        }
        return all;
    }

    /** Columns of the program's entities that the joins start from. */
    List<Column<?>> anchors() {
        List<Column<?>> anchors = new ArrayList<>();
        joins.forEach(join -> anchors.addAll(join.anchors()));
        return anchors;
    }
}
