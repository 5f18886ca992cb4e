package org.aludel.core.cache;

import java.util.Iterator;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.ReentrantLock;
import org.aludel.engine.StatementCache;
import org.jspecify.annotations.Nullable;

/**
 * A bounded map that forgets what was not used lately. A hit takes no lock and, once an entry is marked as used, writes
 * nothing shared but a striped counter; eviction is the clock algorithm (second chance).
 *
 * @param <K> immutable, with equals and hashCode
 * @param <V> what is kept
 */
public final class BoundedCache<K, V> implements StatementCache {

    /**
     * A place in the cache, for callers that hold on to it instead of looking the key up again.
     *
     * @param <V> what is kept
     */
    public static final class Entry<V> {

        private final BoundedCache<?, V> cache;
        private final V value;
        private boolean used; // set by the first hit; racy on purpose: a lost mark costs at most one early eviction
        private volatile boolean kept = true;

        private Entry(BoundedCache<?, V> cache, V value) {
            this.cache = cache;
            this.value = value;
        }

        /** What is kept. */
        public V value() {
            return value;
        }

        /** Whether it is in that cache and was not forgotten since. */
        public boolean isIn(BoundedCache<?, V> other) {
            return cache == other && kept;
        }

        /** Counts a hit without a look-up. */
        public void hit() {
            cache.hits.increment();
            if (!used) {
                used = true;
            }
        }
    }

    private final int capacity;
    private final ConcurrentHashMap<K, Entry<V>> entries;
    private final LongAdder hits = new LongAdder();
    private final LongAdder misses = new LongAdder();
    private final ReentrantLock evicting = new ReentrantLock();

    public BoundedCache(int capacity) {
        this.capacity = capacity;
        this.entries = new ConcurrentHashMap<>(Math.min(64, Math.max(1, capacity)));
    }

    /** The value of a key, or null; counts a hit or a miss. */
    public @Nullable V get(K key) {
        Entry<V> entry = entry(key);
        return entry == null ? null : entry.value;
    }

    /** The entry of a key, or null; counts a hit or a miss. */
    public @Nullable Entry<V> entry(K key) {
        Entry<V> entry = entries.get(key);
        if (entry == null) {
            misses.increment();
            return null;
        }
        entry.hit();
        return entry;
    }

    /** Keeps a value, unless another thread was first; returns the one that is kept. */
    public V putIfAbsent(K key, V value) {
        if (capacity == 0) {
            return value;
        }
        Entry<V> earlier = entries.putIfAbsent(key, new Entry<>(this, value));
        if (earlier != null) {
            return earlier.value;
        }
        if (entries.size() > capacity) {
            evict(key);
        }
        return value;
    }

    /** Makes room for a tenth of the capacity, so that a full cache does not evict at each miss. */
    private void evict(K newest) {
        evicting.lock();
        try {
            if (entries.size() <= capacity) {
                return;
            }
            int target = Math.max(1, capacity - capacity / 10);
            for (int round = 0; round < 2 && entries.size() > target; round++) {
                Iterator<java.util.Map.Entry<K, Entry<V>>> all =
                        entries.entrySet().iterator();
                while (all.hasNext() && entries.size() > target) {
                    java.util.Map.Entry<K, Entry<V>> candidate = all.next();
                    if (candidate.getKey().equals(newest)) {
                        continue;
                    }
                    if (candidate.getValue().used) {
                        candidate.getValue().used = false;
                    } else {
                        forget(candidate.getKey(), candidate.getValue());
                    }
                }
            }
        } finally {
            evicting.unlock();
        }
    }

    @Override
    public int size() {
        return entries.size();
    }

    @Override
    public int capacity() {
        return capacity;
    }

    @Override
    public long hits() {
        return hits.sum();
    }

    @Override
    public long misses() {
        return misses.sum();
    }

    @Override
    public void clear() {
        entries.forEach(this::forget);
    }

    private void forget(K key, Entry<V> entry) {
        if (entries.remove(key, entry)) {
            entry.kept = false;
        }
    }
}
