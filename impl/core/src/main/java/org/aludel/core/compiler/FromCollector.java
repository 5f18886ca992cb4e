package org.aludel.core.compiler;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.aludel.schema.Column;
import org.aludel.sql.Cte;
import org.aludel.sql.Expr;
import org.aludel.sql.FromItem;
import org.aludel.sql.Join;
import org.aludel.sql.Node;
import org.aludel.sql.OutputColumn;
import org.aludel.sql.QueryExpression;
import org.aludel.sql.TableAlias;
import org.aludel.sql.spi.Unresolved;

/**
 * Finds what belongs into FROM: the tables of columns and conditions and what was given, without those that are part of a
 * join; and the common table expressions of a statement.
 */
final class FromCollector {

    private final UnaryOperator<Expr<?>> resolution;

    FromCollector(UnaryOperator<Expr<?>> resolution) {
        this.resolution = resolution;
    }

    /** Tables of the columns first, then of the conditions, then those given, each once. */
    List<FromItem> collect(List<OutputColumn> outputs, List<? extends Expr<?>> conditions, List<FromItem> given) {
        List<FromItem> found = new ArrayList<>();
        for (OutputColumn output : outputs) {
            tables(output.expression(), found);
        }
        for (Expr<?> condition : conditions) {
            tables(condition, found);
        }
        for (FromItem item : given) {
            add(item, found);
        }
        return withoutParts(found);
    }

    private void tables(Node node, List<FromItem> found) {
        if (node instanceof Column<?> column) {
            if (column.owner() != null) {
                add(column.owner(), found);
            }
        } else if (node instanceof Unresolved<?> unresolved) {
            tables(resolution.apply(unresolved), found);
        } else if (!(node instanceof QueryExpression)) {
            node.forEachChild(child -> tables(child, found));
        }
    }

    private static void add(FromItem item, List<FromItem> found) {
        for (FromItem known : found) {
            if (known == item) {
                return;
            }
        }
        found.add(item);
    }

    private static List<FromItem> withoutParts(List<FromItem> found) {
        boolean joins = false;
        for (FromItem item : found) {
            joins |= item instanceof Join;
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
        return item == part || item instanceof Join join && (holds(join.left(), part) || holds(join.right(), part));
    }

    /** The common table expressions of a statement, each after those it uses. */
    List<Cte> ctes(Node statement) {
        List<Cte> found = new ArrayList<>();
        List<Node> seen = new ArrayList<>();
        ctes(statement, found, seen);
        return found;
    }

    private void ctes(Node node, List<Cte> found, List<Node> seen) {
        if (node instanceof Cte cte) {
            if (seenBefore(cte, seen)) {
                return;
            }
            ctes(cte.query(), found, seen);
            found.add(cte);
        } else if (node instanceof Column<?> column) {
            if (column.owner() instanceof Cte || column.owner() instanceof TableAlias) {
                ctes(column.owner(), found, seen);
            }
        } else if (node instanceof Unresolved<?> unresolved) {
            ctes(resolution.apply(unresolved), found, seen);
        } else if (!(node instanceof TableAlias alias) || !seenBefore(alias, seen)) {
            node.forEachChild(child -> ctes(child, found, seen));
        }
    }

    private static boolean seenBefore(Node node, List<Node> seen) {
        for (Node known : seen) {
            if (known == node) {
                return true;
            }
        }
        seen.add(node);
        return false;
    }
}
