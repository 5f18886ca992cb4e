package org.aludel.engine;

import java.util.List;
import org.aludel.sql.Selected;
import org.jspecify.annotations.Nullable;

/** The result of a statement that was executed on a connection of its own. */
final class OwningResult extends OwningResults<Row> implements Result {

    private final Result result;

    OwningResult(Result result, Connection connection) {
        super(result, connection);
        this.result = result;
    }

    @Override
    public boolean returnsRows() {
        return true;
    }

    @Override
    public List<String> keys() {
        return result.keys();
    }

    @Override
    public @Nullable Object scalar() {
        try (connection) {
            return result.scalar();
        }
    }

    @Override
    public <T> @Nullable T scalar(Class<T> type) {
        try (connection) {
            return result.scalar(type);
        }
    }

    @Override
    public <T> List<T> scalars(Selected<T> column) {
        try (connection) {
            return result.scalars(column);
        }
    }

    @Override
    public <T> List<T> scalars(Class<T> type) {
        try (connection) {
            return result.scalars(type);
        }
    }

    @Override
    public <T> Results<T> as(Class<T> type) {
        return new OwningResults<>(result.as(type), connection);
    }

    @Override
    public long rowCount() {
        return result.rowCount();
    }

    @Override
    public long[] rowCounts() {
        return result.rowCounts();
    }

    @Override
    public Row insertedPrimaryKey() {
        return result.insertedPrimaryKey();
    }
}
