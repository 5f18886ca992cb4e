package org.aludel.sql;

import org.aludel.schema.Column;
import org.aludel.schema.TypedTable;
import org.jspecify.annotations.Nullable;

/**
 * An alias of a typed table, with the same record of columns.
 *
 * @param <R> the record
 * @since 0.1
 */
public final class TypedAlias<R extends Record> extends TableAlias {

    private final R record;

    /** Used by {@link TypedTable#as(String)}. */
    public TypedAlias(TypedTable<R> table, @Nullable String name) {
        super(table, name);
        this.record = table.recordWith(column -> (Column<?>) c(column));
    }

    /** The columns. */
    public R c() {
        return record;
    }
}
