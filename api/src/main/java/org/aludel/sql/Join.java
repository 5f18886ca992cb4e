package org.aludel.sql;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.aludel.errors.ArgumentException;
import org.aludel.schema.Column;
import org.aludel.schema.ForeignKey;
import org.aludel.schema.Table;
import org.aludel.sql.spi.LabelName;
import org.aludel.sql.spi.NodeVisitor;
import org.aludel.sql.spi.StructureWriter;
import org.aludel.sql.tree.Expressions;
import org.aludel.sql.tree.Junction;
import org.aludel.sql.tree.Operator;
import org.aludel.sql.tree.Traversal;
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
        // what was joined last is the nearest partner
        Map<ForeignKey, List<Condition>> found = new LinkedHashMap<>();
        if (left instanceof Join join) {
            scan(join.right, right, found);
        }
        if (found.isEmpty()) {
            scan(left, right, found);
        }
        if (found.isEmpty()) {
            throw new ArgumentException(
                    "ALU-0106",
                    "no foreign key leads from one to the other; where: " + left.label() + " and " + right.label()
                            + "; what to do: declare one with references(...), or give the condition");
        }
        List<Condition> parts = found.values().iterator().next();
        if (found.size() > 1 && !found.values().stream().allMatch(parts::equals)
                || parts.stream().distinct().count() < parts.size()
                || found.keySet().iterator().next().columns().size() < parts.size()) {
            throw new ArgumentException(
                    "ALU-0107",
                    "several foreign keys lead from one to the other; where: " + left.label() + " and " + right.label()
                            + "; what to do: give the condition");
        }
        return Junction.of(Operator.AND, parts);
    }

    /** Whether a foreign key leads from one to the other. */
    public static boolean isPossible(FromItem left, FromItem right) {
        Map<ForeignKey, List<Condition>> found = new LinkedHashMap<>();
        scan(left, right, found);
        return !found.isEmpty();
    }

    private static void scan(FromItem left, FromItem right, Map<ForeignKey, List<Condition>> found) {
        along(right, left, found);
        if (left != right) {
            along(left, right, found);
        }
    }

    /** Adds what is equal by the foreign keys of one side that lead to the other: referred = referring. */
    private static void along(FromItem from, FromItem to, Map<ForeignKey, List<Condition>> found) {
        Set<Table> targets = new LinkedHashSet<>();
        tables(to, targets);
        for (FromItem leaf : leaves(from, new ArrayList<>(2))) {
            Set<Table> tables = new LinkedHashSet<>();
            tables(leaf, tables);
            for (Table table : tables) {
                for (ForeignKey key : table.foreignKeys()) {
                    if (targets.stream().anyMatch(key::leadsTo)) {
                        along(key, leaf, to, found);
                    }
                }
            }
        }
    }

    private static void along(ForeignKey key, FromItem from, FromItem to, Map<ForeignKey, List<Condition>> found) {
        for (int i = 0; i < key.columns().size(); i++) {
            Column<?> own = from.correspondingColumn(key.columns().get(i));
            Column<?> referred = to.correspondingColumn(key.referredColumns().get(i));
            if (own != null && referred != null) {
                found.computeIfAbsent(key, k -> new ArrayList<>(2))
                        .add(Expressions.compareWith(Operator.EQ, referred, own));
            }
        }
    }

    private static List<FromItem> leaves(FromItem item, List<FromItem> found) {
        if (item instanceof Join join) {
            leaves(join.left, found);
            leaves(join.right, found);
        } else {
            found.add(item);
        }
        return found;
    }

    /** The tables whose columns something has. */
    private static void tables(FromItem item, Set<Table> found) {
        if (item instanceof Table table) {
            found.add(table);
        } else if (item instanceof Join join) {
            tables(join.left, found);
            tables(join.right, found);
        } else {
            for (Column<?> column : item.columns()) {
                Column<?> stored = column;
                while (stored.origin() != null) {
                    stored = stored.origin();
                }
                Table table = stored.table();
                if (table != null) {
                    found.add(table);
                }
            }
        }
    }

    /** Whether something is one of the sides, or inside of one. */
    public boolean holds(FromItem item) {
        return item == left
                || item == right
                || left instanceof Join inLeft && inLeft.holds(item)
                || right instanceof Join inRight && inRight.holds(item);
    }

    /** A column by key, or by table and key joined by an underscore. */
    @Override
    public @Nullable Column<?> find(String key) {
        for (FromItem leaf : leaves(this, new ArrayList<>(2))) {
            String qualifier = leaf instanceof Table table ? LabelName.fixedQualifier(table) : leaf.fixedName();
            if (qualifier != null && key.startsWith(qualifier + "_")) {
                Column<?> column = leaf.find(key.substring(qualifier.length() + 1));
                if (column != null) {
                    return column;
                }
            }
        }
        return FromItem.super.find(key);
    }

    /** The joined rows as a subquery; its columns are named by table and column. */
    @Override
    public TableAlias as(String name) {
        return select().setLabelStyle(LabelStyle.TABLENAME_PLUS_COL).as(name);
    }

    /** The joined rows as a subquery under a name made at compilation; its columns are named by table and column. */
    @Override
    public TableAlias alias() {
        return select().setLabelStyle(LabelStyle.TABLENAME_PLUS_COL).subquery();
    }

    /** The same join of aliases of the sides, whose names are made at compilation. */
    public Join flatAlias() {
        FromItem newLeft = left instanceof Join join ? join.flatAlias() : left.alias();
        FromItem newRight = right instanceof Join join ? join.flatAlias() : right.alias();
        Expr<Boolean> condition = on == null ? null : Traversal.adapt(Traversal.adapt(on, newLeft), newRight);
        return new Join(kind, newLeft, newRight, condition);
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
