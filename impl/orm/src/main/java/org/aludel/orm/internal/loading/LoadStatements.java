package org.aludel.orm.internal.loading;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import org.aludel.core.cache.BoundedCache;
import org.aludel.engine.StatementCache;
import org.jspecify.annotations.Nullable;

/** The statements that a factory's loaders have made: those of mappings for good, those of queries' options while in use. */
final class LoadStatements implements StatementCache {

    private static final int KEPT = 500;

    private final Map<Object, LoadStatement> byMapping = new ConcurrentHashMap<>();
    private final BoundedCache<Object, LoadStatement> byOptions = new BoundedCache<>(KEPT);
    private final AtomicReferenceArray<@Nullable LoadStatement> byKey;
    private final LongAdder hits = new LongAdder();
    private final LongAdder misses = new LongAdder();

    /** @param classes how many classes are mapped */
    LoadStatements(int classes) {
        this.byKey = new AtomicReferenceArray<>(classes);
    }

    /** The statement that reads an object of a class by its key; null if it is not made yet. */
    @Nullable
    LoadStatement byKey(int ordinal) {
        LoadStatement known = byKey.get(ordinal);
        (known == null ? misses : hits).increment();
        return known;
    }

    void keepByKey(int ordinal, LoadStatement made) {
        byKey.set(ordinal, made);
    }

    /** A statement that a mapping needs. */
    @SuppressWarnings("unchecked")
    <K> LoadStatement byMapping(K key, Function<K, LoadStatement> maker) {
        LoadStatement known = byMapping.get(key);
        if (known == null) {
            misses.increment();
            return byMapping.computeIfAbsent(key, k -> maker.apply((K) k));
        }
        hits.increment();
        return known;
    }

    /** A statement that options need, of which programs may make any number. */
    <K> LoadStatement byOptions(K key, Function<K, LoadStatement> maker) {
        LoadStatement known = byOptions.get(key);
        return known != null ? known : byOptions.putIfAbsent(key, maker.apply(key));
    }

    @Override
    public int size() {
        int byKeys = 0;
        for (int i = 0; i < byKey.length(); i++) {
            byKeys += byKey.get(i) == null ? 0 : 1;
        }
        return byMapping.size() + byOptions.size() + byKeys;
    }

    @Override
    public int capacity() {
        return byMapping.size() + byOptions.capacity() + byKey.length();
    }

    @Override
    public long hits() {
        return hits.sum() + byOptions.hits();
    }

    @Override
    public long misses() {
        return misses.sum() + byOptions.misses();
    }

    @Override
    public void clear() {
        byMapping.clear();
        byOptions.clear();
        for (int i = 0; i < byKey.length(); i++) {
            byKey.set(i, null);
        }
    }
}
