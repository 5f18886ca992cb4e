package org.aludel.sql;

import java.util.ArrayList;
import java.util.List;
import org.aludel.errors.ArgumentException;
import org.aludel.schema.Column;
import org.jspecify.annotations.Nullable;

/** Finds the tables that expressions use, and which of them something is joined to. */
final class Froms {

    private Froms() {}

    /** Adds the tables of something selected or compared, each once. */
    static void collect(Object part, List<FromItem> found) {
        FromItem owner = part instanceof FromItem item ? item : part instanceof Column<?> c ? c.owner() : null;
        if (owner != null) {
            if (!found.contains(owner)) {
                found.add(owner);
            }
        } else if (part instanceof Node node && !(part instanceof QueryExpression)) {
            node.forEachChild(child -> collect(child, found));
        }
    }

    /** The position of what a target is joined to. */
    static int leftOf(List<FromItem> froms, FromItem target, @Nullable Expr<Boolean> on) {
        List<Integer> possible = new ArrayList<>(2);
        List<Column<?>> compared = new ArrayList<>();
        if (on != null && froms.size() > 1) {
            columns(on, compared);
        }
        for (int i = 0; i < froms.size(); i++) {
            FromItem left = froms.get(i);
            if (left != target && !isPart(left, froms) && canJoin(left, target, on, compared)) {
                possible.add(i);
            }
        }
        if (possible.isEmpty() && on != null) {
            for (int i = 0; i < froms.size(); i++) {
                if (froms.get(i) != target) {
                    possible.add(i);
                }
            }
        }
        if (possible.size() == 1) {
            return possible.get(0);
        }
        if (possible.size() > 1) {
            throw new ArgumentException(
                    "ALU-0162",
                    "several tables of FROM could be joined; where: join of " + target.label()
                            + "; what to do: say which with joinFrom(left, target)");
        }
        if (froms.size() == 1 && froms.get(0) != target) {
            return 0;
        }
        throw new ArgumentException(
                "ALU-0109",
                "there is nothing to join with; where: join of " + target.label()
                        + "; what to do: name the left side with from(...)");
    }

    private static boolean isPart(FromItem item, List<FromItem> froms) {
        for (FromItem other : froms) {
            if (other != item && other instanceof Join join && join.holds(item)) {
                return true;
            }
        }
        return false;
    }

    private static boolean canJoin(
            FromItem left, FromItem target, @Nullable Expr<Boolean> on, List<Column<?>> compared) {
        if (on == null) {
            return Join.isPossible(left, target);
        }
        for (Column<?> column : compared) {
            if (column.owner() != null && !owns(left, column) && !owns(target, column)) {
                return false;
            }
        }
        return true;
    }

    private static boolean owns(FromItem item, Column<?> column) {
        return column.owner() == item
                || item instanceof Join join && column.owner() != null && join.holds(column.owner());
    }

    private static void columns(Node node, List<Column<?>> found) {
        if (node instanceof Column<?> column) {
            found.add(column);
        } else if (!(node instanceof QueryExpression)) {
            node.forEachChild(child -> columns(child, found));
        }
    }
}
