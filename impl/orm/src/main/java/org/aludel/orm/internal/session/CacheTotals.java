package org.aludel.orm.internal.session;

import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import org.aludel.engine.StatementCache;

/** Several caches, counted together. */
public final class CacheTotals implements StatementCache {

    private final Supplier<? extends Collection<? extends StatementCache>> caches;

    /** @param caches gives those that there are now */
    public CacheTotals(Supplier<? extends Collection<? extends StatementCache>> caches) {
        this.caches = caches;
    }

    /** Two of them. */
    static CacheTotals of(StatementCache one, StatementCache other) {
        return new CacheTotals(() -> List.of(one, other));
    }

    private long sum(ToLongFunction<StatementCache> figure) {
        return caches.get().stream().mapToLong(figure).sum();
    }

    @Override
    public int size() {
        return (int) sum(StatementCache::size);
    }

    @Override
    public int capacity() {
        return (int) sum(StatementCache::capacity);
    }

    @Override
    public long hits() {
        return sum(StatementCache::hits);
    }

    @Override
    public long misses() {
        return sum(StatementCache::misses);
    }

    @Override
    public void clear() {
        caches.get().forEach(StatementCache::clear);
    }
}
