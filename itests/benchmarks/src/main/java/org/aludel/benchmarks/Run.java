package org.aludel.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import org.aludel.benchmarks.startup.StartupRun;
import org.aludel.benchmarks.statements.StatementRun;
import org.aludel.testing.Databases;
import org.aludel.testing.TestDatabase;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * Runs workloads and prints each peer's ratio to plain JDBC. Rounds alternate between the peers, so that whatever else the
 * machine does meets all of them; a ratio is the median over the rounds of pairs.
 *
 * <pre>{@code --workloads W1,W2 --databases h2,postgresql --peers jdbc,aludel --rounds 3 --rival-rounds 1 --quick --minutes 10 --page}</pre>
 *
 * <p>{@code --statements} measures statements alone. {@code --page} measures everything that the page
 * {@code performance.md} shows and writes it. {@code --minutes} limits the time of all of it together;
 * then the workloads of a peer share a JVM.
 */
public final class Run {

    /** What JMH says of the run at hand; shown only when it fails. */
    public static final Path LOG = Path.of(
            System.getProperty("java.io.tmpdir"),
            "aludel-benchmarks-" + ProcessHandle.current().pid() + ".log");

    private static final List<String> JVM = List.of("-Xms1g", "-Xmx1g", "-XX:+AlwaysPreTouch");

    private final Arguments arguments;
    private final Measurements measurements = new Measurements();

    private Run(Arguments arguments) {
        this.arguments = arguments;
    }

    /** Runs. */
    public static void main(String[] args) throws IOException, RunnerException {
        if (Arrays.asList(args).contains("--statements")) {
            StatementRun.measure(false).print();
            return;
        }
        Arguments arguments = Arguments.parse(args);
        Machine machine = Machine.here();
        Instant start = Instant.now();
        Duration limit = arguments.limit();
        int count = arguments.measurements();
        System.out.println(count + " measurements in "
                + (limit == null ? count * (arguments.quick() ? 9 : 21) / 60 : limit.toMinutes()) + " minutes or so");
        Run run = new Run(arguments);
        Path page = arguments.page();
        if (page == null) {
            run.measureAll(start);
            run.print();
        } else {
            // What is not a workload comes first, since only the workloads can be fitted into the time that is left.
            boolean brief = arguments.limit() != null || arguments.quick();
            StatementRun statements = StatementRun.measure(brief);
            statements.print();
            StartupRun startup = StartupRun.measure(
                    arguments.databases(),
                    arguments.peers(),
                    brief ? 5 : 11,
                    limit == null ? Duration.ofHours(1) : limit.dividedBy(6));
            startup.print();
            run.measureAll(start);
            run.print();
            Duration taken = Duration.between(start, Instant.now());
            Files.writeString(
                    page, new PerformancePage(run.measurements, statements, startup, machine, arguments, taken).text());
            System.out.println("written: " + page);
        }
        System.out.println("took " + Duration.between(start, Instant.now()).toSeconds() + " s");
    }

    private void measureAll(Instant start) throws IOException, RunnerException {
        Duration limit = arguments.limit();
        double seconds = limit == null ? Double.NaN : seconds(limit.minus(Duration.between(start, Instant.now())));
        for (DatabaseKind database : arguments.databases()) {
            if (database == DatabaseKind.POSTGRESQL) {
                try (TestDatabase server = Databases.postgresql().createDatabase()) {
                    measure(
                            database,
                            seconds,
                            List.of("-D" + WorkloadBenchmark.POSTGRESQL + "=" + server.jdbcUrl() + " " + server.user()
                                    + " " + server.password()));
                }
            } else {
                measure(database, seconds, List.of());
            }
        }
    }

    /** What each measurement may take in limited time; tries plain JDBC on H2 to learn it. */
    private double seconds(Duration rest) throws IOException {
        Map<String, List<Workload>> byPeer = byPeer(0);
        List<Workload> tried = byPeer.values().iterator().next();
        long begin = System.nanoTime();
        SharedJvm.measure(DatabaseKind.H2, "jdbc", tried, Pace.TRIAL_SECONDS, JVM);
        Duration trial = Duration.ofNanos(System.nanoTime() - begin);
        double seconds = Pace.seconds(
                rest.minus(trial),
                arguments.measurements(),
                byPeer.size() * arguments.databases().size() * arguments.rounds(),
                trial,
                tried.size());
        System.out.printf(Locale.ROOT, "%.1f s for each measurement%n", seconds);
        return seconds;
    }

