package org.aludel.orm.internal.flush;

import java.util.Arrays;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * The shape of a statement on one table: what it does, which columns it sets, which columns choose the row. Operations
 * of one shape can go into one batch. Shapes are interned by their table, except those with SQL expressions.
 */
final class RowShape {

    enum Kind {
        INSERT,
        UPDATE,
        /** One update over several rows, for values that must change places within a statement. */
        SWAP,
        DELETE
    }

    final TableModel table;
    final Kind kind;
    final int[] set;
    final int[] where;

    /** Slots and foreign keys with a column among those that change; all of them for inserts and deletes. */
    final UniqueSlot[] slots;

    final ForeignKeyModel[] foreignKeys;

    /** What execution has prepared for this shape, by engine; the planner does not look at it. */
    final ConcurrentMap<Object, Object> prepared = new ConcurrentHashMap<>(2);

    RowShape(TableModel table, Kind kind, int[] set, int[] where) {
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

    boolean sets(int column) {
        return Columns.contains(set, column);
    }

    @Override
    public String toString() {
        return kind + " " + table.name + (kind == Kind.DELETE ? "" : " (" + table.names(set) + ")");
    }
}
