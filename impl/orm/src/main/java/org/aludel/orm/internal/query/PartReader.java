package org.aludel.orm.internal.query;

import org.aludel.orm.instrument.CompositeType;
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

    /** A composite, made of its columns. */
    record OfComposite(CompositeType type, int[] columns) implements PartReader {

        @Override
        public @Nullable Object read(RowReader row, LoadContext context) {
            @Nullable Object[] values = new Object[columns.length];
            for (int i = 0; i < values.length; i++) {
                values[i] = row.getObject(columns[i]);
            }
            return type.make(values);
        }
    }

    /**
     * A list that a further statement brings; what is read here is the key that it is asked for, or null.
     *
     * @param columns where the key stands
     */
    record OfMany(int[] columns, NestedRows nested) implements PartReader {

        @Override
        public @Nullable Object read(RowReader row, LoadContext context) {
            Object[] key = new Object[columns.length];
            for (int i = 0; i < key.length; i++) {
                Object value = row.getObject(columns[i]);
                if (value == null) {
                    return null;
                }
                key[i] = value;
            }
            return key;
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
