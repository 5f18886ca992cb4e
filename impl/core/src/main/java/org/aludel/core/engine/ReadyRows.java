package org.aludel.core.engine;

import java.util.ArrayList;
import java.util.List;
import org.aludel.engine.Result;
import org.aludel.engine.Row;
import org.jspecify.annotations.Nullable;

/** A result of rows that were made already, as those of mapped objects are. */
public final class ReadyRows {

    private ReadyRows() {}

    /** The result; its columns are found by the sources that the header names. */
    public static Result of(RowHeader header, List<? extends Row> rows) {
        List<@Nullable Object[]> values = new ArrayList<>(rows.size());
        for (Row row : rows) {
            values.add(row.toList().toArray());
        }
        return new CursorResult(header, new CollectedRows(values, -1));
    }
}
