package org.aludel.benchmarks.statements;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** Measures all subjects and prints CPU time and bytes of an operation, and what Aludel costs above plain JDBC. */
public final class StatementRun {

    private record Figures(double nanos, double bytes) {}

    private StatementRun() {}

    /** Runs. */
    public static void main(String[] args) throws RunnerException {
        Map<StatementBenchmark.Measured, Figures> all = new EnumMap<>(StatementBenchmark.Measured.class);
        for (StatementBenchmark.Measured measured : StatementBenchmark.Measured.values()) {
            all.put(measured, measure(measured));
        }
        all.forEach((measured, figures) -> System.out.printf(
                Locale.ROOT, "%-15s %10.2f us CPU %10.0f bytes%n", measured, figures.nanos / 1_000, figures.bytes));
        Figures jooq = figures(all, StatementBenchmark.Measured.JOOQ_COMPILE);
        Figures compile = figures(all, StatementBenchmark.Measured.ALUDEL_COMPILE);
        Figures jdbc = figures(all, StatementBenchmark.Measured.JDBC_EXECUTE);
        Figures execute = figures(all, StatementBenchmark.Measured.ALUDEL_EXECUTE);
        System.out.printf(
                Locale.ROOT,
                "first compile: %.2f of jOOQ's time, %.2f of its bytes%n",
                compile.nanos / jooq.nanos,
                compile.bytes / jooq.bytes);
        System.out.printf(
                Locale.ROOT,
                "cached statement above plain JDBC: %.0f ns, %.0f bytes%n",
                execute.nanos - jdbc.nanos,
                execute.bytes - jdbc.bytes);
    }

    private static Figures figures(
            Map<StatementBenchmark.Measured, Figures> all, StatementBenchmark.Measured measured) {
        return Objects.requireNonNull(all.get(measured), () -> measured + " was not measured");
    }

    private static Figures measure(StatementBenchmark.Measured measured) throws RunnerException {
        Map<String, ? extends Result> costs = new Runner(new OptionsBuilder()
                        .include(StatementBenchmark.class.getName() + "\\.run$")
                        .param("measured", measured.name())
                        .forks(1)
                        .warmupIterations(6)
                        .warmupTime(TimeValue.seconds(1))
                        .measurementIterations(4)
                        .measurementTime(TimeValue.seconds(1))
                        .jvmArgsAppend("-Xms512m", "-Xmx512m", "-XX:+AlwaysPreTouch")
                        .shouldFailOnError(true)
                        .build())
                .runSingle()
                .getSecondaryResults();
        double operations = score(costs, "operations");
        return new Figures(score(costs, "cpuNanos") / operations, score(costs, "bytes") / operations);
    }

    private static double score(Map<String, ? extends Result> costs, String counter) {
        return Objects.requireNonNull(costs.get(counter), () -> "the benchmark has no counter " + counter)
                .getScore();
    }
}
