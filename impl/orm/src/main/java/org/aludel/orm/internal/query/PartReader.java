package org.aludel.orm.internal.query;

import org.aludel.orm.instrument.RowReader;
import org.aludel.orm.internal.loading.EntityLoad;
import org.aludel.orm.internal.loading.LoadContext;
import org.jspecify.annotations.Nullable;

/** Reads one selected part from a row. */
sealed interface PartReader {

    @Nullable
    Object read(RowReader row, LoadContext context);

    /** An object. */
    record OfEntity(EntityLoad load) implements PartReader {

        @Override
        public @Nullable Object read(RowReader row, LoadContext context) {
            return load.read(row, context);
        }
    }

    /** The value of an expression. */
    record OfValue(int column) implements PartReader {

        @Override
        public @Nullable Object read(RowReader row, LoadContext context) {
            return row.getObject(column);
        }
    }
}
