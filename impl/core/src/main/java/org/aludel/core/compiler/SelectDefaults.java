package org.aludel.core.compiler;

import java.util.ArrayList;
import java.util.List;
import org.aludel.schema.Column;
import org.aludel.sql.BindParameter;
import org.aludel.sql.Expr;
import org.aludel.sql.Insert;
import org.aludel.sql.QueryExpression;
import org.aludel.sql.Select;
import org.aludel.sql.Selectable;
import org.aludel.sql.Sql;
import org.aludel.sql.TableAlias;
import org.jspecify.annotations.Nullable;

/** Adds the defaults of columns that an INSERT of a query does not name to the query. */
final class SelectDefaults {

    private SelectDefaults() {}

    static InsertCompiler.Source added(Insert insert, QueryExpression query, InsertCompiler.Defaults defaults) {
        List<Column<?>> columns = new ArrayList<>(insert.queryColumns());
        List<Expr<?>> values = new ArrayList<>();
        for (Column<?> column : insert.table().columns()) {
            Cell cell = columns.contains(column) ? null : defaults.of(column, column.onInsert());
            if (cell != null) {
                columns.add(column);
                values.add(expression(cell));
            }
        }
        return new InsertCompiler.Source(insert, List.of(), columns, values.isEmpty() ? query : with(query, values));
    }

    private static Expr<?> expression(Cell cell) {
        BindSlot slot = cell.slot();
        Expr<?> value = cell.value();
        if (value != null) {
            return value;
        }
        return slot != null && slot.awaited() == null
                ? constant(cell.column(), slot.defaultValue())
                : parameter(cell.column(), slot);
    }

    private static <T> Expr<T> constant(Column<T> column, @Nullable Object value) {
        return BindParameter.named(
                column.key(),
                column.type(),
                value == null ? null : column.type().coerce(value));
    }

    private static <T> Expr<T> parameter(Column<T> column, @Nullable BindSlot slot) {
        return BindParameter.computed(column.type(), () -> {
            Object value = slot == null ? null : slot.defaultValue();
            return value == null ? null : column.type().coerce(value);
        });
    }

    private static QueryExpression with(QueryExpression query, List<Expr<?>> values) {
        if (query instanceof Select select) {
            List<Selectable> all = new ArrayList<>(select.columns());
            all.addAll(values);
            return select.withOnlyColumns(all.toArray(Selectable[]::new));
        }
        TableAlias rows = query.subquery();
        List<Selectable> all = new ArrayList<>(rows.columns());
        all.addAll(values);
        return Sql.select(all).from(rows);
    }
}
