package org.aludel.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.aludel.errors.ArgumentException;
import org.aludel.schema.Column;
import org.aludel.schema.ForeignKey;
import org.aludel.schema.Table;
import org.aludel.sql.spi.NodeVisitor;
import org.aludel.sql.spi.StructureWriter;
import org.aludel.sql.tree.Expressions;
import org.aludel.sql.tree.Junction;
import org.aludel.sql.tree.Operator;
import org.jspecify.annotations.Nullable;

/**
 * Two sides joined.
 *
 * @since 0.1
 */
public final class Join implements FromItem {

    /** Which rows without a partner stay. */
    public enum Kind {
        INNER,
        LEFT,
        FULL,
        CROSS
    }

    private final Kind kind;
    private final FromItem left;
    private final FromItem right;
    private final @Nullable Expr<Boolean> on;

    public Join(Kind kind, FromItem left, FromItem right, @Nullable Expr<Boolean> on) {
        this.kind = kind;
        this.left = left;
        this.right = right;
        this.on = on;
    }

    /**
     * A join along the one foreign key between two sides.
     *
     * @throws ArgumentException ALU-0106 if there is none, ALU-0107 if there are several
     */
    public static Join byForeignKey(Kind kind, FromItem left, FromItem right) {
        return new Join(kind, left, right, condition(left, right));
    }

    /** The condition along the one foreign key between two sides. */
    public static Condition condition(FromItem left, FromItem right) {
        List<Condition> found = new ArrayList<>(2);
        List<FromItem> lefts = members(left);
        for (FromItem to : members(right)) {
            // the nearest partner wins, as joins are chained
            for (int i = lefts.size() - 1; i >= 0 && found.isEmpty(); i--) {
                along(lefts.get(i), to, found);
                if (lefts.get(i) != to) {
                    along(to, lefts.get(i), found);
                }
            }
        }
        if (found.isEmpty()) {
            throw new ArgumentException(
                    "ALU-0106",
                    "no foreign key leads from one to the other; where: " + left.label() + " and " + right.label()
                            + "; what to do: declare one with references(...), or give the condition");
        }
        if (found.size() > 1) {
            throw new ArgumentException(
                    "ALU-0107",
                    "several foreign keys lead from one to the other; where: " + left.label() + " and " + right.label()
                            + "; what to do: give the condition");
        }
        return found.get(0);
    }

    /** Whether a foreign key leads from one to the other. */
    public static boolean isPossible(FromItem left, FromItem right) {
        List<Condition> found = new ArrayList<>(2);
        for (FromItem from : members(left)) {
            for (FromItem to : members(right)) {
                along(from, to, found);
                along(to, from, found);
            }
        }
        return !found.isEmpty();
    }

    private static List<FromItem> members(FromItem item) {
        if (item instanceof Join join) {
            List<FromItem> members = new ArrayList<>(members(join.left));
            members.addAll(members(join.right));
            return members;
        }
        return List.of(item);
    }

    private static void along(FromItem from, FromItem to, List<Condition> found) {
        Table fromTable = tableOf(from);
        Table toTable = tableOf(to);
        if (fromTable == null || toTable == null) {
            return;
        }
        for (ForeignKey key : fromTable.foreignKeys()) {
            if (!key.leadsTo(toTable)) {
                continue;
            }
            List<Condition> parts = new ArrayList<>();
            for (int i = 0; i < key.columns().size(); i++) {
                Column<?> referred = to.c((Column<?>) key.referredColumns().get(i));
                Column<?> own = from.c((Column<?>) key.columns().get(i));
                parts.add(
                        Expressions.compareWith(Operator.EQ, to == from ? own : referred, to == from ? referred : own));
            }
            found.add(Junction.of(Operator.AND, parts));
        }
    }

    private static @Nullable Table tableOf(FromItem item) {
        if (item instanceof Table table) {
            return table;
        }
        return item instanceof TableAlias alias && alias.element() instanceof FromItem inner ? tableOf(inner) : null;
    }

    public Kind kind() {
        return kind;
    }

    public FromItem left() {
        return left;
    }

    public FromItem right() {
        return right;
    }

    /** The condition; null for a cross join. */
    public @Nullable Expr<Boolean> on() {
        return on;
    }

    @Override
    public List<Column<?>> columns() {
        List<Column<?>> all = new ArrayList<>(left.columns());
        all.addAll(right.columns());
        return all;
    }

    @Override
    public String label() {
        return left.label() + " join " + right.label();
    }

    @Override
    public void accept(NodeVisitor visitor) {
        visitor.visitJoin(this);
    }

    @Override
    public void forEachChild(Consumer<? super Node> action) {
        action.accept(left);
        action.accept(right);
        if (on != null) {
            action.accept(on);
        }
    }

    @Override
    public void writeAtoms(StructureWriter writer) {
        writer.atom(kind);
        writer.atom(on == null);
    }
}
