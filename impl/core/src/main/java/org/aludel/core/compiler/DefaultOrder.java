package org.aludel.core.compiler;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import org.aludel.core.dialect.CoreDialect;
import org.aludel.schema.Column;
import org.aludel.schema.Table;
import org.aludel.sql.FromItem;
import org.aludel.sql.Join;
import org.aludel.sql.Node;
import org.aludel.sql.Ordering;
import org.aludel.sql.QueryExpression;
import org.aludel.sql.Select;
import org.aludel.sql.Selectable;
import org.aludel.sql.TableAlias;
import org.aludel.sql.tree.Func;
import org.aludel.sql.tree.RowId;

/**
 * The order of a select that names none, where an engine wants all of them ordered: by the primary key of the first table,
 * else by the database's row id. Selects whose rows are groups, or differ by DISTINCT, stay as they are.
 */
final class DefaultOrder {

    /** The option of a dialect's settings that asks for it. */
    static final String OPTION = "defaultOrdering";

    private static final Set<String> AGGREGATES = Set.of(
            "count",
            "sum",
            "avg",
            "min",
            "max",
            "array_agg",
            "string_agg",
            "group_concat",
            "listagg",
            "json_agg",
            "jsonb_agg",
            "every",
            "some",
            "any",
            "bool_and",
            "bool_or",
            "bit_and",
            "bit_or",
            "stddev",
            "variance",
            "stddev_pop",
            "stddev_samp",
            "var_pop",
            "var_samp",
            "median",
            "mode",
            "percentile_cont",
            "percentile_disc",
            "total",
            "xmlagg",
            "json_arrayagg",
            "json_objectagg",
            "any_value",
            "count_big",
            "list");

    private DefaultOrder() {}

    /** The select, ordered if it names no order of its own; for who found that {@link #OPTION} is on. */
    static Select of(Select select, Supplier<List<FromItem>> source, CoreDialect dialect) {
        if (!select.orderBy().isEmpty()
                || !select.groupBy().isEmpty()
                || !select.having().isEmpty()
                || select.isDistinct()
                || !select.distinctOn().isEmpty()) {
            return select;
        }
        List<FromItem> froms = source.get();
        if (froms.isEmpty()) {
            return select;
        }
        for (Selectable column : select.columns()) {
            if (column instanceof Node node && !(node instanceof FromItem) && isAggregate(node)) {
                return select;
            }
        }
        List<Ordering> order = order(froms.get(0), dialect);
        return order.isEmpty() ? select : select.orderBy(order.toArray(Ordering[]::new));
    }

    private static List<Ordering> order(FromItem from, CoreDialect dialect) {
        if (from instanceof Join join) {
            return order(join.left(), dialect);
        }
        List<Ordering> keys = new ArrayList<>();
        for (Column<?> column : from.columns()) {
            if (column.isPrimaryKey()) {
                keys.add(column);
            }
        }
        boolean stored = from instanceof Table || from instanceof TableAlias alias && alias.element() instanceof Table;
        if (keys.isEmpty() && stored && dialect.rowIdName() != null) {
            keys.add(RowId.of(from));
        }
        return keys;
    }

    private static boolean isAggregate(Node node) {
        if (node instanceof QueryExpression) {
            return false;
        }
        if (node instanceof Func<?> function
                && AGGREGATES.contains(function.name().toLowerCase(Locale.ROOT))) {
            return true;
        }
        boolean[] found = {false};
        node.forEachChild(child -> found[0] = found[0] || isAggregate(child));
        return found[0];
    }
}
