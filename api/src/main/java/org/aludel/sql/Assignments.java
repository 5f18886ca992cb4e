package org.aludel.sql;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.aludel.errors.ArgumentException;
import org.aludel.schema.Column;
import org.aludel.schema.Table;
import org.aludel.sql.tree.Expressions;
import org.jspecify.annotations.Nullable;

/** Columns and what they are set to; never changed once a statement holds it. */
final class Assignments {

    private Assignments() {}

    static Map<Column<?>, Expr<?>> with(Map<Column<?>, Expr<?>> known, Column<?> column, Expr<?> value) {
        Map<Column<?>, Expr<?>> more = new LinkedHashMap<>(known);
        more.put(column, value);
        return more;
    }

    static Expr<?> value(Column<?> column, @Nullable Object value) {
        if (value instanceof QueryExpression query) {
            return query.asScalar();
        }
        if (value instanceof Expr<?> expression) {
            return expression instanceof BindParameter<?> bind ? bind.typedBy(column.type()) : expression;
        }
        return Expressions.value(column, value);
    }

    /** The column of a table that was named or given, which may be that of another occurrence of the table. */
    static Column<?> own(Table table, Column<?> column) {
        if (column.owner() == table) {
            return column;
        }
        Column<?> own = table.find(column.key());
        boolean occurrence = column.owner() == null || own != null && column.standsFor(own);
        if (own == null || !occurrence) {
            throw new ArgumentException(
                    "ALU-0114",
                    "the column belongs to another table; where: " + column + " in a statement on " + table.label()
                            + "; what to do: use a column of " + table.label());
        }
        return own;
    }

    /** The column that a key names or that was given. */
    static Column<?> column(Table table, @Nullable Object given) {
        if (given instanceof Column<?> column) {
            return own(table, column);
        }
        if (given instanceof String key) {
            return table.c(key);
        }
        throw new ArgumentException(
                "ALU-0175",
                "a column is named by neither a key nor a column; where: " + given + " in a statement on "
                        + table.label() + "; what to do: give columns, or their keys as strings");
    }

    static Map<Column<?>, Expr<?>> of(Table table, Map<?, ? extends @Nullable Object> values) {
        Map<Column<?>, Expr<?>> assignments = new LinkedHashMap<>();
        for (Map.Entry<?, ? extends @Nullable Object> entry : values.entrySet()) {
            Column<?> column = column(table, entry.getKey());
            assignments.put(column, value(column, entry.getValue()));
        }
        return assignments;
    }

    /** Values for the first columns of a table. */
    static Map<Column<?>, @Nullable Object> inOrder(Table table, List<? extends @Nullable Object> values) {
        List<Column<?>> columns = table.columns();
        if (values.size() > columns.size()) {
            throw new ArgumentException(
                    "ALU-0172",
                    "there are more values than columns; where: " + values.size() + " values for " + table
                            + "; what to do: give at most " + columns.size());
        }
        Map<Column<?>, @Nullable Object> assigned = new LinkedHashMap<>();
        for (int i = 0; i < values.size(); i++) {
            assigned.put(columns.get(i), values.get(i));
        }
        return assigned;
    }

    /** Whether the elements of a list are rows, not values. */
    static boolean areRows(List<? extends @Nullable Object> values) {
        return !values.isEmpty()
                && (values.get(0) instanceof Map<?, ?>
                        || values.get(0) instanceof List<?>
                        || values.get(0) instanceof Object[]);
    }

    static List<Map<?, ? extends @Nullable Object>> maps(Table table, List<? extends @Nullable Object> rows) {
        List<Map<?, ? extends @Nullable Object>> maps = new ArrayList<>(rows.size());
        for (Object row : rows) {
            if (row instanceof Map<?, ?> map) {
                maps.add(map);
            } else if (row instanceof List<?> list) {
                maps.add(inOrder(table, list));
            } else if (row instanceof Object[] array) {
                maps.add(inOrder(table, Arrays.asList(array)));
            } else {
                throw new ArgumentException(
                        "ALU-0183",
                        "a row of an insert is neither a map nor a list; where: " + row + ", an insert into "
                                + table.label() + "; what to do: give every row in the same form");
            }
        }
        return maps;
    }

    static List<Map<Column<?>, Expr<?>>> rows(Table table, List<? extends Map<?, ? extends @Nullable Object>> rows) {
        List<Map<Column<?>, Expr<?>>> all = new ArrayList<>(rows.size());
        for (Map<?, ? extends @Nullable Object> row : rows) {
            Map<Column<?>, Expr<?>> assignments = of(table, row);
            if (!all.isEmpty() && !assignments.keySet().equals(all.get(0).keySet())) {
                throw new ArgumentException(
                        "ALU-0113",
                        "rows of one insert must set the same columns; where: row " + all.size() + " of an insert into "
                                + table.label() + "; what to do: give every row the keys "
                                + rows.get(0).keySet());
            }
            all.add(assignments);
        }
        return all;
    }
}
