package org.aludel.orm.internal.loading;

import java.util.ArrayList;
import java.util.List;
import org.aludel.orm.internal.mapping.AttributeResolution;
import org.aludel.orm.internal.mapping.ColumnPair;
import org.aludel.orm.internal.mapping.RelationAttribute;
import org.aludel.sql.Expr;
import org.aludel.sql.FromItem;
import org.aludel.sql.Join;
import org.aludel.sql.tree.Junction;
import org.aludel.sql.tree.Operator;

/** Where the targets of a relation come from when they are loaded by keys of its owners. */
public final class RelationFrom {

    private RelationFrom() {}

    /** The target, joined with what is between where there is something. */
    public static FromItem of(RelationAttribute relation, FromItem target) {
        FromItem between = relation.between();
        if (between == null) {
            return target;
        }
        if (holds(between, target)) {
            return between; // a join that leads to the target's table itself
        }
        List<Expr<Boolean>> on = new ArrayList<>();
        for (ColumnPair pair : relation.secondaryPairs()) {
            on.add(AttributeResolution.on(target, pair.local().column()).eqAny(pair.remoteColumn()));
        }
        return new Join(Join.Kind.INNER, target, between, Junction.of(Operator.AND, on));
    }

    private static boolean holds(FromItem from, FromItem wanted) {
        return from == wanted
                || from instanceof Join join && (holds(join.left(), wanted) || holds(join.right(), wanted));
    }
}
