package org.aludel.orm.internal.query;

import java.util.Iterator;
import java.util.Objects;
import org.aludel.core.engine.RowSource;
import org.aludel.engine.Result;
import org.aludel.engine.Row;
import org.jspecify.annotations.Nullable;

/** The rows of a result that the program has. */
final class ResultRows extends ValueReader implements RowSource {

    private final Result result;
    private final Iterator<Row> rows;
    private @Nullable Row row;

    ResultRows(Result result) {
        this.result = result;
        this.rows = result.iterator();
    }

    @Override
    public boolean next() {
        row = rows.hasNext() ? rows.next() : null;
        return row != null;
    }

    @Override
    public @Nullable Object[] values() {
        @Nullable Object[] values = new Object[result.keys().size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = getObject(i);
        }
        return values;
    }

    @Override
    public @Nullable Object getObject(int column) {
        return Objects.requireNonNull(row, "next() comes first").get(column);
    }

    @Override
    RuntimeException missing() {
        return QueryErrors.missingColumn("a value that is not null", result.keys());
    }

    @Override
    public void close() {
        result.close();
    }
}
