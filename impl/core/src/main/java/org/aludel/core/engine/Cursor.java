package org.aludel.core.engine;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.aludel.engine.Results;
import org.aludel.errors.MultipleResultsException;
import org.aludel.errors.NoResultException;
import org.jspecify.annotations.Nullable;

/**
 * Reads open rows from front to back, making something of each.
 *
 * @param <T> what a row becomes
 */
abstract class Cursor<T extends @Nullable Object> implements Results<T> {

    private final @Nullable RowCursor rows;

    Cursor(@Nullable RowCursor rows) {
        this.rows = rows;
    }

    /** What the current row becomes. */
    abstract T shape(RowCursor row);

    /** Whether the statement returned rows, if only none. */
    final boolean hasRows() {
        return rows != null;
    }

    /** The open rows; an error for a statement that returns none. */
    RowCursor rows() {
        if (rows == null) {
            throw new org.aludel.errors.InvalidRequestException(
                    "ALU-0231",
                    "the statement returns no rows; where: result of a statement without columns; what to do: ask for"
                            + " rowCount(), or add returning(...)");
        }
        return rows;
    }

    @Override
    public T one() {
        try (RowCursor open = rows()) {
            if (!open.next()) {
                throw new NoResultException(
                        "ALU-0232",
                        "no row was found; where: one(); what to do: check the criteria, or use oneOrNone()");
            }
            T value = shape(open);
            refuseMore(open, "one()");
            return value;
        }
    }

    @Override
    public @Nullable T oneOrNone() {
        try (RowCursor open = rows()) {
            if (!open.next()) {
                return null;
            }
            T value = shape(open);
            refuseMore(open, "oneOrNone()");
            return value;
        }
    }

    private static void refuseMore(RowCursor open, String where) {
        if (open.next()) {
            throw new MultipleResultsException(
                    "ALU-0233",
                    "several rows were found where one was asked for; where: " + where
                            + "; what to do: narrow the criteria, or use first() or all()");
        }
    }

    @Override
    public @Nullable T first() {
        try (RowCursor open = rows()) {
            return open.next() ? shape(open) : null;
        }
    }

    @Override
    public List<T> all() {
        try (RowCursor open = rows()) {
            List<T> all = new ArrayList<>();
            while (open.next()) {
                all.add(shape(open));
            }
            return all;
        }
    }

    @Override
    public Stream<T> stream() {
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(iterator(), Spliterator.ORDERED), false)
                .onClose(this::close);
    }

    @Override
    public Iterator<T> iterator() {
        return new RowIterator(rows());
    }

    @Override
    public void close() {
        if (rows != null) {
            rows.close();
        }
    }

    private final class RowIterator implements Iterator<T> {
        private final RowCursor open;
        private boolean looked;
        private boolean present;

        RowIterator(RowCursor open) {
            this.open = open;
        }

        @Override
        public boolean hasNext() {
            if (!looked) {
                present = open.next();
                looked = true;
            }
            return present;
        }

        @Override
        public T next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            looked = false;
            return shape(open);
        }
    }
}