    private void measure(DatabaseKind database, double seconds, List<String> properties)
            throws IOException, RunnerException {
        List<String> jvm = new ArrayList<>(JVM);
        jvm.addAll(properties);
        if (!Double.isNaN(seconds)) {
            for (int round = 0; round < arguments.rounds(); round++) {
                for (Map.Entry<String, List<Workload>> peer : byPeer(round).entrySet()) {
                    SharedJvm.measure(database, peer.getKey(), peer.getValue(), seconds, jvm)
                            .forEach((workload, figures) -> add(database, workload, peer.getKey(), figures));
                }
            }
            return;
        }
        for (Workload workload : arguments.workloads()) {
            for (int round = 0; round < arguments.rounds(); round++) {
                for (Arguments.Part part : arguments.parts(workload, round)) {
                    add(database, part.workload(), part.peer(), measure(database, part, jvm));
                }
            }
        }
    }

    /** The workloads of each peer, the baseline first. */
    private Map<String, List<Workload>> byPeer(int round) {
        Map<String, List<Workload>> byPeer = new LinkedHashMap<>();
        for (Workload workload : arguments.workloads()) {
            for (Arguments.Part part : arguments.parts(workload, round)) {
                byPeer.computeIfAbsent(part.peer(), missing -> new ArrayList<>())
                        .add(part.workload());
            }
        }
        return byPeer;
    }

    private void add(DatabaseKind database, Workload workload, String peer, Figures figures) {
        measurements.add(new Measurements.Key(database, workload, peer), figures);
        System.out.printf(
                Locale.ROOT,
                "%s %s %s: %.1f us CPU, %.0f bytes%n",
                database,
                workload,
                peer,
                figures.cpuNanos() / 1_000,
                figures.bytes());
    }

    private Figures measure(DatabaseKind database, Arguments.Part part, List<String> jvm)
            throws IOException, RunnerException {
        boolean quick = arguments.quick();
        return figures(new OptionsBuilder()
                .include(WorkloadBenchmark.class.getName() + "\\.run$")
                .param("peer", part.peer())
                .param("workload", part.workload().name())
                .param("database", database.name())
                .forks(1)
                .warmupIterations(quick ? 2 : 8)
                .warmupTime(TimeValue.milliseconds(1_500))
                .measurementIterations(quick ? 2 : 4)
                .measurementTime(TimeValue.seconds(1))
                .shouldFailOnError(true)
                .output(LOG.toString())
                .jvmArgsAppend(jvm.toArray(String[]::new)));
    }

    /** Runs one benchmark that counts its {@link Cost} and returns what an operation cost. */
    public static Figures figures(ChainedOptionsBuilder options) throws IOException, RunnerException {
        RunResult result;
        try {
            result = new Runner(options.build()).runSingle();
        } catch (RunnerException e) {
            if (Files.exists(LOG)) {
                System.err.println(Files.readString(LOG));
            }
            throw e;
        }
        Map<String, ? extends Result> costs = result.getSecondaryResults();
        double operations = score(costs, "operations");
        return new Figures(
                score(costs, "cpuNanos") / operations,
                score(costs, "processNanos") / operations,
                score(costs, "bytes") / operations);
    }

    private static double score(Map<String, ? extends Result> costs, String name) {
        return Objects.requireNonNull(costs.get(name), () -> "JMH reports no " + name)
                .getScore();
    }

    private void print() {
        System.out.printf(
                "%n%-11s %-4s %-50s %-12s %12s %12s %8s %8s%n",
                "database", "", "workload", "peer", "CPU us", "KiB", "ratio", "budget");
        measurements.each((key, rounds) -> System.out.printf(
                Locale.ROOT,
                "%-11s %-4s %-50s %-12s %12.1f %12.1f %8.2f %8.2f%n",
                key.database(),
                key.workload(),
                key.workload().title(),
                key.peer(),
                median(rounds, Figures::cpuNanos) / 1_000,
                median(rounds, Figures::bytes) / 1_024,
                measurements.ratio(key.database(), key.workload(), key.peer()),
                key.workload().budget(key.database())));
    }

    private static double median(List<Figures> rounds, ToDoubleFunction<Figures> cost) {
        return Measurements.median(rounds.stream().mapToDouble(cost).toArray());
    }
}
