package org.aludel.core.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows that several executions of one statement gave, in the order of the executions. */
final class CollectedRows implements RowCursor {

    private final List<@Nullable Object[]> rows;
    private final int width;
    private int at = -1;

    /** Rows to be {@link #add added}. */
    CollectedRows() {
        this(new ArrayList<>(), -1);
    }

    /**
     * Rows that are there.
     *
     * @param width how many of their values count; -1 for all
     */
    CollectedRows(List<@Nullable Object[]> rows, int width) {
        this.rows = rows;
        this.width = width;
    }

    /** Reads rows to their end; gives how many there were. */
    int add(Rows more) {
        int count = 0;
        try (more) {
            while (more.next()) {
                rows.add(more.values());
                count++;
            }
        }
        return count;
    }

    @Override
    public boolean next() {
        return ++at < rows.size();
    }

    @Override
    public @Nullable Object[] values() {
        @Nullable Object[] row = rows.get(at);
        return width < 0 || row.length == width ? row : Arrays.copyOf(row, width);
    }

    @Override
    public @Nullable Object getObject(int column) {
        return rows.get(at)[column];
    }

    @Override
    public void close() {
        at = rows.size();
    }
}
