package org.aludel.cache;

import java.time.Duration;
import org.aludel.orm.spi.ResultCache;

/** Answers kept by Caffeine. */
class CaffeineResultCacheTest extends ResultCacheContract {

    @Override
    ResultCache cache() {
        return new CaffeineResultCache(1000, Duration.ofMinutes(10), settings -> settings.executor(Runnable::run));
    }
}
