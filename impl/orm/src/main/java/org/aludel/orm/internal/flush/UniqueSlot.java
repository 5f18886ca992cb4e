package org.aludel.orm.internal.flush;

import org.jspecify.annotations.Nullable;

/**
 * Columns whose values together belong to at most one row: a primary key, a unique constraint, or the columns that a
 * foreign key points to.
 */
final class UniqueSlot {

    final int ordinal;
    final TableModel table;
    final @Nullable String name;
    final int[] columns;
    final Deferral deferral;

    /** False for columns that a foreign key points to without a declared constraint: rows can't collide there. */
    final boolean enforced;

    UniqueSlot(
            int ordinal, TableModel table, @Nullable String name, int[] columns, Deferral deferral, boolean enforced) {
        this.ordinal = ordinal;
        this.table = table;
        this.name = name;
        this.columns = columns;
        this.deferral = deferral;
        this.enforced = enforced;
    }

    @Override
    public String toString() {
        return name != null ? name : table.name + "(" + table.names(columns) + ")";
    }
}
