package org.aludel.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
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

/**
 * Runs workloads and prints each peer's ratio to plain JDBC. Peers measure by turns, so that whatever else the machine does
 * meets all of them; a ratio is the median over the turns of pairs. Each round is made of new JVMs.
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
                + (limit == null ? count * (arguments.quick() ? 8 : 21) / 60 : limit.toMinutes()) + " minutes or so");
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
        Map<String, Set<Workload>> byPeer = byPeer(0);
        List<Workload> tried = List.copyOf(byPeer.values().iterator().next());
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
        for (int round = 0; round < arguments.rounds(); round++) {
            if (Double.isNaN(seconds)) {
                for (Workload workload : arguments.workloads()) {
                    byTurns(database, workload, arguments.parts(workload, round), jvm);
                }
            } else {
                inSharedJvms(database, round, seconds, jvm);
            }
        }
    }

    private void inSharedJvms(DatabaseKind database, int round, double seconds, List<String> jvm) throws IOException {
        Map<String, Map<Workload, Figures>> figures = new LinkedHashMap<>();
        for (Map.Entry<String, Set<Workload>> peer : byPeer(round).entrySet()) {
            figures.put(
                    peer.getKey(),
                    SharedJvm.measure(database, peer.getKey(), List.copyOf(peer.getValue()), seconds, jvm));
        }
        for (Workload workload : arguments.workloads()) {
            for (Arguments.Part part : arguments.parts(workload, round)) {
                Figures measured = Objects.requireNonNull(
                        Objects.requireNonNull(figures.get(part.peer())).get(part.workload()));
                add(new Measurements.Key(database, workload, part.peer()), List.of(measured));
            }
        }
    }

    /** The workloads of each peer, the baseline first. */
    private Map<String, Set<Workload>> byPeer(int round) {
        Map<String, Set<Workload>> byPeer = new LinkedHashMap<>();
        for (Workload workload : arguments.workloads()) {
            for (Arguments.Part part : arguments.parts(workload, round)) {
                byPeer.computeIfAbsent(part.peer(), missing -> new LinkedHashSet<>())
                        .add(part.workload());
            }
        }
        return byPeer;
    }

    /** Warms all parts up, one after the other, and lets them measure by turns. */
    private void byTurns(DatabaseKind database, Workload workload, List<Arguments.Part> parts, List<String> jvm)
            throws IOException {
        TurnJvm.Length length = arguments.quick() ? TurnJvm.Length.BRIEF : TurnJvm.Length.FULL;
        List<TurnJvm> jvms = new ArrayList<>();
        try {
            for (Arguments.Part part : parts) {
                TurnJvm warmed = new TurnJvm(database, part, length, jvm);
                jvms.add(warmed);
                for (int i = 0; i < length.warmUps(); i++) {
                    warmed.turn();
                    warmed.getReady();
                }
            }
            List<List<Figures>> figures = new ArrayList<>();
            parts.forEach(part -> figures.add(new ArrayList<>()));
            for (int turn = 1; turn <= length.turns(); turn++) {
                for (int i = 0; i < jvms.size(); i++) {
                    figures.get(i).add(jvms.get(i).turn());
                    if (turn < length.turns()) {
                        jvms.get(i).getReady();
                    }
                }
            }
            for (int i = 0; i < parts.size(); i++) {
                add(new Measurements.Key(database, workload, parts.get(i).peer()), figures.get(i));
            }
        } finally {
            for (TurnJvm each : jvms) {
                each.close();
            }
        }
    }

    private void add(Measurements.Key key, List<Figures> turns) {
        turns.forEach(figures -> measurements.add(key, figures));
        System.out.printf(
                Locale.ROOT,
                "%s %s %s: %.1f us CPU, %.0f bytes%n",
                key.database(),
                key.workload(),
                key.peer(),
                median(turns, Figures::cpuNanos) / 1_000,
                median(turns, Figures::bytes));
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
        measurements.each((key, turns) -> System.out.printf(
                Locale.ROOT,
                "%-11s %-4s %-50s %-12s %12.1f %12.1f %8.2f %8.2f%n",
                key.database(),
                key.workload(),
                key.workload().title(),
                key.peer(),
                median(turns, Figures::cpuNanos) / 1_000,
                median(turns, Figures::bytes) / 1_024,
                measurements.ratio(key.database(), key.workload(), key.peer()),
                key.workload().budget(key.database())));
    }

    private static double median(List<Figures> turns, ToDoubleFunction<Figures> cost) {
        return Measurements.median(turns.stream().mapToDouble(cost).toArray());
    }
}
