package org.aludel.dialects.mssql;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.aludel.sql.Condition;
import org.aludel.sql.Expr;
import org.aludel.sql.Node;
import org.aludel.sql.Ordering;
import org.aludel.sql.Select;
import org.aludel.sql.Selectable;
import org.aludel.sql.Sql;
import org.aludel.sql.TableAlias;
import org.aludel.sql.spi.NodeVisitor;
import org.aludel.sql.spi.StructureWriter;
import org.aludel.sql.tree.Label;
import org.aludel.sql.tree.Order;
import org.jspecify.annotations.Nullable;

/** Offsets before SQL Server 2012: the rows are numbered in a subquery, and chosen by their numbers. */
final class RowNumbers {

    private static final String NUMBER = "mssql_rn";

    private RowNumbers() {}

    /** The select around one with an offset. */
    static Select nested(Select select, @Nullable Expr<?> count) {
        List<Ordering> order = new ArrayList<>();
        for (Ordering ordering : select.orderBy()) {
            order.add(unlabelled(ordering));
        }
        Select counted = select.unlimited()
                .unordered()
                .columns(Sql.func("ROW_NUMBER")
                        .over()
                        .orderBy(order.toArray(Ordering[]::new))
                        .label(NUMBER));
        TableAlias rows = counted.subquery();
        int size = rows.columns().size() - 1;
        return Sql.select(rows.columns().subList(0, size).toArray(Selectable[]::new))
                .from(rows)
                .where(new Between(select.offset(), count));
    }

    /** A label is not known inside OVER: what it names is. */
    private static Ordering unlabelled(Ordering ordering) {
        if (ordering instanceof Label<?> label) {
            return label.expression();
        }
        return ordering instanceof Order order && order.expression() instanceof Label<?> label
                ? new Order(label.expression(), order.direction(), order.nulls())
                : ordering;
    }

    /** Which numbers are wanted. */
    record Between(@Nullable Expr<?> offset, @Nullable Expr<?> limit) implements Condition {

        @Override
        public void accept(NodeVisitor visitor) {
            ((SqlServerCompiler) visitor).rowNumbers(this, NUMBER);
        }

        @Override
        public void forEachChild(Consumer<? super Node> action) {
            if (offset != null) {
                action.accept(offset);
            }
            if (limit != null) {
                action.accept(limit);
            }
        }

        @Override
        public void writeAtoms(StructureWriter writer) {}
    }
}
