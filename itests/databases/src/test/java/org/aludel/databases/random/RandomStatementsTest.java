package org.aludel.databases.random;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.aludel.testing.DatabaseExtension;
import org.aludel.testing.Databases;
import org.aludel.testing.TestDatabase;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * The same random statement gives the same result on H2, SQLite, PostgreSQL and MariaDB.
 *
 * <p>{@code -Daludel.random.statements=100000} runs more of them, {@code -Daludel.random.seed=1} others. Without these a few
 * thousand run, for less than two minutes.
 */
@Tag("DIA-16")
final class RandomStatementsTest {

    @RegisterExtension
    static final DatabaseExtension POSTGRESQL = Databases.postgresql().extension();

    @RegisterExtension
    static final DatabaseExtension MARIADB = Databases.mariadb().extension();

    private static final long SECONDS_BY_DEFAULT = 90;

    @TempDir
    Path directory;

    /** With a collation that compares texts as the other databases do, character by character. */
    private static String binaryTexts(TestDatabase database) {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("ALTER DATABASE " + database.name() + " CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin");
        } catch (SQLException e) {
            throw new IllegalStateException("the collation can't be set", e);
        }
        return database.aludelUrl() + "&sessionVariables=collation_connection=utf8mb4_nopad_bin";
    }

    @Test
    void databasesAgree() {
        Integer wanted = Integer.getInteger("aludel.random.statements");
        long seed = Long.getLong("aludel.random.seed", 20_261_122L);
        int differencesShown = Integer.getInteger("aludel.random.differences", 1);
        int statements = wanted == null ? 4_000 : wanted;
        long start = System.nanoTime();
        long deadline = wanted == null ? start + TimeUnit.SECONDS.toNanos(SECONDS_BY_DEFAULT) : Long.MAX_VALUE;
        Sample sample = new Sample();
        List<Contestant> contestants = List.of(
                new Contestant("h2", "h2:///mem:random-" + UUID.randomUUID(), sample),
                new Contestant("sqlite", "sqlite:///" + directory.resolve("random.db"), sample),
                new Contestant("postgresql", POSTGRESQL.database().aludelUrl(), sample),
                new Contestant("mariadb", binaryTexts(MARIADB.database()), sample));
        List<String> differences = new ArrayList<>();
        int run = 0;
        try {
            Differential differential = new Differential(sample, contestants);
            while (run < statements && differences.size() < differencesShown && System.nanoTime() < deadline) {
                String difference = differential.difference(seed * 1_000_003 + run++);
                if (difference != null) {
                    System.out.println(difference);
                    differences.add(difference);
                }
            }
        } finally {
            Contestant.closeAll(contestants);
        }
        System.out.println("random statements: " + run + " with seed " + seed + ", " + differences.size()
                + " differences, " + TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start) + " s");
        assertThat(differences).isEmpty();
    }
}
