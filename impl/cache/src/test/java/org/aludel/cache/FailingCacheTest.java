package org.aludel.cache;

import static org.aludel.orm.Orm.set;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.Serializable;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import javax.cache.CacheManager;
import javax.cache.Caching;
import javax.cache.configuration.MutableConfiguration;
import org.aludel.orm.Session;
import org.aludel.orm.SessionFactory;
import org.aludel.orm.spi.ResultCache;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Queries are answered whatever the cache does, and answered rightly. */
@Tag("QRY-10")
class FailingCacheTest {

    private final List<String> logged = new ArrayList<>();
    private final Logger logger = Logger.getLogger("org.aludel.orm.cache");
    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord record) {
            logged.add(record.getLevel() + " " + record.getMessage());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeEach
    void listen() {
        logger.addHandler(handler);
        logger.setUseParentHandlers(false);
    }

    @AfterEach
    void stop() {
        logger.removeHandler(handler);
        logger.setUseParentHandlers(true);
    }

    /** A map that fails when it is told to. */
    private static final class Moody implements ResultCache {
        private final Map<Object, Serializable> kept = new ConcurrentHashMap<>();
        boolean failsToGet;
        boolean failsToPut;

        @Override
        public @Nullable Object get(String region, Serializable key) {
            if (failsToGet) {
                throw new IllegalStateException("no connection to the grid");
            }
            return kept.get(List.of(region, key));
        }

        @Override
        public void put(String region, Serializable key, Serializable value, @Nullable Duration timeToLive) {
            if (failsToPut) {
                throw new IllegalStateException("the grid is full");
            }
            kept.put(List.of(region, key), value);
        }

        @Override
        public void clear(String region) {
            kept.clear();
        }
    }

    private static List<String> names(Library library) {
        try (Session session = library.sessions.open()) {
            return session.query(Author_.name).orderBy(Author_.id).cache().all();
        }
    }

    @Test
    void aCacheThatThrowsIsLoggedAndTheDatabaseAnswers() {
        Moody moody = new Moody();
        try (Library library = new Library(moody)) {
            moody.failsToGet = true;
            assertThat(names(library)).hasSize(3);
            moody.failsToGet = false;
            moody.failsToPut = true;
            assertThat(names(library)).hasSize(3);
            assertThat(library.statistics().failures()).isPositive();
        }
        assertThat(logged).isNotEmpty().allMatch(line -> line.startsWith("SEVERE ALU-0782"));
    }

    @Test
    void aWriteThatTheCacheDidNotTakeIsNotForgotten() {
        Moody moody = new Moody();
        try (Library library = new Library(moody)) {
            assertThat(names(library)).startsWith("author 1");
            moody.failsToPut = true;
            library.sessions.useTransaction(
                    session -> session.query(Author.class).update(set(Author_.name, "new")));
            assertThat(names(library)).as("still failing").containsOnly("new");
            moody.failsToPut = false;
            assertThat(names(library)).as("well again").containsOnly("new");
            library.selects();
            assertThat(names(library)).containsOnly("new");
            assertThat(library.selects()).isZero();
        }
    }

    @Test
    void somethingOfAnotherClassUnderOurKeysCountsAsNothing() {
        Moody moody = new Moody();
        try (Library library = new Library(moody)) {
            assertThat(names(library)).hasSize(3);
            moody.kept.replaceAll((key, value) -> "of another program");
            assertThat(names(library)).hasSize(3);
            assertThat(names(library)).hasSize(3);
            assertThat(library.statistics().hits()).isEqualTo(1);
        }
        assertThat(logged).isNotEmpty().allMatch(line -> line.contains("java.lang.String"));
    }

    @Test
    void aCacheThatTakesKeysOfOtherTypesOnlyIsLoggedAndTheDatabaseAnswers() {
        ResultCache numbers = new ResultCache() {
            private final Map<Serializable, Serializable> kept = new ConcurrentSkipListMap<>();

            @Override
            public @Nullable Object get(String region, Serializable key) {
                return kept.get(key);
            }

            @Override
            public void put(String region, Serializable key, Serializable value, @Nullable Duration timeToLive) {
                kept.put(region.equals("queries") ? (Integer) key : key, value);
            }

            @Override
            public void clear(String region) {
                kept.clear();
            }
        };
        try (Library library = new Library(numbers)) {
            assertThat(names(library)).hasSize(3);
            assertThat(names(library)).hasSize(3);
            assertThat(library.selects()).isEqualTo(2);
        }
        assertThat(logged).isNotEmpty().allMatch(line -> line.contains("ALU-0782"));
    }

    @Test
    void aRegionOfAProviderMayBeMadeForOtherTypes() {
        try (CacheManager manager = Caching.getCachingProvider()
                .getCacheManager(URI.create("typed"), getClass().getClassLoader())) {
            manager.createCache(
                    "queries", new MutableConfiguration<Integer, String>().setTypes(Integer.class, String.class));
            try (Library library = new Library(new JCacheResultCache(manager))) {
                assertThat(names(library)).hasSize(3);
                assertThat(names(library)).containsExactly("author 1", "author 2", "author 3");
            }
        }
    }

    @Test
    void withoutACacheTheQueryIsAsAnyOther() {
        try (Library library = new Library(new Moody());
                Session session = SessionFactory.builder(library.engine)
                        .map(Author.class, Book.class)
                        .build()
                        .open()) {
            assertThat(session.query(Author.class)
                            .cache("any", Duration.ofSeconds(1))
                            .all())
                    .hasSize(3);
            assertThat(session.factory().resultCacheStatistics().misses()).isZero();
        }
    }
}
