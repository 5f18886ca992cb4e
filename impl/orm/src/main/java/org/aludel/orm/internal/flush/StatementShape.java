package org.aludel.orm.internal.flush;

import java.util.Arrays;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.aludel.sql.Expr;
import org.jspecify.annotations.Nullable;

/**
 * The shape of a statement on one table: what it does, which columns it sets, which columns choose the row. Operations
 * of one shape can go into one batch. Shapes are interned by their table, except those with SQL expressions.
 */
final class StatementShape {

    enum Kind {
        INSERT,
        UPDATE,
        /** One update over several rows, for values that must change places within a statement. */
        SWAP,
        DELETE
    }

    private static final @Nullable Expr<?>[] NO_EXPRESSIONS = {};

    final TableModel table;
    final Kind kind;
    final int[] set;
    final int[] where;

    /** Slots and foreign keys with a column among those that change; all of them for inserts and deletes. */
    final UniqueSlot[] slots;

    final ForeignKeyModel[] foreignKeys;

    /** SQL expressions that some columns are set to, in the order of {@link #set}; null for values, empty for none. */
    final @Nullable Expr<?>[] expressions;

    /** What execution has prepared for this shape, by engine; the planner does not look at it. */
    final ConcurrentMap<Object, Object> prepared = new ConcurrentHashMap<>(2);

    StatementShape(TableModel table, Kind kind, int[] set, int[] where) {
        this(table, kind, set, where, NO_EXPRESSIONS);
    }

    /** A shape with expressions, which belongs to one operation alone. */
    StatementShape(TableModel table, Kind kind, int[] set, int[] where, @Nullable Expr<?>[] expressions) {
        this.expressions = expressions;
        this.table = table;
        this.kind = kind;
        this.set = set;
        this.where = where;
        boolean all = kind == Kind.INSERT || kind == Kind.DELETE;
        slots = all
                ? table.slots
                : Arrays.stream(table.slots)
                        .filter(slot -> Columns.overlap(slot.columns, set))
                        .toArray(UniqueSlot[]::new);
        foreignKeys = all
                ? table.foreignKeys
                : Arrays.stream(table.foreignKeys)
                        .filter(key -> Columns.overlap(key.columns, set))
                        .toArray(ForeignKeyModel[]::new);
    }

    /** Whether it is that of a statement without expressions; only the first columns of the array given count. */
    boolean is(Kind otherKind, int[] columns, int count, int[] otherWhere) {
        return kind == otherKind
                && expressions.length == 0
                && (where == otherWhere || Arrays.equals(where, otherWhere))
                && Arrays.equals(set, 0, set.length, columns, 0, count);
    }

    boolean sets(int column) {
        return Columns.contains(set, column);
    }

    @Override
    public String toString() {
        return kind + " " + table.name + (kind == Kind.DELETE ? "" : " (" + table.names(set) + ")");
    }
}
