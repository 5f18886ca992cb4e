package org.aludel.cache;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.cache.Cache;
import javax.cache.CacheManager;
import javax.cache.configuration.MutableConfiguration;
import org.aludel.orm.spi.ResultCache;
import org.jspecify.annotations.Nullable;

/**
 * Keeps answers by a JCache (JSR 107) provider: each region is the cache of that name. One that the manager does not have is
 * created as the provider does by default, kept by value; configure those that are to be bounded or shared between processes.
 * Caches must take any key and value: {@code Object}, or be configured without types.
 *
 * <pre>{@code
 * CacheManager manager = Caching.getCachingProvider().getCacheManager();
 * SessionFactory.builder(engine).resultCache(new JCacheResultCache(manager))
 * }</pre>
 *
 * @since 0.1
 */
public final class JCacheResultCache implements ResultCache {

    private final CacheManager manager;
    private final Map<String, Cache<Object, Object>> regions = new ConcurrentHashMap<>();

    /** @param manager stays open; it belongs to who made it */
    public JCacheResultCache(CacheManager manager) {
        this.manager = manager;
    }

    /** An answer that a query has given a time of its own; JCache has none for single entries. */
    private record Timed(Serializable value, Instant end) implements Serializable {

        private static final long serialVersionUID = 1L;
    }

    private Cache<Object, Object> region(String name) {
        Cache<Object, Object> known = regions.get(name);
        return known != null && !known.isClosed()
                ? known
                : regions.compute(name, (any, before) -> before != null && !before.isClosed() ? before : open(name));
    }

    private Cache<Object, Object> open(String name) {
        Cache<Object, Object> configured = manager.getCache(name);
        return configured != null ? configured : manager.createCache(name, new MutableConfiguration<Object, Object>());
    }

    @Override
    public @Nullable Object get(String region, Serializable key) {
        Object kept = region(region).get(key);
        if (!(kept instanceof Timed timed)) {
            return kept;
        }
        return Instant.now().isBefore(timed.end()) ? timed.value() : null;
    }

    @Override
    public void put(String region, Serializable key, Serializable value, @Nullable Duration timeToLive) {
        region(region)
                .put(
                        key,
                        timeToLive == null
                                ? value
                                : new Timed(value, Instant.now().plus(timeToLive)));
    }

    @Override
    public void clear(String region) {
        region(region).clear();
    }
}
