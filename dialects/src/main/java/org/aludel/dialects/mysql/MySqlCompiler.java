package org.aludel.dialects.mysql;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.aludel.core.compiler.Compilation;
import org.aludel.core.compiler.SqlCompiler;
import org.aludel.schema.Column;
import org.aludel.schema.Table;
import org.aludel.sql.DmlStatement;
import org.aludel.sql.Expr;
import org.aludel.sql.FromItem;
import org.aludel.sql.Update;
import org.aludel.sql.tree.Binary;
import org.aludel.sql.tree.Comparison;
import org.aludel.sql.tree.ConflictClause;
import org.aludel.sql.tree.Excluded;
import org.aludel.sql.tree.Func;
import org.aludel.sql.tree.NextValue;
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
    protected String emptyColumns(Table table) {
        return " ()";
    }

    @Override
    protected String emptyValues() {
        return " VALUES ()";
    }

    @Override
    protected boolean cteFollowsInsert() {
        return true;
    }

    @Override
    public void visitUpsert(ConflictClause.Upsert upsert) {
        if (upsert.where() != null) {
            throw unsupported("a condition on the rows that an upsert updates");
        }
        if (upsert.update().isEmpty()) {
            // IGNORE would swallow other errors besides; setting a column to itself changes nothing
            String name =
                    dialect.identifiers().quote(inserting().table().columns().get(0).name());
            out.append(" ON DUPLICATE KEY UPDATE ").append(name).append(" = ").append(name);
            return;
        }
        onDuplicateKey(upsert.update(), upsert.update().keySet());
    }

    @Override
    public void visitOnDuplicateKey(ConflictClause.OnDuplicateKey clause) {
        onDuplicateKey(
                clause.update(),
                clause.inOrder() ? clause.update().keySet() : inTableOrder(clause.update()));
    }

    private void onDuplicateKey(Map<Column<?>, Expr<?>> update, Iterable<Column<?>> columns) {
        out.append(" ON DUPLICATE KEY UPDATE ");
        conflictAssignments(update, columns);
    }

    @Override
    public void visitNextValue(NextValue next) {
        out.append("nextval(")
                .append(dialect.identifiers()
                        .qualified(next.sequence().schema(), next.sequence().name()))
                .append(')');
    }

    @Override
    public void visitExcluded(Excluded<?> excluded) {
        out.append("VALUES(")
                .append(dialect.identifiers().quote(excluded.column().name()))
                .append(')');
    }

    @Override
    protected void updatedTables(Update update, List<FromItem> others) {
        super.updatedTables(update, others);
        if (!others.isEmpty()) {
            out.append(", ");
            fromItems(others);
        }
    }

    @Override
    protected void assignmentTarget(FromItem target, Column<?> column, List<FromItem> others) {
        if (others.isEmpty()) {
            super.assignmentTarget(target, column, others);
        } else {
            qualifiedTarget(target, column);
        }
    }

    @Override
    protected boolean updatesOtherTables() {
        return true;
    }

    @Override
    protected void updateFrom(FromItem target, List<FromItem> others) {}

    @Override
    protected void deleteUsing(FromItem target, List<FromItem> others) {
        out.append(" USING ");
        target.accept(this);
        out.append(", ");
        fromItems(others);
    }

    @Override
    protected void limitClause(DmlStatement<?> statement) {
        Object limit = statement.dialectOption("mysql_limit");
        if (limit != null) {
            out.append(" LIMIT ").append(((Number) limit).longValue());
        }
    }
}
