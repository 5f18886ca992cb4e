package org.aludel.engine;

import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Rows that give their connection back once they were read or closed. */
class OwningResults<T extends @Nullable Object> implements Results<T> {

    private final Results<T> rows;
    final Connection connection;

    OwningResults(Results<T> rows, Connection connection) {
        this.rows = rows;
        this.connection = connection;
    }

    @Override
    public T one() {
        try (connection) {
            return rows.one();
        }
    }

    @Override
    public @Nullable T oneOrNone() {
        try (connection) {
            return rows.oneOrNone();
        }
    }

    @Override
    public @Nullable T first() {
        try (connection) {
            return rows.first();
        }
    }

    @Override
    public List<T> all() {
        try (connection) {
            return rows.all();
        }
    }

    @Override
    public Stream<T> stream() {
        return rows.stream().onClose(connection::close);
    }

    @Override
    public Iterator<T> iterator() {
        Iterator<T> all = rows.iterator();
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                boolean more = all.hasNext();
                if (!more) {
                    connection.close();
                }
                return more;
            }

            @Override
            public T next() {
                return all.next();
            }
        };
    }

    @Override
    public void close() {
        try (connection) {
            rows.close();
        }
    }
}
