package org.aludel.sql;

import java.util.ArrayList;
import java.util.List;
import org.aludel.schema.Column;
import org.aludel.schema.ForeignKey;
import org.aludel.schema.Table;
import org.aludel.sql.tree.Comparison;
import org.aludel.sql.tree.Operator;

/** Leaves out columns that repeat the value of another column of the same name. */
final class ColumnReduction {

    private final List<Expr<?>> kept;

    private ColumnReduction(List<Expr<?>> all) {
        this.kept = new ArrayList<>(all);
    }

    static List<Expr<?>> of(List<Expr<?>> all, List<Node> clauses) {
        ColumnReduction reduction = new ColumnReduction(all);
        reduction.kept.removeIf(
                expression -> expression instanceof Column<?> column && reduction.isReferring(column, all));
        clauses.forEach(reduction::alongEqualities);
        return reduction.kept;
    }

    private boolean isReferring(Column<?> column, List<Expr<?>> all) {
        Column<?> stored = column;
        while (stored.table() == null && stored.origin() != null) {
            stored = stored.origin();
        }
        Table table = stored.table();
        if (table == null) {
            return false;
        }
        for (ForeignKey key : table.foreignKeys()) {
            int place = key.columns().indexOf(stored);
            if (place >= 0 && holdsSameName(all, column, key.referredColumns().get(place))) {
                return true;
            }
        }
        return false;
    }

    private static boolean holdsSameName(List<Expr<?>> all, Column<?> column, Column<?> referred) {
        for (Expr<?> other : all) {
            if (other != column
                    && other instanceof Column<?> candidate
                    && candidate.name().equals(column.name())
                    && candidate.standsFor(referred)) {
                return true;
            }
        }
        return false;
    }

    private void alongEqualities(Node node) {
        if (node instanceof Comparison equality
                && equality.operator().equals(Operator.EQ)
                && equality.left() instanceof Column<?> left
                && equality.right() instanceof Column<?> right
                && kept.contains(left)
                && kept.contains(right)
                && left.name().equals(right.name())) {
            kept.remove(kept.lastIndexOf(right));
        }
        if (!(node instanceof QueryExpression)) {
            node.forEachChild(this::alongEqualities);
        }
    }
}
