package org.aludel.core.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.aludel.engine.Result;
import org.aludel.engine.Results;
import org.aludel.engine.Row;
import org.aludel.errors.InvalidRequestException;
import org.aludel.sql.Selected;
import org.jspecify.annotations.Nullable;

/** The result of one execution. */
final class CursorResult extends Cursor<Row> implements Result {

    private static final RowHeader NO_COLUMNS = new RowHeader(List.of(), new Object[0]);

    private static final long[] UNKNOWN_COUNT = {-1};

    private final RowHeader header;
    private final long[] counts;
    private final @Nullable Row insertedKey;

    /** A result of rows. */
    CursorResult(RowHeader header, RowCursor rows) {
        this(header, rows, UNKNOWN_COUNT);
    }

    /** A result of the rows of several sets. */
    CursorResult(RowHeader header, RowCursor rows, long[] counts) {
        super(rows);
        this.header = header;
        this.counts = counts;
        this.insertedKey = null;
    }

    /** A result without rows. */
    CursorResult(@Nullable Row insertedKey, long... counts) {
        super(null);
        this.header = NO_COLUMNS;
        this.counts = counts;
        this.insertedKey = insertedKey;
    }

    @Override
    Row shape(RowCursor row) {
        return row(header, row);
    }

    @Override
    public Iterator<Row> iterator() {
        return new RowIterator(header, rows());
    }

    /** The values come first: a row made before them would be stored into with a write barrier. */
    private static Row row(RowHeader header, RowCursor open) {
        @Nullable Object[] values = open.values();
        return new ArrayRow(header, values);
    }

    @Override
    public boolean returnsRows() {
        return hasRows();
    }

    @Override
    public List<String> keys() {
        return header.keys();
    }

    @Override
    public @Nullable Object scalar() {
        try (RowCursor open = rows()) {
            return open.next() ? open.getObject(0) : null;
        }
    }

    @Override
    public <T> @Nullable T scalar(Class<T> type) {
        return Conversion.to(
                type, scalar(), header.size() == 0 ? "?" : header.keys().get(0));
    }

    @Override
    @SuppressWarnings("unchecked") // a selected column is read by the handler of its type
    public <T> List<T> scalars(Selected<T> column) {
        int index = header.indexOf(column);
        Class<T> type = header.source(index) == null ? RowSources.javaTypeOf(column) : null;
        String name = header.keys().get(index);
        try (RowCursor open = rows()) {
            List<T> values = new ArrayList<>();
            while (open.next()) {
                Object value = open.getObject(index);
                values.add(type == null ? (T) value : Conversion.to(type, value, name));
            }
            return values;
        }
    }

    @Override
    public <T> List<T> scalars(Class<T> type) {
        try (RowCursor open = rows()) {
            List<T> values = new ArrayList<>();
            while (open.next()) {
                values.add(Conversion.to(type, open.getObject(0), header.keys().get(0)));
            }
            return values;
        }
    }

    @Override
    public <T> Results<T> as(Class<T> type) {
        RowCursor open = rows();
        RowShape<T> shape = RowShape.of(type, header);
        return new Cursor<>(open) {
            @Override
            T shape(RowCursor row) {
                return shape.make(row.values());
            }
        };
    }

    @Override
    public long rowCount() {
        if (counts.length == 1) {
            return counts[0];
        }
        return Arrays.stream(counts).anyMatch(c -> c < 0)
                ? -1
                : Arrays.stream(counts).sum();
    }

    @Override
    public long[] rowCounts() {
        return counts.clone();
    }

    @Override
    public Row insertedPrimaryKey() {
        if (insertedKey == null) {
            throw new InvalidRequestException(
                    "ALU-0239",
                    "there is no inserted primary key; where: a statement that is not the INSERT of one row into a table"
                            + " with a primary key; what to do: execute table.insert() with one set of values, or use"
                            + " returning(...)");
        }
        return insertedKey;
    }

    /**
     * Rows one by one. What {@link Cursor} offers does the same for anything that a row becomes; here the JIT knows that, and
     * as nothing in a loop but reading the values is large, it takes both the iterator and the row apart in the caller's loop.
     */
    private static final class RowIterator implements Iterator<Row> {
        private final RowHeader header;
        private final RowCursor open;

        /** Whether the cursor stands on a row that was not given out yet. */
        private boolean ready;

        RowIterator(RowHeader header, RowCursor open) {
            this.header = header;
            this.open = open;
        }

        @Override
        public boolean hasNext() {
            return ready || advance();
        }

        @Override
        public Row next() {
            if (!ready && !advance()) {
                throw new NoSuchElementException();
            }
            ready = false;
            return row(header, open);
        }

        private boolean advance() {
            ready = open.next();
            return ready;
        }
    }
}
