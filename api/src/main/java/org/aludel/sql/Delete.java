package org.aludel.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.aludel.schema.Table;
import org.aludel.sql.spi.NodeVisitor;
import org.aludel.sql.spi.StructureWriter;

/**
 * DELETE. Other tables may be used where the database can.
 *
 * @since 0.1
 */
public final class Delete extends AbstractStatement {

    private final Table table;
    private final List<FromItem> using;
    private final List<Expr<Boolean>> where;
    private final List<Selectable> returning;

    private Delete(Table table, List<FromItem> using, List<Expr<Boolean>> where, List<Selectable> returning) {
        this.table = table;
        this.using = using;
        this.where = where;
        this.returning = returning;
    }

    /** A delete from a table. */
    public static Delete from(Table table) {
        return new Delete(table, List.of(), List.of(), List.of());
    }

    /** Other tables that the condition uses, where the database can. */
    public Delete using(FromItem... items) {
        List<FromItem> all = new ArrayList<>(using);
        all.addAll(List.of(items));
        return new Delete(table, List.copyOf(all), where, returning);
    }

    /** Adds conditions, joined by AND. */
    public Delete where(Condition... conditions) {
        List<Expr<Boolean>> all = new ArrayList<>(where);
        all.addAll(List.of(conditions));
        return new Delete(table, using, List.copyOf(all), returning);
    }

    /** Adds a condition that is any boolean expression. */
    public Delete where(Expr<Boolean> condition) {
        List<Expr<Boolean>> all = new ArrayList<>(where);
        all.add(condition);
        return new Delete(table, using, List.copyOf(all), returning);
    }

    /** Gives columns of the deleted rows, where the database can. */
    public Delete returning(Selectable... columns) {
        List<Selectable> all = new ArrayList<>(returning);
        all.addAll(List.of(columns));
        return new Delete(table, using, where, List.copyOf(all));
    }

    public Table table() {
        return table;
    }

    public List<FromItem> using() {
        return using;
    }

    public List<Expr<Boolean>> where() {
        return where;
    }

    public List<Selectable> returning() {
        return returning;
    }

    @Override
    public void accept(NodeVisitor visitor) {
        visitor.visitDelete(this);
    }

    @Override
    public void forEachChild(Consumer<? super Node> action) {
        using.forEach(action);
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
        writer.atom(using.size());
        writer.atom(where.size());
        writer.atom(returning.size());
    }
}
