package org.aludel.benchmarks;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.aludel.testing.TestDatabase;
import org.jspecify.annotations.NullUnmarked;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * One workload of one peer on one database, each in a JVM of its own; or, in limited time, in one JVM with the other workloads
 * of the peer. {@link Run} starts these.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@NullUnmarked
public class WorkloadBenchmark {
    /** System property with a PostgreSQL database: JDBC URL, user and password, separated by spaces. */
    static final String POSTGRESQL = "aludel.benchmarks.postgresql";

    @Param("jdbc")
    public String peer;

    @Param("W1")
    public Workload workload;

    @Param("H2")
    public DatabaseKind database;

    private static BenchmarkDatabase sharedDatabase;
    private static Peer sharedPeer;

    private BenchmarkDatabase opened;
    private Peer measured;
    private int call;

    @Setup(Level.Trial)
    public void open() {
        if (sharedPeer == null) {
            opened = open(database, Sizes.FULL);
            measured = Peers.named(peer);
            measured.open(opened);
        } else {
            opened = sharedDatabase;
            measured = sharedPeer;
        }
        if (Boolean.getBoolean(SharedJvm.SHARED)) {
            sharedDatabase = opened;
            sharedPeer = measured;
        }
        List<String> mistakes = Check.of(measured, opened, List.of(workload));
        if (!mistakes.isEmpty()) {
            throw new IllegalStateException(peer + " does something else than plain JDBC: " + mistakes);
        }
    }

    @Setup(Level.Iteration)
    public void tidy() {
        TurnJvm.await();
        opened.tidy();
    }

    @Benchmark
    public long run(Cost cost) {
        cost.operations++;
        return workload.run(measured, opened.sizes(), call++);
    }

    @TearDown(Level.Trial)
    public void close() {
        if (sharedPeer == null) {
            measured.close();
            opened.close();
        }
    }

    /** Closes what workloads of one JVM share. */
    static void closeShared() {
        sharedPeer.close();
        sharedDatabase.close();
    }

    private static BenchmarkDatabase open(DatabaseKind kind, Sizes sizes) {
        if (kind == DatabaseKind.H2) {
            return BenchmarkDatabase.h2(sizes);
        }
        String[] access = System.getProperty(POSTGRESQL, "").split(" ", -1);
        if (access.length != 3) {
            throw new IllegalStateException("start benchmarks on PostgreSQL with " + Run.class.getName());
        }
        return BenchmarkDatabase.postgreSql(new TestDatabase(access[0], access[1], access[2], ""), sizes);
    }
}
