package org.aludel.databases.faults;

import static org.aludel.sql.Sql.literal;
import static org.aludel.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.aludel.databases.faults.Ledger.Line;
import org.aludel.engine.Connection;
import org.aludel.engine.Engine;
import org.aludel.engine.PoolConfig;
import org.aludel.errors.DisconnectedException;
import org.aludel.testing.TestDatabase;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Connections are killed at random moments while 16 threads work. Afterwards every transfer whose commit came back is
 * there, none is there whose work failed before its commit, balances agree with the lines, and all connections of the pool
 * work again within five seconds.
 *
 * <p>Five seconds by default; two minutes and a thousand kills for each pool:
 *
 * <pre>{@code mvn -pl itests/databases -am test -Dtest='*FaultsTest' -Daludel.faults.kills=1000}</pre>
 */
@Tag("POOL-07")
@Tag("ENG-15")
abstract class FaultsContract {

    private static final int KILLS = Integer.getInteger("aludel.faults.kills", 40);
    private static final Duration TIME =
            Duration.ofSeconds(Integer.getInteger("aludel.faults.seconds", KILLS >= 1_000 ? 120 : 5));
    private static final int WORKERS = 16;
    private static final int CONNECTIONS = 10;
    private static final Duration HEALTHY_WITHIN = Duration.ofSeconds(5);

    abstract TestDatabase database();

    /** Ids of the sessions in this database, but for the one that asks. */
    abstract String sessions();

    /** Ends a session; false if it had ended. */
    abstract boolean kill(java.sql.Connection admin, long session) throws SQLException;

    @ParameterizedTest
    @EnumSource(
            value = PoolConfig.Kind.class,
            names = {"HIKARI", "QUEUE"})
    void nothingIsLostDoubledOrStuckWhenConnectionsAreKilled(PoolConfig.Kind kind) throws Exception {
        Ledger ledger = new Ledger();
        long seed = System.nanoTime();
        AtomicBoolean stop = new AtomicBoolean();
        try (TestDatabase own = database();
                Engine engine = Engine.builder(own.aludelUrl())
                        .pool(p -> p.kind(kind)
                                .size(CONNECTIONS / 2)
                                .maxOverflow(CONNECTIONS - CONNECTIONS / 2)
                                .timeout(Duration.ofSeconds(10)))
                        .build()) {
            ledger.open(engine);
            List<Worker> workers = new ArrayList<>();
            ExecutorService threads = Executors.newFixedThreadPool(WORKERS);
            int killed;
            try {
                List<Future<?>> running = new ArrayList<>();
                for (int i = 0; i < WORKERS; i++) {
                    Worker worker = new Worker(i, engine, ledger, stop, seed);
                    workers.add(worker);
                    running.add(threads.submit(worker));
                }
                killed = killAtRandom(own, seed);
                stop.set(true);
                for (Future<?> each : running) {
                    each.get(30, TimeUnit.SECONDS);
                }
            } finally {
                stop.set(true);
                threads.shutdownNow();
            }
            Duration healthy = untilHealthy(engine);
            check(engine, ledger, workers, seed);
            report(kind, workers, killed, healthy);
            assertThat(killed).isGreaterThanOrEqualTo(KILLS);
            assertThat(healthy).isLessThan(HEALTHY_WITHIN);
            assertThat(engine.poolStatus().checkedOut()).isZero();
            assertThat(sessionsOf(own)).isLessThanOrEqualTo(CONNECTIONS);
        }
    }

    private int killAtRandom(TestDatabase own, long seed) throws SQLException, InterruptedException {
        Random random = new Random(seed);
        int killed = 0;
        long start = System.nanoTime();
        long end = start + TIME.toNanos();
        try (java.sql.Connection admin = own.connect()) {
            while (killed < KILLS || System.nanoTime() < end) {
                double due = (System.nanoTime() - start) / (double) TIME.toNanos() * KILLS;
                if (killed < due) {
                    List<Long> there = sessions(admin);
                    if (!there.isEmpty() && kill(admin, there.get(random.nextInt(there.size())))) {
                        killed++;
                    }
                }
                TimeUnit.MICROSECONDS.sleep(random.nextInt(20_000));
            }
        }
        return killed;
    }

