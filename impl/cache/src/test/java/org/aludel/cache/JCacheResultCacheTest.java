package org.aludel.cache;

import java.net.URI;
import java.util.concurrent.atomic.AtomicInteger;
import javax.cache.CacheManager;
import javax.cache.Caching;
import org.aludel.orm.spi.ResultCache;
import org.junit.jupiter.api.AfterEach;

/** Answers kept by a provider of JCache, by value. */
class JCacheResultCacheTest extends ResultCacheContract {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private CacheManager manager;

    @Override
    ResultCache cache() {
        manager = Caching.getCachingProvider()
                .getCacheManager(
                        URI.create("library" + NUMBER.incrementAndGet()),
                        getClass().getClassLoader());
        return new JCacheResultCache(manager);
    }

    @AfterEach
    void closeManager() {
        manager.close();
    }
}
