package org.aludel.orm.internal.mapping;

import org.aludel.schema.Column;
import org.jspecify.annotations.Nullable;

/**
 * Two columns that a relation makes equal.
 *
 * @param local the owner's attribute; for the far half of a many-to-many relation the target's key attribute
 * @param remoteColumn the column on the other side: of the target's table, or of the table between
 * @param remote the target's attribute of that column; null where the column belongs to the table between
 */
public record ColumnPair(
        ColumnAttribute local,
        Column<?> remoteColumn,
        @Nullable ColumnAttribute remote) {

    @Override
    public String toString() {
        return local + " = " + remoteColumn;
    }
}
