package org.aludel.core.compiler;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.aludel.schema.Column;
import org.aludel.sql.Expr;
import org.aludel.sql.FromItem;
import org.aludel.sql.Join;
import org.aludel.sql.Node;
import org.aludel.sql.QueryExpression;
import org.aludel.sql.Selectable;
import org.aludel.sql.spi.Unresolved;

/**
 * Finds what belongs into FROM: the tables of columns and conditions and what was given, without those that are part of a
 * join.
 */
final class FromCollector {

    private final NodeCompiler compiler;

    FromCollector(NodeCompiler compiler) {
        this.compiler = compiler;
    }

    /** Tables of what is selected first, then of the conditions, then those given, each once. */
    List<FromItem> collect(
            List<? extends Selectable> selected, List<? extends Expr<?>> conditions, List<FromItem> given) {
        List<FromItem> found = new ArrayList<>(4);
        for (int i = 0; i < selected.size(); i++) {
            Selectable part = selected.get(i);
            if (part instanceof FromItem item) {
                add(item, found);
            } else if (part instanceof Node node) {
                tables(node, found);
            }
        }
        for (int i = 0; i < conditions.size(); i++) {
            tables(conditions.get(i), found);
        }
        for (int i = 0; i < given.size(); i++) {
            add(given.get(i), found);
        }
        return withoutParts(found);
    }

    private void tables(Node node, List<FromItem> found) {
        if (node instanceof Column<?> column) {
            if (column.owner() != null) {
                add(column.owner(), found);
            }
        } else if (node instanceof Unresolved<?> unresolved) {
            tables(compiler.resolved(unresolved), found);
        } else if (!(node instanceof QueryExpression)) {
            node.forEachChild(new Tables(found));
        }
    }

    /** Looks into children; a class, since each lambda costs a program that starts more. */
    private final class Tables implements Consumer<Node> {

        private final List<FromItem> found;

        Tables(List<FromItem> found) {
            this.found = found;
        }

        @Override
        public void accept(Node child) {
            tables(child, found);
        }
    }

    private static void add(FromItem item, List<FromItem> found) {
        for (int i = 0; i < found.size(); i++) {
            if (found.get(i) == item) {
                return;
            }
        }
        found.add(item);
    }

    private static List<FromItem> withoutParts(List<FromItem> found) {
        boolean joins = false;
        for (int i = 0; i < found.size(); i++) {
            joins |= found.get(i) instanceof Join;
        }
        if (!joins) {
            return found;
        }
        List<FromItem> kept = new ArrayList<>(found.size());
        for (FromItem item : found) {
            boolean part = false;
            for (FromItem other : found) {
                part |= other != item && other instanceof Join && holds(other, item);
            }
            if (!part) {
                kept.add(item);
            }
        }
        return kept;
    }

    /** Whether something is an item or a join that holds it. */
    static boolean holds(FromItem item, FromItem part) {
        return item == part || item instanceof Join join && join.holds(part);
    }
}
