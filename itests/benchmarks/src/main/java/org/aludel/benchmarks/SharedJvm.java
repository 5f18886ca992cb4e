package org.aludel.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * All workloads of a peer on a database in one JVM, one after another, for runs in limited time: starting a JVM, filling its
 * database and warming up what they share is done once.
 */
public final class SharedJvm {
    /** System property that tells {@link WorkloadBenchmark} to keep its database and peer open. */
    static final String SHARED = "aludel.benchmarks.shared";

    private static final String FIGURES = "figures";
    private static final double WARM_UP = 0.6;

    private SharedJvm() {}

    /** Starts the JVM, and returns what it measured. */
    static Map<Workload, Figures> measure(
            DatabaseKind database, String peer, List<Workload> workloads, double seconds, List<String> jvmArguments)
            throws IOException {
        Process process = ChildJvm.start(
                SharedJvm.class,
                ChildJvm.with(jvmArguments, "-D" + SHARED + "=true"),
                database.name(),
                peer,
                String.valueOf(seconds),
                workloads.stream().map(Workload::name).collect(Collectors.joining(",")));
        Map<Workload, Figures> result = new EnumMap<>(Workload.class);
        StringBuilder output = new StringBuilder();
        try (BufferedReader reader =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                output.append(line).append(System.lineSeparator());
                String[] words = line.split(" ", -1);
                if (words[0].equals(FIGURES)) {
                    result.put(
                            Workload.valueOf(words[1]),
                            new Figures(
                                    Double.parseDouble(words[2]),
                                    Double.parseDouble(words[3]),
                                    Double.parseDouble(words[4])));
                }
            }
        }
        if (result.size() != workloads.size()) {
            throw new IllegalStateException(peer + " on " + database + " stopped early: " + output);
        }
        return result;
    }

    /**
     * Measures, in this JVM.
     *
     * @param args database, peer, seconds for each workload, workloads
     */
    public static void main(String[] args) throws IOException, RunnerException {
        double seconds = Double.parseDouble(args[2]);
        for (Workload workload :
                Arrays.stream(args[3].split(",", -1)).map(Workload::valueOf).toList()) {
            Figures figures = Run.figures(new OptionsBuilder()
                    .include(WorkloadBenchmark.class.getName() + "\\.run$")
                    .param("database", args[0])
                    .param("peer", args[1])
                    .param("workload", workload.name())
                    .forks(0)
                    .warmupIterations(2)
                    .warmupTime(TimeValue.milliseconds(Math.round(seconds * WARM_UP * 500)))
                    .measurementIterations(2)
                    .measurementTime(TimeValue.milliseconds(Math.round(seconds * (1 - WARM_UP) * 500)))
                    .shouldFailOnError(true)
                    .output(Run.LOG.toString()));
            System.out.printf(
                    Locale.ROOT,
                    "%s %s %f %f %f%n",
                    FIGURES,
                    workload,
                    figures.cpuNanos(),
                    figures.processNanos(),
                    figures.bytes());
        }
        WorkloadBenchmark.closeShared();
    }
}
