package org.aludel.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.aludel.schema.Column;
import org.aludel.schema.Table;
import org.aludel.sql.spi.NodeVisitor;
import org.aludel.sql.spi.StructureWriter;
import org.aludel.types.Types;
import org.jspecify.annotations.Nullable;

/**
 * UPDATE. Columns come from what is set here and from the names of the parameters given at execution. Other tables may
 * be used where the database can.
 *
 * @since 0.1
 */
public final class Update extends AbstractStatement {

    private final Table table;
    private final Map<Column<?>, Expr<?>> assignments;
    private final List<FromItem> froms;
    private final List<Expr<Boolean>> where;
    private final List<Selectable> returning;

    private Update(
            Table table,
            Map<Column<?>, Expr<?>> assignments,
            List<FromItem> froms,
            List<Expr<Boolean>> where,
            List<Selectable> returning) {
        this.table = table;
        this.assignments = assignments;
        this.froms = froms;
        this.where = where;
        this.returning = returning;
    }

    /** An update of a table. */
    public static Update of(Table table) {
        return new Update(table, Map.of(), List.of(), List.of(), List.of());
    }

    public <T> Update set(Column<T> column, @Nullable T value) {
        Object checked = value instanceof Expr<?> || value instanceof QueryExpression
                ? BindParameter.of(Types.UNKNOWN, value)
                : value;
        return assigned(column, Assignments.value(column, checked));
    }

    public <T> Update set(Column<T> column, Expr<T> value) {
        return assigned(column, Assignments.value(column, value));
    }

    /** Sets a column to NULL. */
    public Update setNull(Column<?> column) {
        return assigned(column, Assignments.value(column, null));
    }

    /** Sets a column by key, to a value or an expression. */
    public Update set(String key, @Nullable Object value) {
        Column<?> column = table.c(key);
        return assigned(column, Assignments.value(column, value));
    }

    /** Sets columns by key. */
    public Update values(Map<String, ? extends @Nullable Object> values) {
        Update update = this;
        for (Map.Entry<String, ? extends @Nullable Object> entry : values.entrySet()) {
            update = update.set(entry.getKey(), entry.getValue());
        }
        return update;
    }

    /** Other tables to take values from, where the database can. */
    public Update from(FromItem... items) {
        List<FromItem> all = new ArrayList<>(froms);
        all.addAll(List.of(items));
        return new Update(table, assignments, List.copyOf(all), where, returning);
    }

    /** Adds conditions, joined by AND. */
    public Update where(Condition... conditions) {
        List<Expr<Boolean>> all = new ArrayList<>(where);
        all.addAll(List.of(conditions));
        return new Update(table, assignments, froms, List.copyOf(all), returning);
    }

    /** Adds a condition that is any boolean expression. */
    public Update where(Expr<Boolean> condition) {
        List<Expr<Boolean>> all = new ArrayList<>(where);
        all.add(condition);
        return new Update(table, assignments, froms, List.copyOf(all), returning);
    }

    /** Gives columns of the changed rows, where the database can. */
    public Update returning(Selectable... columns) {
        List<Selectable> all = new ArrayList<>(returning);
        all.addAll(List.of(columns));
        return new Update(table, assignments, froms, where, List.copyOf(all));
    }

    private Update assigned(Column<?> column, Expr<?> value) {
        return new Update(
                table, Assignments.with(assignments, Assignments.own(table, column), value), froms, where, returning);
    }

    public Table table() {
        return table;
    }

    public Map<Column<?>, Expr<?>> assignments() {
        return assignments;
    }

    public List<FromItem> froms() {
        return froms;
    }

    public List<Expr<Boolean>> where() {
        return where;
    }

    public List<Selectable> returning() {
        return returning;
    }

    @Override
    public void accept(NodeVisitor visitor) {
        visitor.visitUpdate(this);
    }

    @Override
    public void forEachChild(Consumer<? super Node> action) {
        assignments.values().forEach(action);
        froms.forEach(action);
        where.forEach(action);
        for (Selectable selected : returning) {
            if (selected instanceof Node node) {
                action.accept(node);
            }
        }
    }

    @Override
    public void writeAtoms(StructureWriter writer) {
        writer.atom(table);
        writer.atom(List.copyOf(assignments.keySet()));
        writer.atom(froms.size());
        writer.atom(where.size());
        writer.atom(returning.size());
    }
}
