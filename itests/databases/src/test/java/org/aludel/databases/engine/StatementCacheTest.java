package org.aludel.databases.engine;

import static org.aludel.sql.Sql.literal;
import static org.aludel.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.aludel.core.cache.BoundedCache;
import org.aludel.core.compiler.Compiled;
import org.aludel.dialects.h2.H2;
import org.aludel.engine.Connection;
import org.aludel.engine.Engine;
import org.aludel.engine.StatementCache;
import org.aludel.sql.Select;
import org.aludel.sql.Structure;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The cache of statements stays small, whatever is thrown at it, and tells how well it serves. */
@Tag("ENG-12")
class StatementCacheTest {

    private static final int CAPACITY = 500;

    /** A statement of its own structure, since a label is part of it. */
    private static Select statement(int number) {
        return select(literal(number).label("n" + number));
    }

    @Test
    void aMillionStructuresTakeNoMoreRoomThanTheCacheHas() {
        BoundedCache<Structure, Compiled> cache = new BoundedCache<>(CAPACITY);
        int most = 0;
        for (int i = 0; i < 1_000_000; i++) {
            Select select = statement(i);
            if (cache.get(select.structure()) == null) {
                cache.putIfAbsent(
                        select.structure(), H2.dialect().compile(select, java.util.List.of(), null));
            }
            most = Math.max(most, cache.size());
        }
        assertThat(most).isLessThanOrEqualTo(CAPACITY + 1);
        assertThat(cache.misses()).isEqualTo(1_000_000);
    }

    @Test
    void hitsAndMissesAreVisible() {
        try (Engine engine = Engine.create("h2:///mem:cache-" + UUID.randomUUID());
                Connection connection = engine.connect()) {
            StatementCache cache = engine.statementCache();
            long misses = cache.misses();
            long hits = cache.hits();
            for (int i = 0; i < 10; i++) {
                assertThat(connection.execute(select(literal(i).label("n"))).scalar(Integer.class))
                        .isEqualTo(i);
            }
            assertThat(cache.misses() - misses).as("one structure").isEqualTo(1);
            assertThat(cache.hits() - hits).isEqualTo(9);
            for (int i = 0; i < 3 * cache.capacity(); i++) {
                connection.execute(statement(i)).scalar(Integer.class);
            }
            assertThat(cache.size()).isLessThanOrEqualTo(cache.capacity() + 1);
        }
    }
}
