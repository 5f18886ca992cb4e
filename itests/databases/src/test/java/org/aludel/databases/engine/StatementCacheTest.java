package org.aludel.databases.engine;

import static org.aludel.sql.Sql.bind;
import static org.aludel.sql.Sql.func;
import static org.aludel.sql.Sql.literal;
import static org.aludel.sql.Sql.select;
import static org.aludel.types.Types.INTEGER;
import static org.aludel.types.Types.string;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.aludel.core.cache.BoundedCache;
import org.aludel.core.compiler.Compiled;
import org.aludel.dialects.h2.H2;
import org.aludel.engine.Connection;
import org.aludel.engine.Engine;
import org.aludel.engine.Row;
import org.aludel.engine.StatementCache;
import org.aludel.errors.ArgumentException;
import org.aludel.sql.CompileRules;
import org.aludel.sql.Select;
import org.aludel.sql.Structure;
import org.aludel.sql.tree.Func;
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
                cache.putIfAbsent(select.structure(), H2.dialect().compile(select, java.util.List.of(), null));
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

    private static final Select ECHO =
            select(bind("value", INTEGER).label("n"), bind("word", string(20)).label("w"));

    private static Engine engine() {
        return Engine.create("h2:///mem:cache-" + UUID.randomUUID());
    }

    private static Map<String, Object> values(int value) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("value", value);
        values.put("word", "w" + value);
        return values;
    }

    @Test
    void theSameStatementCountsAsAHitEachTime() {
        try (Engine engine = engine();
                Connection connection = engine.connect()) {
            StatementCache cache = engine.statementCache();
            for (int i = 0; i < 10; i++) {
                Row row = connection.execute(ECHO, values(i)).one();
                assertThat(row.get(0)).isEqualTo(i);
                assertThat(row.get(1)).isEqualTo("w" + i);
            }
            assertThat(cache.misses()).isEqualTo(1);
            assertThat(cache.hits()).isEqualTo(9);
            cache.clear();
            connection.execute(ECHO, values(1)).one();
            assertThat(cache.misses()).as("after it was cleared").isEqualTo(2);
        }
    }

    @Test
    void enginesThatShareAStatementKeepTheirOwnCompilations() {
        try (Engine first = engine();
                Engine second = engine();
                Connection one = first.connect();
                Connection other = second.connect()) {
            for (int i = 0; i < 10; i++) {
                assertThat(one.execute(ECHO, values(i)).scalar(Integer.class)).isEqualTo(i);
                assertThat(other.execute(ECHO, values(-i)).scalar(Integer.class))
                        .isEqualTo(-i);
            }
            for (Engine engine : List.of(first, second)) {
                assertThat(engine.statementCache().misses()).isEqualTo(1);
                assertThat(engine.statementCache().hits()).isEqualTo(9);
            }
        }
    }

    @Test
    void theOrderOfParametersIsFreeAndTheirNamesAreCheckedEachTime() {
        try (Engine engine = engine();
                Connection connection = engine.connect()) {
            for (int i = 0; i < 3; i++) {
                connection.execute(ECHO, values(i)).one();
            }
            Map<String, Object> turned = new LinkedHashMap<>();
            turned.put("word", "seven");
            turned.put("value", 7);
            Row row = connection.execute(ECHO, turned).one();
            assertThat(row.get(0)).isEqualTo(7);
            assertThat(row.get(1)).isEqualTo("seven");

            turned.put("word", null);
            assertThat(connection.execute(ECHO, turned).one().get(1)).isNull();
            assertThatThrownBy(() -> connection.execute(ECHO, Map.of("value", 7, "world", "x")))
                    .isInstanceOf(ArgumentException.class)
                    .hasMessageContaining("ALU-0243")
                    .hasMessageContaining("world");
            assertThatThrownBy(() -> connection.execute(ECHO, Map.of("value", 7)))
                    .isInstanceOf(ArgumentException.class)
                    .hasMessageContaining("ALU-0240")
                    .hasMessageContaining("word");
        }
    }

    @Test
    void aRuleAddedLaterReachesAStatementThatWasExecutedBefore() {
        Select lower = select(func("lower", string(10), "A"));
        try (Engine engine = engine();
                Connection connection = engine.connect()) {
            for (int i = 0; i < 3; i++) {
                assertThat(connection.execute(lower).scalar(String.class)).isEqualTo("a");
            }
            try (CompileRules.Registration rule =
                    CompileRules.add(Func.class, "h2", (function, sql) -> sql.append("'by rule'"))) {
                assertThat(rule).isNotNull();
                assertThat(connection.execute(lower).scalar(String.class)).isEqualTo("by rule");
            }
            assertThat(connection.execute(lower).scalar(String.class)).isEqualTo("a");
        }
    }

    @Test
    void threadsThatShareAStatementGetTheirOwnValues() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try (Engine engine = engine()) {
            List<Future<Integer>> wrong = new ArrayList<>();
            for (int t = 0; t < 4; t++) {
                int start = t * 10_000;
                wrong.add(threads.submit(() -> {
                    int others = 0;
                    try (Connection connection = engine.connect()) {
                        for (int i = start; i < start + 500; i++) {
                            Integer read = connection.execute(ECHO, values(i)).scalar(Integer.class);
                            others += read != null && read == i ? 0 : 1;
                        }
                    }
                    return others;
                }));
            }
            for (Future<Integer> each : wrong) {
                assertThat(each.get(60, TimeUnit.SECONDS)).isZero();
            }
            assertThat(engine.statementCache().hits() + engine.statementCache().misses())
                    .isEqualTo(2_000);
        } finally {
            threads.shutdownNow();
        }
    }
}
