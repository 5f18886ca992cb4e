package org.aludel.orm.internal.caching;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.LongAdder;
import org.aludel.core.compiler.TablesUsed;
import org.aludel.core.engine.CoreConnection;
import org.aludel.core.engine.CoreEngine;
import org.aludel.core.engine.Plan;
import org.aludel.core.engine.RowSource;
import org.aludel.core.engine.Rows;
import org.aludel.engine.Engine;
import org.aludel.engine.EventRegistration;
import org.aludel.orm.ResultCacheStatistics;
import org.aludel.orm.spi.ResultCache;
import org.jspecify.annotations.Nullable;

/** The result cache of a factory: knows when the cache may answer, and hears of writes through the factory's engines. */
public final class ResultCaching implements AutoCloseable {

    private final GuardedCache cache;
    private final TableTokens tokens;
    private final ConcurrentMap<CoreEngine, EventRegistration> watched = new ConcurrentHashMap<>();
    private final LongAdder hits = new LongAdder();
    private final LongAdder misses = new LongAdder();
    private final LongAdder outdated = new LongAdder();
    private final LongAdder bypasses = new LongAdder();
    private final LongAdder invalidations = new LongAdder();

    /** @param engines those that are known beforehand; others are watched from their first cached query on */
    public ResultCaching(ResultCache cache, Iterable<? extends Engine> engines) {
        this.cache = new GuardedCache(cache);
        this.tokens = new TableTokens(this.cache);
        for (Engine engine : engines) {
            if (engine instanceof CoreEngine core) {
                watch(core);
            }
        }
    }

    private void watch(CoreEngine engine) {
        if (!watched.containsKey(engine)) {
            watched.computeIfAbsent(engine, any -> engine.onWrites(this::written));
        }
    }

    private void written(@Nullable Set<String> tables) {
        tokens.changed(tables);
        invalidations.add(tables == null ? 1 : tables.size());
    }

    /** The rows of a statement: kept ones if they are good, else those of the database, which are kept if they may be. */
    RowSource rows(
            CacheWish wish,
            boolean anew,
            CoreEngine engine,
            CoreConnection connection,
            Plan plan,
            @Nullable Object[] values) {
        watch(engine);
        TablesUsed used = plan.compiled().tables();
        ResultKey key = connection.hasWritten(used) ? null : ResultKey.of(engine, plan.call(values, connection));
        HashMap<String, Long> at = key == null ? null : tokens.of(used);
        if (key == null || at == null || !sees(connection, at)) {
            bypasses.increment();
            return connection.rows(plan, values);
        }
        List<@Nullable Object[]> kept = anew ? null : kept(wish, key, at);
        if (kept != null) {
            hits.increment();
            return new CachedRows(kept);
        }
        misses.increment();
        ArrayList<@Nullable Object[]> read = read(connection.rows(plan, values));
        if (read.stream().allMatch(KeptValues::areKeepable)) {
            cache.put(wish.region(), key, new KeptRows(at, read), wish.timeToLive());
        }
        return new CachedRows(read);
    }

    /** Whether a transaction sees the database as it is since the tables were written to last. */
    private static boolean sees(CoreConnection connection, HashMap<String, Long> at) {
        long upTo = connection.seesUpTo();
        return upTo == Long.MAX_VALUE || at.values().stream().allMatch(token -> TableTokens.millis(token) < upTo);
    }

    private @Nullable List<@Nullable Object[]> kept(CacheWish wish, ResultKey key, HashMap<String, Long> at) {
        GuardedCache.Found<KeptRows> found = cache.get(wish.region(), key, KeptRows.class);
        KeptRows rows = found == null ? null : found.value();
        if (rows == null) {
            return null;
        }
        if (!rows.tokens().equals(at)) {
            outdated.increment();
            return null;
        }
        return rows.rows();
    }

    private static ArrayList<@Nullable Object[]> read(Rows rows) {
        ArrayList<@Nullable Object[]> all = new ArrayList<>();
        try (rows) {
            while (rows.next()) {
                all.add(rows.values());
            }
        }
        return all;
    }

    public ResultCacheStatistics statistics() {
        return new ResultCacheStatistics(
                hits.sum(), misses.sum(), outdated.sum(), bypasses.sum(), invalidations.sum(), cache.failures());
    }

    /** Hears of writes no more. */
    @Override
    public void close() {
        watched.values().forEach(EventRegistration::close);
        watched.clear();
    }
}
