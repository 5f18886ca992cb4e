package org.aludel.databases.pool;

import static org.aludel.sql.Sql.column;
import static org.aludel.sql.Sql.params;
import static org.aludel.sql.Sql.select;
import static org.aludel.sql.Sql.sum;
import static org.aludel.types.Types.INTEGER;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.aludel.engine.Connection;
import org.aludel.engine.Engine;
import org.aludel.engine.PoolConfig;
import org.aludel.schema.MetaData;
import org.aludel.schema.Table;
import org.aludel.testing.DatabaseExtension;
import org.aludel.testing.Databases;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Ten thousand virtual threads want one of ten connections, all at once. None waits for ever, and none holds its carrier
 * while it waits in our code, as the JDK's own events show. Kinds without a limit (one connection a thread, none kept) are
 * no use here: they would open ten thousand connections.
 */
@Tag("POOL-02")
@Tag("POOL-04")
final class VirtualThreadsTest {

    private static final int THREADS = Integer.getInteger("aludel.virtual.threads", 10_000);
    private static final int CONNECTIONS = 10;
    private static final int FIRST_JDK_WITH_THEM = 21;
    private static final String PINNED = "jdk.VirtualThreadPinned";

    @RegisterExtension
    static final DatabaseExtension POSTGRESQL = Databases.postgresql().extension();

    @TempDir
    Path directory;

    private final MetaData metadata = new MetaData();
    private final Table numbers =
            metadata.table("numbers", column("n", INTEGER).primaryKey().autoincrement(false), column("one", INTEGER));

    @BeforeAll
    static void needsVirtualThreads() {
        Assumptions.assumeTrue(
                Runtime.version().feature() >= FIRST_JDK_WITH_THEM,
                "this JDK has no virtual threads: " + Runtime.version());
    }

    @ParameterizedTest
    @EnumSource(
            value = PoolConfig.Kind.class,
            names = {"HIKARI", "QUEUE", "SINGLE"})
    void tenThousandShareTenConnectionsOfH2(PoolConfig.Kind kind) throws Exception {
        share(kind, "h2:///mem:virtual-" + UUID.randomUUID());
    }

    @ParameterizedTest
    @EnumSource(
            value = PoolConfig.Kind.class,
            names = {"HIKARI", "QUEUE"})
    void tenThousandShareTenConnectionsOfPostgreSql(PoolConfig.Kind kind) throws Exception {
        share(kind, POSTGRESQL.database().aludelUrl());
    }

    private void share(PoolConfig.Kind kind, String url) throws Exception {
        try (Engine engine = Engine.builder(url)
                        .pool(p -> p.kind(kind).size(CONNECTIONS).maxOverflow(0).timeout(Duration.ofMinutes(3)))
                        .build();
                Recording recording = new Recording()) {
            metadata.createAll(engine);
            // most of what happens once, loading classes above all
            engine.useTransaction(connection -> insert(engine, connection, -1, 0));
            recording.enable(PINNED).withoutThreshold().withStackTrace();
            recording.start();
            Queue<Throwable> failures = new ConcurrentLinkedQueue<>();
            AtomicInteger most = new AtomicInteger();
            CountDownLatch all = new CountDownLatch(THREADS);
            CountDownLatch start = new CountDownLatch(1);
            ExecutorService threads = virtualThreads();
            for (int i = 0; i < THREADS; i++) {
                int n = i;
                threads.submit(() -> {
                    try {
                        start.await();
                        engine.useTransaction(
                                connection -> most.accumulateAndGet(insert(engine, connection, n, 1), Math::max));
                    } catch (Throwable e) {
                        failures.add(e);
                    } finally {
                        all.countDown();
                    }
                });
            }
            start.countDown();
            boolean ended = all.await(4, TimeUnit.MINUTES);
            recording.stop();
            threads.shutdownNow();
            assertThat(failures).isEmpty();
            assertThat(ended)
                    .as("no thread waits for ever: %s", engine.poolStatus())
                    .isTrue();
            assertThat(most.get()).isLessThanOrEqualTo(CONNECTIONS);
            assertThat(engine.poolStatus().checkedOut()).isZero();
            assertThat(engine.poolMetrics().timeouts()).isZero();
            assertThat(pinnedByUs(recording)).isEmpty();
            Long there = engine.inTransaction(connection ->
                    connection.execute(select(sum(numbers.c("one")))).scalar(Long.class));
            assertThat(there).isEqualTo((long) THREADS);
            metadata.dropAll(engine);
        }
    }

    /** A row; tells how many connections are in use meanwhile. */
    private int insert(Engine engine, Connection connection, int n, int one) {
        connection.execute(numbers.insert(), params("n", n, "one", one));
        return engine.poolStatus().checkedOut();
    }

    /** The JDK pins threads that load or initialise a class or link a call site, each of which happens once. */
    private static boolean isOfTheJdksStart(RecordedEvent event) {
        return event.getStackTrace().getFrames().stream()
                        .map(frame -> frame.getMethod().getType().getName())
                        .anyMatch(name -> name.startsWith("java.lang.invoke.") || name.contains("ClassLoader"))
                || event.hasField("pinnedReason")
                        && String.valueOf(event.getString("pinnedReason")).contains("initialization of");
    }

    /** Compiled for a JDK that does not have them. */
    private static ExecutorService virtualThreads() throws ReflectiveOperationException {
        try {
            return (ExecutorService)
                    Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
        } catch (InvocationTargetException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    /** Events whose blocked frame is ours: no frame of a driver's or the pool's stands between it and the wait. */
    private List<String> pinnedByUs(Recording recording) throws IOException {
        Path file = directory.resolve(UUID.randomUUID() + ".jfr");
        recording.dump(file);
        List<String> ours = new ArrayList<>();
        for (RecordedEvent event : RecordingFile.readAllEvents(file)) {
            if (event.getEventType().getName().equals(PINNED)
                    && event.getStackTrace() != null
                    && !isOfTheJdksStart(event)) {
                event.getStackTrace().getFrames().stream()
                        .map(frame -> frame.getMethod().getType().getName())
                        .filter(name -> !name.startsWith("java.") && !name.startsWith("jdk."))
                        .findFirst()
                        .filter(name -> name.startsWith("org.aludel.") && !name.startsWith("org.aludel.databases."))
                        .ifPresent(name -> ours.add(name + ": " + event));
            }
        }
        return ours;
    }
}
