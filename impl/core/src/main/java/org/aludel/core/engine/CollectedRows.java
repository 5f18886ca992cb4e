package org.aludel.core.engine;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows that several executions of one statement gave, in the order of the executions. */
final class CollectedRows implements RowCursor {

    private final List<@Nullable Object[]> rows = new ArrayList<>();
    private int at = -1;

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
        return rows.get(at);
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
