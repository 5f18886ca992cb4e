package org.aludel.databases.engine;

import static org.aludel.sql.Sql.column;
import static org.aludel.sql.Sql.params;
import static org.aludel.sql.Sql.select;
import static org.aludel.types.Types.INTEGER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.aludel.engine.Connection;
import org.aludel.engine.Engine;
import org.aludel.engine.Isolation;
import org.aludel.engine.Retry;
import org.aludel.errors.ArgumentException;
import org.aludel.errors.DatabaseException;
import org.aludel.errors.IntegrityException;
import org.aludel.errors.SerializationException;
import org.aludel.schema.MetaData;
import org.aludel.schema.Table;
import org.aludel.testing.DatabaseExtension;
import org.aludel.testing.Databases;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Conflicts between transactions on PostgreSQL, and whoever tries again. */
@Tag("ENG-16")
final class RetryTest {

    @RegisterExtension
    static final DatabaseExtension POSTGRESQL = Databases.postgresql().extension();

    private final MetaData metadata = new MetaData();
    private final Table counters =
            metadata.table("counters", column("id", INTEGER).primaryKey().autoincrement(false), column("n", INTEGER));

    private Engine serializable() {
        Engine engine = Engine.builder(POSTGRESQL.database().aludelUrl())
                .isolation(Isolation.SERIALIZABLE)
                .build();
        metadata.createAll(engine);
        engine.<RuntimeException>useTransaction(conn -> {
            conn.execute(counters.delete());
            conn.execute(counters.insert(), params("id", 1, "n", 0));
        });
        return engine;
    }

    private int increment(Connection conn) {
        Integer n = conn.execute(select(counters.c("n"))).scalar(Integer.class);
        conn.execute(counters.update().set(counters.c("n", Integer.class), n + 1));
        return n + 1;
    }

    @Test
    void noIncrementIsLostThoughTransactionsConflict() throws Exception {
        AtomicInteger retries = new AtomicInteger();
        Retry retry = Retry.times(100)
                .backOff(Duration.ofMillis(1), Duration.ofMillis(20))
                .onRetry(error -> retries.incrementAndGet());
        try (Engine engine = serializable()) {
            ExecutorService threads = Executors.newFixedThreadPool(6);
            List<Future<?>> done = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                done.add(threads.submit(() -> {
                    for (int k = 0; k < 15; k++) {
                        retry.run(() -> engine.inTransaction(this::increment));
                    }
                    return null;
                }));
            }
            for (Future<?> each : done) {
                each.get(60, TimeUnit.SECONDS);
            }
            threads.shutdown();
            try (Connection conn = engine.connect()) {
                assertThat(conn.execute(select(counters.c("n"))).scalar(Integer.class))
                        .isEqualTo(90);
            }
            assertThat(retries).hasPositiveValue();
        }
    }

    @Test
    void theLastErrorComesOutWithTheEarlierOnesSuppressed() {
        AtomicInteger attempts = new AtomicInteger();
        DatabaseException.Details details = DatabaseException.Details.NONE;
        assertThatThrownBy(() -> Retry.times(3)
                        .backOff(Duration.ZERO, Duration.ZERO)
                        .run(() -> {
                            throw new SerializationException(
                                    "ALU-0000", "attempt " + attempts.incrementAndGet(), details, null);
                        }))
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining("attempt 3")
                .satisfies(last -> assertThat(last.getSuppressed()[0]).hasMessageContaining("attempt 2"));
        assertThat(attempts).hasValue(3);
    }

    @Test
    void whatWouldFailAgainIsNotTriedAgain() {
        AtomicInteger attempts = new AtomicInteger();
        try (Engine engine = serializable()) {
            assertThatThrownBy(() -> Retry.times(5)
                            .run(() -> engine.inTransaction(conn -> {
                                attempts.incrementAndGet();
                                return conn.execute(counters.insert(), params("id", 1, "n", 0))
                                        .rowCount();
                            })))
                    .isInstanceOf(IntegrityException.class);
        }
        assertThat(attempts).hasValue(1);
    }

    @Test
    void senselessSettingsAreRefused() {
        assertThatThrownBy(() -> Retry.times(0))
                .isInstanceOf(ArgumentException.class)
                .hasMessageContaining("ALU-0204");
        assertThatThrownBy(() -> Retry.times(2).backOff(Duration.ofSeconds(2), Duration.ofSeconds(1)))
                .isInstanceOf(ArgumentException.class)
                .hasMessageContaining("ALU-0204");
    }
}
