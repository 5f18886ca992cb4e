package org.aludel.core.engine;

import org.jspecify.annotations.Nullable;

/** Rows read from front to back: those of an open cursor, or rows that were read already. */
public interface RowCursor extends AutoCloseable {

    /** Moves to the next row; false, and closed, when there is none. */
    boolean next();

    /** All values of the row. */
    @Nullable
    Object[] values();

    /** The value at a column, counted from 0. */
    @Nullable
    Object getObject(int column);

    @Override
    void close();
}
