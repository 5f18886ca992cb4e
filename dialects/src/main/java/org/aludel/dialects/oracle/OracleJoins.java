package org.aludel.dialects.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.aludel.schema.Column;
import org.aludel.sql.Condition;
import org.aludel.sql.Expr;
import org.aludel.sql.FromItem;
import org.aludel.sql.Join;
import org.aludel.sql.Node;
import org.aludel.sql.spi.NodeVisitor;
import org.aludel.sql.spi.StructureWriter;
import org.aludel.sql.tree.Junction;
import org.aludel.sql.tree.Operator;

/** Joins as they were written before Oracle 9: tables with commas, conditions in WHERE, (+) where a row may be missing. */
final class OracleJoins {

    private OracleJoins() {}

    /** The conditions of all joins among some items, those of the outermost join first. */
    static List<Expr<Boolean>> conditions(List<FromItem> items) {
        List<Expr<Boolean>> all = new ArrayList<>();
        for (FromItem item : items) {
            collect(item, all);
        }
        return all;
    }

    private static void collect(FromItem item, List<Expr<Boolean>> all) {
        if (!(item instanceof Join join)) {
            return;
        }
        Expr<Boolean> on = join.on();
        if (on != null) {
            parts(on, join, all);
        }
        collect(join.left(), all);
        collect(join.right(), all);
    }

    private static void parts(Expr<Boolean> on, Join join, List<Expr<Boolean>> all) {
        if (on instanceof Junction junction && junction.operator().equals(Operator.AND)) {
            for (Expr<Boolean> member : junction.members()) {
                parts(member, join, all);
            }
        } else {
            all.add(join.kind() == Join.Kind.LEFT ? new OuterCondition(on, join.right()) : on);
        }
    }

    /** Whether a column is one of an item, which may be a join. */
    static boolean isOf(Column<?> column, FromItem item) {
        return item == column.owner()
                || item instanceof Join join && (isOf(column, join.left()) || isOf(column, join.right()));
    }

    /**
     * A condition of an outer join: the columns of its right side get a (+).
     *
     * @param on the condition
     * @param right the side whose rows may be missing
     */
    record OuterCondition(Expr<Boolean> on, FromItem right) implements Condition {

        @Override
        public void accept(NodeVisitor visitor) {
            ((OracleCompiler) visitor).outerCondition(this);
        }

        @Override
        public void forEachChild(Consumer<? super Node> action) {
            action.accept(on);
        }

        @Override
        public void writeAtoms(StructureWriter writer) {}
    }
}
