package org.aludel.sql;

import java.util.ArrayList;
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
        if (own == null || column.owner() != null) {
            throw new ArgumentException(
                    "ALU-0114",
                    "the column belongs to another table; where: " + column + " in a statement on " + table.label()
                            + "; what to do: use a column of " + table.label());
        }
        return own;
    }

    static Map<Column<?>, Expr<?>> of(Table table, Map<String, ? extends @Nullable Object> values) {
        Map<Column<?>, Expr<?>> assignments = new LinkedHashMap<>();
        for (Map.Entry<String, ? extends @Nullable Object> entry : values.entrySet()) {
            Column<?> column = table.c(entry.getKey());
            assignments.put(column, value(column, entry.getValue()));
        }
        return assignments;
    }

    static List<Map<Column<?>, Expr<?>>> rows(
            Table table, List<? extends Map<String, ? extends @Nullable Object>> rows) {
        List<Map<Column<?>, Expr<?>>> all = new ArrayList<>(rows.size());
        for (Map<String, ? extends @Nullable Object> row : rows) {
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
