package org.aludel.orm.internal.loading;

import java.util.ArrayList;
import java.util.List;
import org.aludel.orm.internal.mapping.ColumnPair;
import org.aludel.orm.internal.mapping.RelationAttribute;
import org.aludel.schema.Table;
import org.aludel.sql.Expr;
import org.aludel.sql.FromItem;
import org.aludel.sql.Join;
import org.aludel.sql.tree.Junction;
import org.aludel.sql.tree.Operator;

/** Where the targets of a relation come from when they are loaded by keys of its owners. */
final class RelationFrom {

    private RelationFrom() {}

    /** The target's table, joined with the table between where there is one. */
    static FromItem of(RelationAttribute relation, FromItem target) {
        Table between = relation.secondary();
        if (between == null) {
            return target;
        }
        List<Expr<Boolean>> on = new ArrayList<>();
        for (ColumnPair pair : relation.secondaryPairs()) {
            FromItem item = target;
            on.add((item instanceof Table
                            ? pair.local().column()
                            : item.c(pair.local().column()))
                    .eqAny(pair.remoteColumn()));
        }
        return new Join(Join.Kind.INNER, target, between, Junction.of(Operator.AND, on));
    }
}
