package org.aludel.orm.internal.flush;

import org.jspecify.annotations.Nullable;

/** A foreign key as the planner sees it: {@code columns[i]} refers to {@code target.columns[i]}. */
final class ForeignKeyModel {

    final int ordinal;
    final TableModel table;
    final @Nullable String name;
    final int[] columns;
    final UniqueSlot target;
    final Deferral deferral;

    /** The database itself follows changes of the key. */
    final boolean cascadesUpdates;

    /** A relation asks for this key to be written by an update of its own whenever rows of one flush meet in it. */
    final boolean postUpdate;

    /** The program says that the database neither checks changes of the key at once nor follows them. */
    boolean unchecked;

    ForeignKeyModel(
            int ordinal,
            TableModel table,
            @Nullable String name,
            int[] columns,
            UniqueSlot target,
            Deferral deferral,
            boolean cascadesUpdates,
            boolean postUpdate) {
        this.ordinal = ordinal;
        this.table = table;
        this.name = name;
        this.columns = columns;
        this.target = target;
        this.deferral = deferral;
        this.cascadesUpdates = cascadesUpdates;
        this.postUpdate = postUpdate;
    }

    @Override
    public String toString() {
        return name != null ? name : table.name + "(" + table.names(columns) + ") -> " + target.table.name;
    }
}
