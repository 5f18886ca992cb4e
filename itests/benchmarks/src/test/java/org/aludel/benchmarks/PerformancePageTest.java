package org.aludel.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.aludel.benchmarks.startup.StartupRun;
import org.aludel.benchmarks.statements.StatementBenchmark;
import org.aludel.benchmarks.statements.StatementRun;
import org.junit.jupiter.api.Test;

class PerformancePageTest {
    private static final List<String> ROWS =
            List.of("| W1 ", "| W2 ", "| W3 ", "| W4 ", "| W5 ", "| W6 ", "| W7 ", "| W8 ", "| W9 ", "| W9B ");

    @Test
    void pageOfTheSiteHasARowForEachWorkloadOnEachDatabaseAndNamesItsCommand() throws IOException {
        String page = Files.readString(PerformancePage.path());
        for (String row : ROWS) {
            assertThat(section(page, "## On H2").lines()).as(row + "on H2").anyMatch(line -> line.startsWith(row));
            assertThat(section(page, "## On PostgreSQL").lines())
                    .as(row + "on PostgreSQL")
                    .anyMatch(line -> line.startsWith(row));
        }
        assertThat(page).contains(PerformancePage.COMMAND, "## Start-up", "| date |", "| machine |", "| rounds |");
        assertThat(page).contains("Hibernate 7.", "EclipseLink 5.", "Ebean 16.", "jOOQ 3.19.");
    }

    @Test
    void siteAndReadmeLeadToThePage() throws IOException {
        Path root = Path.of(System.getProperty("aludel.build.root"));
        assertThat(Files.readString(root.resolve("src/site/site.xml"))).contains("performance.html");
        assertThat(Files.readString(root.resolve("README.md"))).contains("src/site/markdown/performance.md");
    }

    @Test
    void missedBudgetIsMarkedInTheTableAndListedAbove() {
        Measurements measurements = new Measurements();
        measurements.add(new Measurements.Key(DatabaseKind.H2, Workload.W1, "jdbc"), new Figures(1_000, 1_000, 100));
        measurements.add(new Measurements.Key(DatabaseKind.H2, Workload.W1, "aludel"), new Figures(2_000, 2_000, 200));
        measurements.add(new Measurements.Key(DatabaseKind.H2, Workload.W2, "jdbc"), new Figures(1_000, 1_000, 100));
        measurements.add(new Measurements.Key(DatabaseKind.H2, Workload.W2, "aludel"), new Figures(1_050, 1_100, 100));
        String page = page(measurements, 900);
        assertThat(page)
                .contains("- H2, W1 one object by key in a fresh session: 2.00, budget 1.30\n")
                .contains("| W1 one object by key in a fresh session | 1.0 | 2.00 **missed** | 1.30 |")
                .contains("| W2 50,000 rows of 6 columns | 1.0 | 1.05 | 1.10 |")
                .contains("| W4 1,000 parents with 10,000 children | not measured | not measured | 2.50 |")
                .doesNotContain("W8 cached compile: ");
    }

    @Test
    void cachedCompileOfMoreThanAMicrosecondIsAMiss() {
        Measurements measurements = new Measurements();
        measurements.add(new Measurements.Key(DatabaseKind.H2, Workload.W1, "aludel"), new Figures(1, 1, 1));
        assertThat(page(measurements, 1_200))
                .contains("- W8 cached compile: 1.20 microseconds, budget 1.00\n")
                .contains("| Aludel: a statement that is held, compiled before | 1.20 **missed** | 1.00 |");
    }

    @Test
    void whatAPeerCannotDoIsSaidInItsCell() {
        Measurements measurements = new Measurements();
        measurements.add(new Measurements.Key(DatabaseKind.H2, Workload.W9, "jdbc"), new Figures(1_000, 1_000, 1));
        measurements.add(new Measurements.Key(DatabaseKind.H2, Workload.W1, "jooq"), new Figures(1_000, 1_000, 1));
        assertThat(page(measurements, 900))
                .contains("| W9 200 lazy collections one by one | 1.0 | no: has no lazy collections |");
    }

    @Test
    void ratioIsTheMedianOfPairsOfARound() {
        Measurements measurements = new Measurements();
        double[][] rounds = {{100, 110}, {200, 260}, {100, 400}};
        for (double[] round : rounds) {
            measurements.add(
                    new Measurements.Key(DatabaseKind.H2, Workload.W1, "jdbc"), new Figures(round[0], round[0], 0));
            measurements.add(
                    new Measurements.Key(DatabaseKind.H2, Workload.W1, "aludel"), new Figures(round[1], round[1], 0));
        }
        assertThat(measurements.ratio(DatabaseKind.H2, Workload.W1, "aludel")).isEqualTo(1.3);
        assertThat(measurements.ratio(DatabaseKind.POSTGRESQL, Workload.W1, "aludel"))
                .isNaN();
    }

    private static String page(Measurements measurements, double cachedNanos) {
        Map<StatementBenchmark.Measured, Figures> compiled = new java.util.EnumMap<>(StatementBenchmark.Measured.class);
        for (StatementBenchmark.Measured measured : StatementBenchmark.Measured.values()) {
            compiled.put(measured, new Figures(10_000, 10_000, 10));
        }
        compiled.put(StatementBenchmark.Measured.ALUDEL_CACHED, new Figures(cachedNanos, cachedNanos, 10));
        return new PerformancePage(
                        measurements,
                        StatementRun.of(compiled),
                        StartupRun.of(
                                Map.of(DatabaseKind.H2, Map.of("jdbc", List.of(100.0), "aludel", List.of(120.0)))),
                        Machine.here(),
                        Arguments.parse("--page", "--databases", "h2"),
                        Duration.ofMinutes(1))
                .text();
    }

    private static String section(String page, String title) {
        int start = page.indexOf(title + "\n");
        assertThat(start).as(title).isNotNegative();
        int end = page.indexOf("\n## ", start);
        return page.substring(start, end < 0 ? page.length() : end);
    }
}
