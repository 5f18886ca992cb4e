package org.aludel.benchmarks.statements;

import java.io.IOException;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.aludel.benchmarks.Figures;
import org.aludel.benchmarks.Run;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** Measures all subjects: CPU time and bytes of an operation, and what Aludel costs above plain JDBC. */
public final class StatementRun {

    private final Map<StatementBenchmark.Measured, Figures> all;

    private StatementRun(Map<StatementBenchmark.Measured, Figures> all) {
        this.all = all;
    }

    /** Measures, for a minute, or briefly. */
    public static StatementRun measure(boolean quick) throws IOException, RunnerException {
        Map<StatementBenchmark.Measured, Figures> all = new EnumMap<>(StatementBenchmark.Measured.class);
        for (StatementBenchmark.Measured measured : StatementBenchmark.Measured.values()) {
            all.put(
                    measured,
                    Run.figures(new OptionsBuilder()
                            .include(StatementBenchmark.class.getName() + "\\.run$")
                            .param("measured", measured.name())
                            .forks(1)
                            .warmupIterations(quick ? 3 : 6)
                            .warmupTime(TimeValue.seconds(1))
                            .measurementIterations(quick ? 1 : 4)
                            .measurementTime(TimeValue.seconds(1))
                            .jvmArgsAppend("-Xms512m", "-Xmx512m", "-XX:+AlwaysPreTouch")
                            .shouldFailOnError(true)
                            .output(Run.LOG.toString())));
        }
        return new StatementRun(all);
    }

    /** Measurements made elsewhere. */
    public static StatementRun of(Map<StatementBenchmark.Measured, Figures> all) {
        return new StatementRun(all);
    }

    /** Prints all that was measured. */
    public void print() {
        all.forEach((measured, figures) -> System.out.printf(
                Locale.ROOT,
                "%-15s %10.2f us CPU %10.0f bytes%n",
                measured,
                figures.cpuNanos() / 1_000,
                figures.bytes()));
        System.out.printf(
                Locale.ROOT,
                "first compile: %.2f of jOOQ's time, %.2f of its bytes%n",
                firstCompile(),
                figures(StatementBenchmark.Measured.ALUDEL_COMPILE).bytes()
                        / figures(StatementBenchmark.Measured.JOOQ_COMPILE).bytes());
        System.out.printf(
                Locale.ROOT,
                "cached statement above plain JDBC: %.0f ns, %.0f bytes%n",
                aboveJdbcNanos(),
                figures(StatementBenchmark.Measured.ALUDEL_EXECUTE).bytes()
                        - figures(StatementBenchmark.Measured.JDBC_EXECUTE).bytes());
    }

    /** The CPU time of building and compiling for the first time, as a ratio to jOOQ's. */
    public double firstCompile() {
        return nanos(StatementBenchmark.Measured.ALUDEL_COMPILE) / nanos(StatementBenchmark.Measured.JOOQ_COMPILE);
    }

    /** The CPU time that a cached statement costs above plain JDBC, when it is executed. */
    public double aboveJdbcNanos() {
        return nanos(StatementBenchmark.Measured.ALUDEL_EXECUTE) - nanos(StatementBenchmark.Measured.JDBC_EXECUTE);
    }

    /** The CPU time of one call. */
    public double nanos(StatementBenchmark.Measured measured) {
        return figures(measured).cpuNanos();
    }

    private Figures figures(StatementBenchmark.Measured measured) {
        return Objects.requireNonNull(all.get(measured), () -> measured + " was not measured");
    }
}
