package org.aludel.benchmarks.startup;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.aludel.benchmarks.DatabaseKind;
import org.aludel.benchmarks.Measurements;
import org.aludel.benchmarks.Peers;
import org.aludel.testing.Databases;
import org.aludel.testing.TestDatabase;

/**
 * Starts {@link StartupMain} again and again, each time in a new JVM, the peers by turns, and takes the wall time until the
 * result is printed.
 */
public final class StartupRun {
    /** What the wall time may be, as a ratio to plain JDBC. */
    public static final double BUDGET = 1.35;

    static final String RESULT = "result ";

    private final Map<DatabaseKind, Map<String, List<Double>>> millis;

    private StartupRun(Map<DatabaseKind, Map<String, List<Double>>> millis) {
        this.millis = millis;
    }

    /**
     * Measures.
     *
     * @param databases on which
     * @param peers which of those that have a {@link Startup}; plain JDBC whether it is named or not
     * @param rounds starts of each
     * @param limit after which no further round begins; the first always does
     */
    public static StartupRun measure(List<DatabaseKind> databases, List<String> peers, int rounds, Duration limit)
            throws IOException {
        Duration each = limit.dividedBy(databases.size());
        Map<DatabaseKind, Map<String, List<Double>>> millis = new EnumMap<>(DatabaseKind.class);
        for (DatabaseKind kind : databases) {
            if (kind == DatabaseKind.POSTGRESQL) {
                try (TestDatabase server = Databases.postgresql().createDatabase()) {
                    millis.put(kind, measure(server.jdbcUrl(), server.user(), server.password(), peers, rounds, each));
                }
            } else {
                Path folder = Files.createTempDirectory("aludel-startup");
                try {
                    millis.put(kind, measure("jdbc:h2:file:" + folder.resolve("items"), "sa", "", peers, rounds, each));
                } finally {
                    delete(folder);
                }
            }
        }
        return new StartupRun(millis);
    }

    /** Measurements made elsewhere, in milliseconds by database and peer. */
    public static StartupRun of(Map<DatabaseKind, Map<String, List<Double>>> millis) {
        return new StartupRun(millis);
    }

    /** Who was measured, in order. */
    public List<String> peers() {
        return millis.values().stream()
                .flatMap(peers -> peers.keySet().stream())
                .distinct()
                .toList();
    }

    /** Starts of each, on the database where they were fewest. */
    public int rounds() {
        return millis.values().stream()
                .flatMap(peers -> peers.values().stream())
                .mapToInt(List::size)
                .min()
                .orElse(0);
    }

    /** The median of wall times; NaN if it was not measured. */
    public double millis(DatabaseKind kind, String peer) {
        return Measurements.median(millis.getOrDefault(kind, Map.of()).getOrDefault(peer, List.of()).stream()
                .mapToDouble(Double::doubleValue)
                .toArray());
    }

    /** The ratio to plain JDBC. */
    public double ratio(DatabaseKind kind, String peer) {
        return millis(kind, peer) / millis(kind, "jdbc");
    }

    /** Prints all that was measured. */
    public void print() {
        millis.forEach((kind, peers) -> peers.keySet()
                .forEach(peer -> System.out.printf(
                        Locale.ROOT,
                        "start-up %-11s %-12s %8.0f ms %8.2f%n",
                        kind,
                        peer,
                        millis(kind, peer),
                        ratio(kind, peer))));
    }

    private static Map<String, List<Double>> measure(
            String url, String user, String password, List<String> peers, int rounds, Duration limit)
            throws IOException {
        fill(url, user, password);
        List<Startup> startups = ServiceLoader.load(Startup.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(startup -> startup.peer().equals("jdbc") || peers.contains(startup.peer()))
                .sorted(Comparator.comparing(Startup::peer, Peers.ORDER))
                .toList();
        Map<String, List<Double>> millis = new LinkedHashMap<>();
        long deadline = System.nanoTime() + limit.toNanos();
        // The first start of each brings files into memory and does not count.
        for (int round = -1; round <= 0 || round < rounds && System.nanoTime() < deadline; round++) {
            for (Startup startup : startups) {
                double taken = start(startup, url, user, password);
                if (round >= 0) {
                    millis.computeIfAbsent(startup.peer(), missing -> new ArrayList<>())
                            .add(taken);
                }
            }
        }
        return millis;
    }

    private static double start(Startup startup, String url, String user, String password) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                System.getProperty("java.home") + File.separator + "bin" + File.separator + "java",
                "-classpath",
                System.getProperty("java.class.path"),
                StartupMain.class.getName(),
                startup.getClass().getName(),
                url,
                user,
                password);
        builder.redirectErrorStream(true);
        long begin = System.nanoTime();
        Process process = builder.start();
        StringBuilder output = new StringBuilder();
        try (BufferedReader reader =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (line.equals(RESULT + "item20".length())) {
                    double taken = (System.nanoTime() - begin) / 1e6;
                    process.waitFor();
                    return taken;
                }
                output.append(line).append(System.lineSeparator());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
        throw new IllegalStateException(startup.peer() + " did not start: " + output);
    }

    private static void fill(String url, String user, String password) {
        try (Connection connection = DriverManager.getConnection(url, user, password);
                Statement statement = connection.createStatement()) {
            for (int number = 1; number <= 20; number++) {
                String table = table(number);
                statement.execute("CREATE TABLE " + table + " (id INTEGER PRIMARY KEY, name VARCHAR(50) NOT NULL,"
                        + " amount NUMERIC(12, 2) NOT NULL, created TIMESTAMP NOT NULL, active BOOLEAN NOT NULL"
                        + (number == 1 ? "" : ", previous_id INTEGER REFERENCES " + table(number - 1) + " (id)")
                        + ")");
                statement.execute("INSERT INTO " + table + " (id, name, amount, created, active) VALUES (1, '" + table
                        + "', 12.50, TIMESTAMP '2026-01-01 10:00:00', TRUE)");
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String table(int number) {
        return String.format(Locale.ROOT, "item%02d", number);
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
