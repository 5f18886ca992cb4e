package org.aludel.orm.internal.query;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.aludel.core.engine.RowSource;
import org.aludel.orm.ResultItem;
import org.aludel.orm.instrument.RowReader;
import org.aludel.orm.internal.caching.CachedReads;
import org.aludel.orm.internal.loading.LoadContext;
import org.aludel.orm.internal.loading.QueryValues;
import org.aludel.orm.internal.session.DefaultSession;
import org.aludel.orm.internal.watching.Trail;
import org.jspecify.annotations.Nullable;

/** A query being read: rows come from the database, results go out, whole or in portions. */
final class QueryCursor<T extends @Nullable Object> {

    private static final int PORTION = 1000;

    private final DefaultSession session;
    private final PreparedQuery prepared;
    private final Output<T> output;
    private final QueryParts parts;
    private final RowSource rows;
    private final RowReader reader;
    private final LoadContext context;
    private final boolean deduplicating;
    private final boolean telling;

    /** Rows whose lists are not there yet; null if rows have none. */
    private final @Nullable List<@Nullable Object[]> unfinished;

    private @Nullable Object latest;
    private @Nullable Set<Object> seen;

    /**
     * @param reader the rows, or what gives their columns in another order
     * @param trail notes where the objects came from; null if nobody wants to know
     * @param cached answers from the result cache; null if the query did not ask for it
     */
    QueryCursor(
            DefaultSession session,
            PreparedQuery prepared,
            Output<T> output,
            QueryParts parts,
            QueryValues values,
            RowSource rows,
            RowReader reader,
            @Nullable Trail trail,
            @Nullable CachedReads cached) {
        this.reader = reader;
        this.session = session;
        this.prepared = prepared;
        this.output = output;
        this.parts = parts;
        this.rows = rows;
        this.context = new LoadContext(session, prepared.shape(), parts.populateExisting, values, trail, cached);
        this.unfinished = prepared.nests() ? new ArrayList<>() : null;
        this.telling = session.wants(ResultItem.class);
        this.deduplicating = output.isUnique() && prepared.mayRepeat();
    }

    /** Reads until there are enough results, and what the rows load along. */
    void readInto(List<? super T> results, int enough) {
        // members of a collection may be in rows to come
        int most = prepared.shape().collections() > 0 ? Integer.MAX_VALUE : enough;
        if (prepared.shape().entities() > 0) {
            session.identityMap().presize(prepared.sizes().expected());
        }
        while (count(results) < most && rows.next()) {
            read(results);
        }
        prepared.sizes().note(count(results));
        rows.close();
        context.finish();
        finishRows(results);
    }

    private boolean readPortion(List<? super T> results, int size) {
        boolean more = true;
        while (count(results) < size && (more = rows.next())) {
            read(results);
        }
        context.finish();
        finishRows(results);
        return more;
    }

    private int count(List<? super T> results) {
        return results.size() + (unfinished == null ? 0 : unfinished.size());
    }

    /** Brings the lists of the rows read so far. */
    private void finishRows(List<? super T> results) {
        List<@Nullable Object[]> read = unfinished;
        if (read != null) {
            NestedRows.fill(prepared.parts(), read, context);
            for (@Nullable Object[] values : read) {
                add(results, output.make(values));
            }
            read.clear();
        }
    }

    private void read(List<? super T> results) {
        PartReader[] readers = prepared.parts();
        if (output.isSingle()) {
            Object value = readers[0].read(reader, context);
            if (!deduplicating || isNew(value)) {
                add(results, value);
            }
            return;
        }
        @Nullable Object[] values = new Object[readers.length];
        for (int i = 0; i < readers.length; i++) {
            values[i] = readers[i].read(reader, context);
        }
        if (unfinished != null) {
            unfinished.add(values);
        } else {
            add(results, output.make(values));
        }
    }

    @SuppressWarnings("unchecked")
    private void add(List<? super T> results, @Nullable Object item) {
        if (!telling) {
            results.add((T) item);
            return;
        }
        ResultItem event = new ResultItem(session, item);
        session.fire(ResultItem.class, () -> event);
        if (!event.isLeftOut()) {
            results.add((T) event.item());
        }
    }

    /** Rows of the same object are mostly neighbours. */
    private boolean isNew(@Nullable Object object) {
        if (object == latest && (object != null || seen != null)) {
            return false;
        }
        latest = object;
        Set<Object> known = seen;
        if (known == null) {
            known = Collections.newSetFromMap(new IdentityHashMap<>());
            seen = known;
        }
        return known.add(object);
    }

    /** The results as a stream that holds the session until it is closed or read to its end. */
    Stream<T> stream(Runnable released) {
        context.stream();
        Portions portions = new Portions(released);
        return StreamSupport.stream(portions, false).onClose(portions::close);
    }

    void close() {
        rows.close();
    }

    /** Hands out portion by portion. */
    private final class Portions extends Spliterators.AbstractSpliterator<T> {

        private final Runnable released;
        private final int size;
        private final ArrayDeque<Object> ready = new ArrayDeque<>();
        private boolean more = true;
        private boolean closed;

        Portions(Runnable released) {
            super(Long.MAX_VALUE, Spliterator.ORDERED);
            this.released = released;
            int asked = parts.yieldPer == 0 ? PORTION : parts.yieldPer;
            this.size = prepared.shape().collections() > 0 ? Integer.MAX_VALUE : asked;
        }

        @Override
        @SuppressWarnings("unchecked")
        public boolean tryAdvance(Consumer<? super T> action) {
            if (ready.isEmpty() && more && !closed) {
                fill();
            }
            if (ready.isEmpty()) {
                close();
                return false;
            }
            Object next = ready.poll();
            action.accept((T) (next == Absent.NULL ? null : next));
            return true;
        }

        private void fill() {
            List<T> portion = new ArrayList<>();
            try {
                more = readPortion(portion, size);
            } catch (RuntimeException | Error e) {
                close();
                throw e;
            }
            for (T result : portion) {
                ready.add(result == null ? Absent.NULL : result);
            }
        }

        void close() {
            if (!closed) {
                closed = true;
                try {
                    rows.close();
                } finally {
                    released.run();
                }
            }
        }
    }

    private enum Absent {
        NULL
    }
}
