package org.aludel.orm.internal.state;

import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.BitSet;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.aludel.orm.internal.mapping.ColumnAttribute;
import org.jspecify.annotations.Nullable;

/** Which attributes of new objects have got their value by a first read, which is no change. Objects are held weakly. */
public final class InitialValues {

    private static final Map<Object, BitSet> KNOWN = new ConcurrentHashMap<>();
    private static final ReferenceQueue<Object> GONE = new ReferenceQueue<>();

    private InitialValues() {}

    /** Finds an object by identity; user code is not asked. */
    private static final class Identity extends WeakReference<Object> {
        private final int hash;

        Identity(Object object, @Nullable ReferenceQueue<Object> queue) {
            super(object, queue);
            hash = System.identityHashCode(object);
        }

        @Override
        public int hashCode() {
            return hash;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return this == other || other instanceof Identity that && get() != null && get() == that.get();
        }
    }

    static void add(Object instance, ColumnAttribute column) {
        for (Reference<?> gone = GONE.poll(); gone != null; gone = GONE.poll()) {
            KNOWN.remove(gone);
        }
        BitSet columns = KNOWN.computeIfAbsent(new Identity(instance, GONE), any -> new BitSet());
        synchronized (columns) {
            columns.set(column.index());
        }
    }

    static void remove(Object instance, ColumnAttribute column) {
        BitSet columns = KNOWN.isEmpty() ? null : KNOWN.get(new Identity(instance, null));
        if (columns != null) {
            synchronized (columns) {
                columns.clear(column.index());
            }
        }
    }

    /** Whether the value of an attribute came by a first read. */
    public static boolean has(Object instance, ColumnAttribute column) {
        BitSet columns = KNOWN.isEmpty() || column.index() < 0 ? null : KNOWN.get(new Identity(instance, null));
        if (columns == null) {
            return false;
        }
        synchronized (columns) {
            return columns.get(column.index());
        }
    }
}
