package org.aludel.benchmarks.statements;

import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.aludel.benchmarks.Cost;
import org.jspecify.annotations.NullUnmarked;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** One subject in a JVM of its own. {@link StatementRun} starts these. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@NullUnmarked
public class StatementBenchmark {

    /** What is measured. */
    public enum Measured {
        JOOQ_COMPILE(JooqCompile::new),
        ALUDEL_COMPILE(AludelCompile::new),
        ALUDEL_CACHED(() -> new AludelCached(true)),
        ALUDEL_REBUILT(() -> new AludelCached(false)),
        JDBC_EXECUTE(JdbcExecute::new),
        ALUDEL_EXECUTE(AludelExecute::new);

        final Supplier<Subject> subject;

        Measured(Supplier<Subject> subject) {
            this.subject = subject;
        }
    }

    @Param("ALUDEL_COMPILE")
    public Measured measured;

    private Subject subject;

    @Setup
    public void open() {
        subject = measured.subject.get();
    }

    @Benchmark
    public long run(Cost cost) throws Exception {
        cost.operations++;
        return subject.run();
    }

    @TearDown
    public void close() throws Exception {
        subject.close();
    }
}