    private List<Long> sessions(java.sql.Connection admin) throws SQLException {
        List<Long> found = new ArrayList<>();
        try (var statement = admin.createStatement();
                var rows = statement.executeQuery(sessions())) {
            while (rows.next()) {
                found.add(rows.getLong(1));
            }
        }
        return found;
    }

    private int sessionsOf(TestDatabase own) throws SQLException {
        try (java.sql.Connection admin = own.connect()) {
            return sessions(admin).size();
        }
    }

    /** Until every connection that the pool may have was held at once and answered. */
    private static Duration untilHealthy(Engine engine) throws InterruptedException, ExecutionException {
        long start = System.nanoTime();
        ExecutorService threads = Executors.newFixedThreadPool(CONNECTIONS);
        try {
            while (System.nanoTime() - start < TimeUnit.SECONDS.toNanos(30)) {
                CountDownLatch all = new CountDownLatch(CONNECTIONS);
                List<Future<Boolean>> answers = new ArrayList<>();
                for (int i = 0; i < CONNECTIONS; i++) {
                    answers.add(threads.submit(() -> answersWithAllOthers(engine, all)));
                }
                boolean healthy = true;
                for (Future<Boolean> each : answers) {
                    healthy &= each.get();
                }
                if (healthy) {
                    break;
                }
            }
            return Duration.ofNanos(System.nanoTime() - start);
        } finally {
            threads.shutdownNow();
        }
    }

    private static boolean answersWithAllOthers(Engine engine, CountDownLatch all) throws InterruptedException {
        try (Connection connection = engine.connect()) {
            Integer one = connection.execute(select(literal(1))).scalar(Integer.class);
            all.countDown();
            return all.await(10, TimeUnit.SECONDS) && one != null && one == 1;
        } catch (DisconnectedException e) {
            all.countDown();
            return false;
        }
    }

    private static void check(Engine engine, Ledger ledger, List<Worker> workers, long seed) {
        Set<Line> committed = new HashSet<>();
        Set<Line> unknown = new HashSet<>();
        Set<Line> noted = new HashSet<>();
        Set<Line> unknownNotes = new HashSet<>();
        List<Throwable> unexplained = new ArrayList<>();
        for (Worker worker : workers) {
            committed.addAll(worker.committed);
            unknown.addAll(worker.unknown);
            noted.addAll(worker.noted);
            unknownNotes.addAll(worker.unknownNotes);
            unexplained.addAll(worker.unexplained);
        }
        unexplained.forEach(Throwable::printStackTrace);
        assertThat(unexplained)
                .as("errors that no kill explains, seed %s", seed)
                .isEmpty();
        try (Connection connection = engine.connect()) {
            Set<Line> transfers = ledger.transfers(connection);
            Set<Line> notes = ledger.notes(connection);
            assertThat(without(committed, transfers)).as("committed and lost").isEmpty();
            assertThat(without(noted, notes)).as("noted and lost").isEmpty();
            assertThat(without(transfers, committed, unknown))
                    .as("there, though it failed before its commit")
                    .isEmpty();
            assertThat(without(notes, noted, unknownNotes)).isEmpty();
            assertThat(ledger.wrongAccounts(connection)).isEmpty();
            assertThat(ledger.total(connection)).isEqualTo(Ledger.START * Ledger.ACCOUNTS);
        }
    }

    @SafeVarargs
    private static Set<Line> without(Set<Line> all, Set<Line>... others) {
        Set<Line> left = new HashSet<>(all);
        for (Set<Line> other : others) {
            left.removeAll(other);
        }
        return left;
    }

    private void report(PoolConfig.Kind kind, List<Worker> workers, int killed, Duration healthy) {
        System.out.printf(
                "faults %s %s: %d killed, %d transfers and %d notes committed, %d steps interrupted, %d commits of unknown"
                        + " outcome, longest step %d ms, healthy after %d ms%n",
                getClass().getSimpleName(),
                kind,
                killed,
                workers.stream().mapToInt(w -> w.committed.size()).sum(),
                workers.stream().mapToInt(w -> w.noted.size()).sum(),
                workers.stream().mapToInt(w -> w.interrupted).sum(),
                workers.stream()
                        .mapToInt(w -> w.unknown.size() + w.unknownNotes.size())
                        .sum(),
                workers.stream().mapToLong(w -> w.longestMillis).max().orElse(0),
                healthy.toMillis());
    }
}
