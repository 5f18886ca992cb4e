package org.aludel.orm.internal.loading;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.aludel.schema.Column;
import org.aludel.sql.Expr;
import org.aludel.sql.FromItem;
import org.aludel.sql.Join;
import org.aludel.sql.tree.Expressions;
import org.aludel.sql.tree.Junction;
import org.aludel.sql.tree.Operator;
import org.jspecify.annotations.Nullable;

/** A join that brings a relation into the row. */
final class EagerJoin {

    private final boolean fromEager;
    private final FromItem target;
    private final List<Column<?>> left;
    private final List<Column<?>> right;
    private final @Nullable Expr<Boolean> extra;
    private final boolean inner;

    /** Inner joins that belong to the target: a row of the target without their partners does not count. */
    private final List<EagerJoin> within = new ArrayList<>(1);

    /**
     * @param fromEager whether it starts from what another such join brought
     * @param target what is joined
     * @param left columns of the anchor
     * @param right columns of the target, one for each
     * @param extra what has to hold besides; null for nothing
     * @param inner whether rows without a partner are dropped
     */
    EagerJoin(
            boolean fromEager,
            FromItem target,
            List<Column<?>> left,
            List<Column<?>> right,
            @Nullable Expr<Boolean> extra,
            boolean inner) {
        this.fromEager = fromEager;
        this.target = target;
        this.left = left;
        this.right = right;
        this.extra = extra;
        this.inner = inner;
    }

    void add(EagerJoin nested) {
        within.add(nested);
    }

    FromItem target() {
        return target;
    }

    /** Columns of the program's entity that the join starts from; none if it starts from what another brought. */
    List<Column<?>> anchors() {
        return fromEager ? List.of() : left;
    }

    /**
     * Puts the join behind what is there.
     *
     * @param lifted gives the column in the statement for a column of an entity that the program selects
     */
    FromItem behind(FromItem from, UnaryOperator<Column<?>> lifted) {
        FromItem whole = target;
        for (EagerJoin nested : within) {
            whole = nested.behind(whole, lifted);
        }
        List<Expr<Boolean>> parts = new ArrayList<>(left.size() + 1);
        for (int i = 0; i < left.size(); i++) {
            Column<?> start = fromEager ? left.get(i) : lifted.apply(left.get(i));
            parts.add(Expressions.compareWith(Operator.EQ, start, right.get(i)));
        }
        if (extra != null) {
            parts.add(extra);
        }
        Expr<Boolean> on = parts.size() == 1 ? parts.get(0) : Junction.of(Operator.AND, parts);
        return new Join(inner ? Join.Kind.INNER : Join.Kind.LEFT, from, whole, on);
    }
}
