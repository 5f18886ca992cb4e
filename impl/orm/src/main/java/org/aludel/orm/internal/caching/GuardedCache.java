package org.aludel.orm.internal.caching;

import java.io.Serializable;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.atomic.LongAdder;
import org.aludel.orm.spi.ResultCache;
import org.jspecify.annotations.Nullable;

/** The program's cache, whose errors are logged and never reach a query. */
final class GuardedCache {

    private static final Logger LOG = System.getLogger("org.aludel.orm.cache");

    private final ResultCache cache;
    private final LongAdder failures = new LongAdder();

    GuardedCache(ResultCache cache) {
        this.cache = cache;
    }

    /** What the cache answered: something, or that it has nothing. */
    record Found<V>(@Nullable V value) {}

    /** What is kept; null if the cache failed. Something of another class counts as nothing, and is logged. */
    <V> @Nullable Found<V> get(String region, Serializable key, Class<V> type) {
        try {
            Object value = cache.get(region, key);
            if (value != null && !type.isInstance(value)) {
                failed("holds a " + value.getClass().getName() + " in place of a " + type.getName(), region, null);
                value = null;
            }
            return new Found<>(type.cast(value));
        } catch (RuntimeException | LinkageError e) {
            failed("could not be asked", region, e);
            return null;
        }
    }

    /** Keeps something; false if the cache failed. */
    boolean put(String region, Serializable key, Serializable value, @Nullable Duration timeToLive) {
        try {
            cache.put(region, key, value, timeToLive);
            return true;
        } catch (RuntimeException | LinkageError e) {
            failed("could not keep an answer", region, e);
            return false;
        }
    }

    long failures() {
        return failures.sum();
    }

    private void failed(String how, String region, @Nullable Throwable error) {
        failures.increment();
        LOG.log(
                Level.ERROR,
                "ALU-0782 the result cache " + how + ", and the database answers; where: region " + region + " of "
                        + cache.getClass().getName()
                        + "; what to do: look at the error of the cache, its key and value types (Object, or"
                        + " Serializable), and whether another program uses the same region",
                error);
    }
}
