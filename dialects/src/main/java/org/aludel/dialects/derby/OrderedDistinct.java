package org.aludel.dialects.derby;

import java.util.ArrayList;
import java.util.List;
import org.aludel.sql.Expr;
import org.aludel.sql.Fetch;
import org.aludel.sql.Ordering;
import org.aludel.sql.OutputColumn;
import org.aludel.sql.Select;
import org.aludel.sql.Selectable;
import org.aludel.sql.Sql;
import org.aludel.sql.TableAlias;
import org.aludel.sql.tree.LabelReference;
import org.aludel.sql.tree.Order;
import org.jspecify.annotations.Nullable;

/** Distinct rows in an order that says where nulls are: Derby forgets that, unless it orders what a subquery gives. */
final class OrderedDistinct {

    private OrderedDistinct() {}

    /** The select around the distinct one; the same select where it says nothing of nulls. */
    static Select nested(Select select) {
        boolean placesNulls = select.orderBy().stream()
                .anyMatch(each -> each instanceof Order order && order.nulls() != Order.Nulls.DEFAULT);
        if (!select.isDistinct() || !placesNulls) {
            return select;
        }
        TableAlias rows = select.unlimited().unordered().subquery();
        List<Ordering> order = new ArrayList<>();
        for (Ordering ordering : select.orderBy()) {
            Ordering by = ordering instanceof Order directed ? directed.expression() : ordering;
            Expr<?> column = column(by, select.outputs(), rows);
            if (column == null) {
                return select;
            }
            order.add(
                    ordering instanceof Order directed
                            ? new Order(column, directed.direction(), directed.nulls())
                            : column);
        }
        Select nested = Sql.select(rows.columns().toArray(Selectable[]::new))
                .from(rows)
                .orderBy(order.toArray(Ordering[]::new));
        Fetch fetch = select.fetch();
        Expr<?> limit = fetch == null ? select.limit() : fetch.count();
        Expr<?> offset = select.offset();
        nested = limit == null ? nested : nested.limit(limit);
        return offset == null ? nested : nested.offset(offset);
    }

    private static @Nullable Expr<?> column(Ordering by, List<OutputColumn> outputs, TableAlias rows) {
        for (int i = 0; i < outputs.size(); i++) {
            OutputColumn output = outputs.get(i);
            boolean named =
                    by instanceof LabelReference reference && reference.name().equals(output.name());
            if (named || output.expression().equals(by)) {
                return rows.columns().get(i);
            }
        }
        return null;
    }
}
