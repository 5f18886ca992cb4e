package org.aludel.dialects.mysql;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.aludel.core.compiler.Compilation;
import org.aludel.core.compiler.SqlCompiler;
import org.aludel.schema.Column;
import org.aludel.schema.Table;
import org.aludel.sql.Expr;
import org.aludel.sql.FromItem;
import org.aludel.sql.Insert;
import org.aludel.sql.tree.Binary;
import org.aludel.sql.tree.Comparison;
import org.aludel.sql.tree.Excluded;
import org.aludel.sql.tree.Func;
import org.aludel.sql.tree.Operator;
import org.aludel.sql.tree.Order;

/** The SQL of MySQL and MariaDB. */
final class MySqlCompiler extends SqlCompiler {

    private static final Operator SAME = new Operator("<=>", 5, false);

    MySqlCompiler(Compilation compilation) {
        super(compilation);
    }

    @Override
    protected void concatenation(Binary<?> binary) {
        List<Expr<?>> parts = new ArrayList<>();
        flatten(binary, parts);
        out.append("concat(");
        list(parts);
        out.append(')');
    }

    private static void flatten(Expr<?> expression, List<Expr<?>> parts) {
        if (expression instanceof Binary<?> binary && binary.operator().equals(Operator.CONCAT)) {
            flatten(binary.left(), parts);
            flatten(binary.right(), parts);
        } else {
            parts.add(expression);
        }
    }

    @Override
    protected void distinctFrom(Comparison comparison, boolean distinct) {
        if (distinct) {
            out.append("NOT (");
        }
        infix(SAME, comparison.left(), comparison.right());
        if (distinct) {
            out.append(')');
        }
    }

    @Override
    public void visitOrder(Order order) {
        if (order.nulls() == Order.Nulls.DEFAULT) {
            super.visitOrder(order);
            return;
        }
        // no words for it: whether a value is null is ordered by first
        operand(order.expression(), Operator.IS, null);
        out.append(order.nulls() == Order.Nulls.FIRST ? " IS NOT NULL, " : " IS NULL, ");
        super.visitOrder(new Order(order.expression(), order.direction(), Order.Nulls.DEFAULT));
    }

    @Override
    protected void unlimited() {
        out.append(" LIMIT 18446744073709551615");
    }

    @Override
    protected String sharedLock() {
        return " LOCK IN SHARE MODE";
    }

    @Override
    protected String functionName(Func<?> function) {
        return function.name().equalsIgnoreCase("now") ? "now" : super.functionName(function);
    }

    @Override
    protected void defaultValues() {
        out.append(" () VALUES ()");
    }

    @Override
    protected void onConflict(Insert insert) {
        out.append(" ON DUPLICATE KEY UPDATE ");
        Map<Column<?>, Expr<?>> update = insert.conflict().update();
        if (update.isEmpty()) {
            // IGNORE would swallow other errors besides; setting a column to itself changes nothing
            Column<?> key = insert.table().columns().get(0);
            String name = dialect.identifiers().quote(key.name());
            out.append(name).append(" = ").append(name);
            return;
        }
        if (insert.conflict().where() != null) {
            throw unsupported("a condition on the rows that an upsert updates");
        }
        conflictAssignments(insert, insert.table());
    }

    @Override
    public void visitExcluded(Excluded<?> excluded) {
        out.append("VALUES(")
                .append(dialect.identifiers().quote(excluded.column().name()))
                .append(')');
    }

    @Override
    protected void updatedTables(Table table, List<FromItem> others) {
        table.accept(this);
        if (!others.isEmpty()) {
            out.append(", ");
            fromItems(others);
        }
    }

    @Override
    protected void assignmentTarget(Table table, Column<?> column, List<FromItem> others) {
        if (others.isEmpty()) {
            super.assignmentTarget(table, column, others);
        } else {
            column.accept(this);
        }
    }

    @Override
    protected void updateFrom(List<FromItem> others) {}

    @Override
    protected void deletedTables(Table table, List<FromItem> others) {
        if (others.isEmpty()) {
            super.deletedTables(table, others);
            return;
        }
        out.append("DELETE FROM ");
        table.accept(this);
        out.append(" USING ");
        table.accept(this);
        out.append(", ");
        fromItems(others);
    }
}
