package org.aludel.orm.internal.flush;

import java.util.Arrays;
import java.util.concurrent.ConcurrentHashMap;
import org.aludel.schema.Column;
import org.jspecify.annotations.Nullable;

/**
 * One table of the constraint model. Columns are numbers from zero; rows are arrays in that order.
 *
 * <p>A table also owns the shapes of the statements that were ever needed for it, so that the plan of a statement is
 * found by identity.
 */
final class TableModel {

    final String name;
    final String[] columns;
    final boolean[] nullable;
    final int[] primaryKey;

    /** The key column whose values the database makes, or -1. */
    final int generatedKey;

    /** All slots, the primary key first (if there is one). */
    UniqueSlot[] slots = {};

    ForeignKeyModel[] foreignKeys = {};

    /** The schema's columns, by number; none where the planner is used by itself. */
    Column<?>[] source = {};

    /** Columns that an update changes unless it sets them. */
    int[] changedOnUpdate = {};

    /** Columns that an insert fills unless it sets them. */
    boolean[] filledOnInsert = {};

    private final boolean[] key;
    private final ConcurrentHashMap<ShapeKey, StatementShape> shapes = new ConcurrentHashMap<>();

    // The shape asked for last: objects of a class mostly come one after another and look alike. A thread that sees
    // that
    // of another loses a look-up, no more.
    private @Nullable StatementShape recent;

    TableModel(String name, String[] columns, boolean[] nullable, int[] primaryKey, int generatedKey) {
        this.name = name;
        this.columns = columns;
        this.nullable = nullable;
        this.primaryKey = primaryKey;
        this.generatedKey = generatedKey;
        key = new boolean[columns.length];
        for (int column : primaryKey) {
            key[column] = true;
        }
    }

    int width() {
        return columns.length;
    }

    boolean isKey(int column) {
        return key[column];
    }

    /** True when a row can stay out of the constraint over these columns by a null that the key does not forbid. */
    boolean canBeNull(int[] some) {
        for (int column : some) {
            if (nullable[column] && !key[column]) {
                return true;
            }
        }
        return false;
    }

    /** The shape of a statement, one object for all equal ones. The arrays given may be reused by the caller. */
    StatementShape shape(StatementShape.Kind kind, int[] set, int setCount, int[] where) {
        StatementShape last = recent;
        if (last != null && last.is(kind, set, setCount, where)) {
            return last;
        }
        StatementShape found = find(kind, set, setCount, where);
        recent = found;
        return found;
    }

    private StatementShape find(StatementShape.Kind kind, int[] set, int setCount, int[] where) {
        ShapeKey probe = new ShapeKey(kind, Arrays.copyOf(set, setCount), where);
        StatementShape known = shapes.get(probe);
        return known != null
                ? known
                : shapes.computeIfAbsent(probe, k -> new StatementShape(this, k.kind, k.set, k.where));
    }

    StatementShape shape(StatementShape.Kind kind, int[] set, int[] where) {
        return shape(kind, set, set.length, where);
    }

    String names(int[] some) {
        StringBuilder text = new StringBuilder();
        for (int column : some) {
            text.append(text.isEmpty() ? "" : ", ").append(columns[column]);
        }
        return text.toString();
    }

    @Override
    public String toString() {
        return name;
    }

    private static final class ShapeKey {
        final StatementShape.Kind kind;
        final int[] set;
        final int[] where;
        final int hash;

        ShapeKey(StatementShape.Kind kind, int[] set, int[] where) {
            this.kind = kind;
            this.set = set;
            this.where = where;
            hash = (Arrays.hashCode(set) * 31 + Arrays.hashCode(where)) * 31 + kind.ordinal();
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof ShapeKey that
                    && hash == that.hash
                    && kind == that.kind
                    && Arrays.equals(set, that.set)
                    && Arrays.equals(where, that.where);
        }

        @Override
        public int hashCode() {
            return hash;
        }
    }
}
