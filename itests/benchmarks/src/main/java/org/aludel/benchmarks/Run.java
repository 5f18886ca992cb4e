package org.aludel.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.aludel.benchmarks.statements.StatementRun;
import org.aludel.testing.Databases;
import org.aludel.testing.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * Runs workloads and prints each peer's ratio to plain JDBC. Rounds alternate between the peers, so that whatever else the
 * machine does meets all of them; a ratio is the median over the rounds of pairs.
 *
 * <pre>{@code --workloads W1,W2 --databases h2,postgresql --peers jdbc,aludel --rounds 3 --quick}</pre>
 *
 * <p>{@code --statements} measures statements alone.
 */
public final class Run {

    /** What JMH says of the run at hand; shown only when it fails. */
    private static final Path LOG = Path.of(
            System.getProperty("java.io.tmpdir"),
            "aludel-benchmarks-" + ProcessHandle.current().pid() + ".log");

    private final Arguments arguments;
    private final Map<Key, List<Figures>> figures = new LinkedHashMap<>();

    private Run(Arguments arguments) {
        this.arguments = arguments;
    }

    private record Key(DatabaseKind database, Workload workload, String peer) {}

    /** Per operation: CPU time of the thread, and bytes allocated by it. */
    private record Figures(double cpuNanos, double bytes) {}

    private record Arguments(
            List<Workload> workloads, List<DatabaseKind> databases, List<String> peers, int rounds, boolean quick) {

        static Arguments parse(String[] args) {
            List<Workload> workloads = List.of(Workload.values());
            List<DatabaseKind> databases = List.of(DatabaseKind.values());
            List<String> peers = Peers.all().stream().map(Peer::name).toList();
            int rounds = 3;
            boolean quick = false;
            for (int i = 0; i < args.length; i++) {
                switch (args[i]) {
                    case "--workloads" ->
                        workloads = list(args[++i]).map(Workload::valueOf).toList();
                    case "--databases" ->
                        databases = list(args[++i]).map(DatabaseKind::valueOf).toList();
                    case "--peers" -> peers = Arrays.asList(args[++i].split(",", -1));
                    case "--rounds" -> rounds = Integer.parseInt(args[++i]);
                    case "--quick" -> quick = true;
                    default ->
                        throw new IllegalArgumentException("unknown argument " + args[i]
                                + "; there are --workloads, --databases, --peers, --rounds and --quick");
                }
            }
            return new Arguments(workloads, databases, peers, quick ? 1 : rounds, quick);
        }

        private static java.util.stream.Stream<String> list(String names) {
            return Arrays.stream(names.split(",", -1)).map(name -> name.toUpperCase(Locale.ROOT));
        }

        /** The peers to be measured, plain JDBC first whether it is named or not. */
        List<String> peersWithBaseline(String baseline) {
            List<String> result = new ArrayList<>(List.of(baseline));
            peers.stream().filter(peer -> !peer.equals(baseline)).forEach(result::add);
            return result;
        }
    }

    public static void main(String[] args) throws IOException, RunnerException {
        if (Arrays.asList(args).contains("--statements")) {
            StatementRun.main(args);
            return;
        }
        Run run = new Run(Arguments.parse(args));
        for (DatabaseKind database : run.arguments.databases()) {
            if (database == DatabaseKind.POSTGRESQL) {
                try (TestDatabase postgreSql = Databases.postgresql().createDatabase()) {
                    run.measure(database, postgreSql);
                }
            } else {
                run.measure(database, null);
            }
        }
        run.print();
    }

    private void measure(DatabaseKind database, @Nullable TestDatabase server) throws IOException, RunnerException {
        for (Workload workload : arguments.workloads()) {
            for (int round = 0; round < arguments.rounds(); round++) {
                for (String peer : arguments.peersWithBaseline(workload.baselinePeer())) {
                    // The baseline of a workload that is measured against another is that other one.
                    Workload actual = peer.equals(workload.baselinePeer()) ? workload.baseline() : workload;
                    Figures result = measure(database, actual, peer, server);
                    figures.computeIfAbsent(new Key(database, workload, peer), key -> new ArrayList<>())
                            .add(result);
                    System.out.printf(
                            Locale.ROOT,
                            "%s %s %s: %.1f us CPU, %.0f bytes%n",
                            database,
                            actual,
                            peer,
                            result.cpuNanos / 1_000,
                            result.bytes);
                }
            }
        }
    }

    private Figures measure(DatabaseKind database, Workload workload, String peer, @Nullable TestDatabase server)
            throws IOException, RunnerException {
        List<String> jvm = new ArrayList<>(List.of("-Xms1g", "-Xmx1g", "-XX:+AlwaysPreTouch"));
        if (server != null) {
            jvm.add("-D" + WorkloadBenchmark.POSTGRESQL + "=" + server.jdbcUrl() + " " + server.user() + " "
                    + server.password());
        }
        OptionsBuilder options = new OptionsBuilder();
        options.include(WorkloadBenchmark.class.getName() + "\\.run$")
                .param("peer", peer)
                .param("workload", workload.name())
                .param("database", database.name())
                .forks(1)
                .warmupIterations(arguments.quick() ? 2 : 8)
                .warmupTime(TimeValue.milliseconds(1_500))
                .measurementIterations(arguments.quick() ? 2 : 4)
                .measurementTime(TimeValue.seconds(1))
                .shouldFailOnError(true)
                .output(LOG.toString())
                .jvmArgsAppend(jvm.toArray(String[]::new));
        RunResult result = run(options);
        Map<String, ? extends Result> costs = result.getSecondaryResults();
        double operations = score(costs, "operations");
        return new Figures(score(costs, "cpuNanos") / operations, score(costs, "bytes") / operations);
    }

    private static RunResult run(OptionsBuilder options) throws IOException, RunnerException {
        try {
            return new Runner(options.build()).runSingle();
        } catch (RunnerException e) {
            System.err.println(Files.readString(LOG));
            throw e;
        }
    }

    private static double score(Map<String, ? extends Result> costs, String name) {
        Result<?> result = costs.get(name);
        if (result == null) {
            throw new IllegalStateException("JMH reports no " + name);
        }
        return result.getScore();
    }

    private void print() {
        System.out.printf(
                "%n%-11s %-4s %-50s %-12s %12s %12s %8s %8s%n",
                "database", "", "workload", "peer", "CPU us", "KiB", "ratio", "budget");
        figures.forEach((key, rounds) -> {
            List<Figures> baseline =
                    figures.getOrDefault(new Key(key.database, key.workload, key.workload.baselinePeer()), List.of());
            double[] ratios = new double[Math.min(rounds.size(), baseline.size())];
            Arrays.setAll(
                    ratios,
                    round -> key.workload.comparable()
                            ? rounds.get(round).cpuNanos / baseline.get(round).cpuNanos
                            : Double.NaN);
            System.out.printf(
                    Locale.ROOT,
                    "%-11s %-4s %-50s %-12s %12.1f %12.1f %8.2f %8.2f%n",
                    key.database,
                    key.workload,
                    key.workload.title(),
                    key.peer,
                    median(rounds.stream().mapToDouble(Figures::cpuNanos).toArray()) / 1_000,
                    median(rounds.stream().mapToDouble(Figures::bytes).toArray()) / 1_024,
                    median(ratios),
                    key.workload.budget(key.database));
        });
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        if (sorted.length == 0) {
            return Double.NaN;
        }
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
