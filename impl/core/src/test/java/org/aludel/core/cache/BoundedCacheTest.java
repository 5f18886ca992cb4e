package org.aludel.core.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class BoundedCacheTest {

    @Test
    @Tag("ENG-12")
    void hitsAndMissesAreCounted() {
        BoundedCache<String, Integer> cache = new BoundedCache<>(10);
        assertThat(cache.get("a")).isNull();
        cache.putIfAbsent("a", 1);
        assertThat(cache.get("a")).isEqualTo(1);
        assertThat(cache.hits()).isEqualTo(1);
        assertThat(cache.misses()).isEqualTo(1);
        assertThat(cache.putIfAbsent("a", 2)).isEqualTo(1);
        cache.clear();
        assertThat(cache.size()).isZero();
    }

    @Test
    @Tag("ENG-12")
    void whatIsUsedSurvivesWhatIsNot() {
        BoundedCache<Integer, Integer> cache = new BoundedCache<>(100);
        cache.putIfAbsent(-1, -1);
        for (int i = 0; i < 1000; i++) {
            cache.putIfAbsent(i, i);
            assertThat(cache.get(-1)).isEqualTo(-1);
            assertThat(cache.size()).isLessThanOrEqualTo(100);
        }
    }

    @Test
    @Tag("ENG-12")
    void anEntryKnowsWhenItsCacheForgotIt() {
        BoundedCache<Integer, Integer> cache = new BoundedCache<>(10);
        cache.putIfAbsent(-1, -1);
        cache.putIfAbsent(-2, -2);
        BoundedCache.Entry<Integer> evicted = cache.entry(-1);
        assertThat(evicted).isNotNull();
        assertThat(evicted.isIn(cache)).isTrue();
        assertThat(evicted.isIn(new BoundedCache<>(10))).isFalse();
        for (int i = 0; i < 100; i++) {
            cache.putIfAbsent(i, i);
        }
        assertThat(evicted.isIn(cache)).isFalse();

        cache.putIfAbsent(-3, -3);
        BoundedCache.Entry<Integer> cleared = cache.entry(-3);
        assertThat(cleared).isNotNull();
        cache.clear();
        assertThat(cleared.isIn(cache)).isFalse();
    }

    @Test
    @Tag("ENG-12")
    void aHitOnAnEntryCountsAndKeepsIt() {
        BoundedCache<Integer, Integer> cache = new BoundedCache<>(100);
        cache.putIfAbsent(-1, -1);
        BoundedCache.Entry<Integer> entry = cache.entry(-1);
        assertThat(entry).isNotNull();
        for (int i = 0; i < 1000; i++) {
            cache.putIfAbsent(i, i);
            entry.hit();
        }
        assertThat(entry.isIn(cache)).isTrue();
        assertThat(entry.value()).isEqualTo(-1);
        assertThat(cache.hits()).isEqualTo(1001);
    }

    @Test
    @Tag("ENG-12")
    void capacityOfZeroKeepsNothing() {
        BoundedCache<String, Integer> cache = new BoundedCache<>(0);
        assertThat(cache.putIfAbsent("a", 1)).isEqualTo(1);
        assertThat(cache.size()).isZero();
    }

    @Test
    @Tag("ENG-12")
    void manyThreadsKeepTheBound() throws InterruptedException {
        BoundedCache<Integer, Integer> cache = new BoundedCache<>(50);
        ExecutorService threads = Executors.newFixedThreadPool(4);
        for (int t = 0; t < 4; t++) {
            int seed = t;
            threads.submit(() -> {
                for (int i = 0; i < 20_000; i++) {
                    int key = (i * 31 + seed * 7) % 200;
                    if (cache.get(key) == null) {
                        cache.putIfAbsent(key, key);
                    }
                }
            });
        }
        threads.shutdown();
        assertThat(threads.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
        assertThat(cache.size()).isLessThanOrEqualTo(54);
        assertThat(cache.hits() + cache.misses()).isEqualTo(80_000);
    }
}
