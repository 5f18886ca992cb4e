package org.aludel.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import java.io.Serializable;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.aludel.orm.spi.ResultCache;
import org.jspecify.annotations.Nullable;

/**
 * Keeps answers in this process, by Caffeine: a cache for each region.
 *
 * <pre>{@code
 * SessionFactory.builder(engine).resultCache(new CaffeineResultCache(10_000, Duration.ofMinutes(10)))
 * }</pre>
 *
 * @since 0.1
 */
public final class CaffeineResultCache implements ResultCache {

    private final Map<String, Cache<Serializable, Kept>> regions = new ConcurrentHashMap<>();
    private final long most;
    private final Duration timeToLive;
    private final UnaryOperator<Caffeine<Object, Object>> settings;

    /** An answer, with the time that it was given. */
    private record Kept(Serializable value, @Nullable Duration timeToLive) {}

    /**
     * @param most how many answers a region keeps
     * @param timeToLive how long an answer is kept for which the query says nothing
     */
    public CaffeineResultCache(long most, Duration timeToLive) {
        this(most, timeToLive, UnaryOperator.identity());
    }

    /**
     * @param most how many answers a region keeps
     * @param timeToLive how long an answer is kept for which the query says nothing
     * @param settings what else Caffeine is told, as {@code recordStats()} or an executor; not expiry
     */
    public CaffeineResultCache(long most, Duration timeToLive, UnaryOperator<Caffeine<Object, Object>> settings) {
        this.most = most;
        this.timeToLive = timeToLive;
        this.settings = settings;
    }

    private Cache<Serializable, Kept> region(String name) {
        return regions.computeIfAbsent(
                name,
                any -> settings.apply(Caffeine.newBuilder().maximumSize(most))
                        .expireAfter(Expiry.<Serializable, Kept>writing(
                                (key, kept) -> kept.timeToLive() == null ? timeToLive : kept.timeToLive()))
                        .build());
    }

    @Override
    public @Nullable Object get(String region, Serializable key) {
        Kept kept = region(region).getIfPresent(key);
        return kept == null ? null : kept.value();
    }

    @Override
    public void put(String region, Serializable key, Serializable value, @Nullable Duration timeToLive) {
        region(region).put(key, new Kept(value, timeToLive));
    }

    @Override
    public void clear(String region) {
        region(region).invalidateAll();
    }
}
