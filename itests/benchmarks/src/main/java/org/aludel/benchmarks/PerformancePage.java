package org.aludel.benchmarks;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.aludel.benchmarks.startup.StartupRun;
import org.aludel.benchmarks.statements.StatementBenchmark;
import org.aludel.benchmarks.statements.StatementRun;

/** The page {@code performance.md} of the site: what a run measured, how, and where a budget was missed. */
public final class PerformancePage {
    /** What measures everything and writes the page. */
    public static final String COMMAND = "mvn -q -Dquick -DskipTests -Pperformance -pl itests/rivals -am verify";

    /** The workloads it has a row for. */
    public static final List<Workload> WORKLOADS = List.of(
            Workload.W1,
            Workload.W2,
            Workload.W3,
            Workload.W4,
            Workload.W5,
            Workload.W6,
            Workload.W7,
            Workload.W9,
            Workload.W9B);

    private static final String BUSY =
            "**The machine was busy with other work.** Times to warm up are times of the clock, of"
                    + " which the code\ngot a part: what is small (W1, W7, W8) or comes first is measured half warm, the ratio to plain"
                    + " JDBC, which\nneeds little warming, comes out too high, for all peers, and start-up waits for others.";
    private static final String OURS = "aludel";
    private static final double WHOLE_BUDGET = 2.5;
    private static final double FIRST_COMPILE_BUDGET = 0.8;
    private static final double CACHED_BUDGET_NANOS = 1_000;

    private final Measurements measurements;
    private final StatementRun statements;
    private final StartupRun startup;
    private final Machine machine;
    private final Arguments arguments;
    private final Duration taken;
    private final List<Peer> peers;
    private final List<String> missed = new ArrayList<>();

    PerformancePage(
            Measurements measurements,
            StatementRun statements,
            StartupRun startup,
            Machine machine,
            Arguments arguments,
            Duration taken) {
        this.measurements = measurements;
        this.statements = statements;
        this.startup = startup;
        this.machine = machine;
        this.arguments = arguments;
        this.taken = taken;
        this.peers = Peers.all().stream()
                .filter(peer -> measurements.has(peer.name()) && !peer.name().equals("jdbc"))
                .toList();
    }

    /** Where it stands in the source tree. */
    public static Path path() {
        return Path.of(System.getProperty("aludel.build.root", "."), "src", "site", "markdown", "performance.md");
    }

    String text() {
        StringBuilder tables = new StringBuilder();
        arguments.databases().forEach(database -> table(tables, database));
        compiling(tables);
        startup(tables);
        StringBuilder page = new StringBuilder();
        head(page);
        missed(page);
        page.append(tables);
        method(page);
        return page.toString();
    }

    private void head(StringBuilder page) {
        line(page, "# Performance");
        line(page);
        line(
                page,
                "What Aludel costs above plain JDBC, beside other mappers, on one schema, one data set and one pool. The");
        line(
                page,
                "figures are ratios of CPU time to plain JDBC written with care: 1.00 is as fast, 2.00 takes twice as long.");
        line(page, "This page is written by the run itself:");
        line(page);
        line(page, "```sh");
        line(page, COMMAND);
        line(page, "```");
        line(page);
        line(page, "| | |");
        line(page, "|---|---|");
        line(page, "| date | " + LocalDate.now(ZoneOffset.UTC) + " |");
        line(page, "| machine | " + machine.text() + " |");
        line(page, "| peers | " + products() + " |");
        line(page, "| rounds | " + rounds() + " |");
        line(page);
        if (machine.isBusy()) {
            line(page, BUSY);
            line(page);
        }
    }

    private String products() {
        return String.join(", ", peers.stream().map(Peer::product).toList()) + "; H2 "
                + org.h2.engine.Constants.FULL_VERSION + ", " + org.postgresql.util.DriverInfo.DRIVER_FULL_NAME;
    }

    private String rounds() {
        Duration limit = arguments.limit();
        String kind;
        if (limit != null) {
            kind = arguments.rounds() + ", limited to " + limit.toMinutes()
                    + " minutes (`-Dbenchmarks=\"--minutes " + limit.toMinutes()
                    + "\"`): warm-up is short, and short of"
                    + " what the slower peers need";
        } else if (arguments.quick()) {
            kind = arguments.rounds() + ", brief (`-Dbenchmarks=\"--quick\"`)";
        } else {
            kind = String.valueOf(arguments.rounds());
        }
        if (arguments.rivalRounds() < arguments.rounds()) {
            kind += ", of the peers but plain JDBC and Aludel " + arguments.rivalRounds();
        }
        return kind + "; took " + taken.toMinutes() + " minutes";
    }

    private void missed(StringBuilder page) {
        if (missed.isEmpty()) {
            line(page, "No budget was missed in this run.");
        } else {
            line(page, "Budgets missed in this run, marked in the tables as well:");
            line(page);
            missed.forEach(miss -> line(page, "- " + miss));
        }
        line(page);
    }

    private void table(StringBuilder page, DatabaseKind database) {
        line(page, "## On " + title(database));
        line(page);
        StringBuilder head = new StringBuilder("| workload | plain JDBC, microseconds |");
        StringBuilder rule = new StringBuilder("|---|---:|");
        for (Peer peer : peers) {
            head.append(' ').append(peer.name()).append(" |");
            rule.append("---:|");
            if (peer.name().equals(OURS)) {
                head.append(" budget |");
                rule.append("---:|");
            }
        }
        line(page, head.toString());
        line(page, rule.toString());
        for (Workload workload : WORKLOADS) {
            if (workload == Workload.W9) {
                compileRow(page);
            }
            row(page, database, workload);
            if (workload == Workload.W3) {
                wholeRow(page, database);
            }
        }
        line(page);
    }

    private void row(StringBuilder page, DatabaseKind database, Workload workload) {
        StringBuilder row = new StringBuilder("| " + workload + " " + workload.title() + " | "
                + micros(measurements.median(database, workload, workload.baselinePeer(), Figures::cpuNanos))
                + " |");
        for (Peer peer : peers) {
            String reason = peer.cannot(workload);
            double ratio = measurements.ratio(database, workload, peer.name());
            if (reason != null) {
                row.append(' ').append("no: ").append(reason).append(" |");
            } else if (peer.name().equals(OURS)) {
                double budget = workload.budget(database);
                row.append(ours(title(database) + ", " + workload + " " + workload.title(), ratio, budget))
                        .append(' ')
                        .append(number(budget))
                        .append(" |");
            } else {
                row.append(' ').append(number(ratio)).append(" |");
            }
        }
        line(page, row.toString());
    }

    /** W3 by the CPU time of the whole JVM, which has what the collector does with 50,000 objects. */
    private void wholeRow(StringBuilder page, DatabaseKind database) {
        double budget = database == DatabaseKind.H2 ? WHOLE_BUDGET : Double.NaN;
        StringBuilder row = new StringBuilder("| W3 the same, whole JVM with garbage collection | "
                + micros(measurements.median(database, Workload.W3, "jdbc", Figures::processNanos)) + " |");
        for (Peer peer : peers) {
            double ratio = measurements.wholeRatio(database, Workload.W3, peer.name());
            if (peer.name().equals(OURS)) {
                row.append(ours(title(database) + ", W3 in the whole JVM", ratio, budget))
                        .append(' ')
                        .append(Double.isNaN(budget) ? "none" : number(budget))
                        .append(" |");
            } else {
                row.append(' ').append(number(ratio)).append(" |");
            }
        }
        line(page, row.toString());
    }

    private void compileRow(StringBuilder page) {
        StringBuilder row = new StringBuilder("| W8 " + Workload.W8.title() + ", microseconds | none |");
        for (Peer peer : peers) {
            String reason = peer.cannot(Workload.W8);
            if (reason != null) {
                row.append(" no: ").append(reason).append(" |");
            } else if (peer.name().equals(OURS)) {
                row.append(' ')
                        .append(compileMicros(StatementBenchmark.Measured.ALUDEL_COMPILE))
                        .append(" first, ")
                        .append(compileMicros(StatementBenchmark.Measured.ALUDEL_CACHED))
                        .append(" cached | first ")
                        .append(number(FIRST_COMPILE_BUDGET))
                        .append(" of jooq, cached 1.00 |");
            } else {
                row.append(' ')
                        .append(compileMicros(StatementBenchmark.Measured.JOOQ_COMPILE))
                        .append(" |");
            }
        }
        line(page, row.toString());
    }

    private void compiling(StringBuilder page) {
        line(page, "## Compiling (W8)");
        line(page);
        line(page, "A select over four tables with a subquery and five predicates, printed for H2 without running it.");
        line(page);
        line(page, "| what | CPU, microseconds | budget |");
        line(page, "|---|---:|---:|");
        line(page, "| jOOQ: build and render | " + compileMicros(StatementBenchmark.Measured.JOOQ_COMPILE) + " | |");
        line(
                page,
                "| Aludel: build and compile, for the first time | "
                        + compileMicros(StatementBenchmark.Measured.ALUDEL_COMPILE) + ", "
                        + ours("W8 first compile, against jOOQ", statements.firstCompile(), FIRST_COMPILE_BUDGET)
                                .replace(" |", "")
                                .strip()
                        + " of jOOQ | " + number(FIRST_COMPILE_BUDGET) + " of jOOQ |");
        double cached = statements.nanos(StatementBenchmark.Measured.ALUDEL_CACHED);
        if (cached > CACHED_BUDGET_NANOS) {
            missed.add("W8 cached compile: " + number(cached / 1_000) + " microseconds, budget 1.00");
        }
        line(
                page,
                "| Aludel: a statement that is held, compiled before | " + number(cached / 1_000)
                        + (cached > CACHED_BUDGET_NANOS ? " **missed**" : "") + " | 1.00 |");
        line(
                page,
                "| Aludel: the statement built anew with another value, compiled before | "
                        + compileMicros(StatementBenchmark.Measured.ALUDEL_REBUILT) + " | |");
        line(
                page,
                "| Aludel: executing a cached statement, above plain JDBC | "
                        + number(statements.aboveJdbcNanos() / 1_000) + " | |");
        line(page);
    }

    private void startup(StringBuilder page) {
        line(page, "## Start-up");
        line(page);
        line(
                page,
                "Wall time from the start of a JVM until a program with 20 mapped classes has printed what it read of its");
        line(
                page,
                "first object; the median of " + startup.rounds()
                        + " starts of each, by turns. Plain JDBC and jOOQ have no" + " classes to map.");
        line(page);
        StringBuilder head = new StringBuilder("| peer |");
        StringBuilder rule = new StringBuilder("|---|");
        for (DatabaseKind database : arguments.databases()) {
            head.append(' ').append(title(database)).append(", milliseconds | ratio |");
            rule.append("---:|---:|");
        }
        line(page, head + " budget |");
        line(page, rule + "---:|");
        for (String peer : startup.peers()) {
            StringBuilder row = new StringBuilder("| " + peer + " |");
            for (DatabaseKind database : arguments.databases()) {
                row.append(String.format(Locale.ROOT, " %.0f |", startup.millis(database, peer)));
                double ratio = startup.ratio(database, peer);
                row.append(
                        peer.equals(OURS)
                                ? ours(title(database) + ", start-up", ratio, StartupRun.BUDGET)
                                : " " + number(ratio) + " |");
            }
            line(page, row + (peer.equals(OURS) ? " " + number(StartupRun.BUDGET) : "") + " |");
        }
        line(page);
    }

    private static void method(StringBuilder page) {
        page.append("""
                ## How it is measured

                - Every measurement is a JVM of its own (`-Xms1g -Xmx1g -XX:+AlwaysPreTouch`), run by JMH. The JVMs of a workload
                  are warmed up one after the other for 12 seconds; then they take 12 turns of half a second each, while the
                  others wait, and a ratio is the median over the turns of pairs, so that whatever else the machine does
                  meets all of them. They need 1 GB of memory each, 7 GB together. In limited time the workloads of a peer
                  share a JVM, and there is one turn a round.
                - The figure is CPU time of the thread that works, not wall time; on H2 the database runs in that thread and is
                  part of it, on PostgreSQL it is another process and is not. PostgreSQL runs on the same machine, without fsync,
                  autovacuum and JIT, and is vacuumed before each iteration.
                - 50,000 users of 6 columns, 10,000 addresses. The same HikariCP pool, the same fetch size (the driver's) and
                  `reWriteBatchedInserts=true` for all.
                - Before a peer is measured, what it does is compared with plain JDBC: what was read by a hash over every value,
                  what was written by committing it, counting it in the database, and taking it back. In the loop writes are
                  rolled back. A peer that does something else is not measured.
                - Each peer is written as its documentation recommends: batches of 100, sequences with an allocation of 50 for
                  Hibernate and EclipseLink, identity columns for the others; no cache beyond the session; EclipseLink woven and
                  Ebean enhanced when they are built. Eager collections (W4) come by a join in Hibernate, Ebean, jOOQ and plain
                  JDBC, by a second select in EclipseLink and Aludel. Batched collections (W9B) come by Hibernate's subselect,
                  EclipseLink's batch reading, Ebean's lazy batches of 100.
                - W9B is measured against plain JDBC's W9, which asks one by one.

                A full run takes two hours; `-Dbenchmarks="--minutes 10"` shares out ten minutes instead (more with `--rounds`),
                `--quick` does one brief round, `--rounds 3 --rival-rounds 1` saves time where it matters least, and `--workloads W1,W5 --databases h2 --peers aludel,hibernate` chooses.

                ## Traps

                - A brief run flatters nobody but plain JDBC, which is warm at once; Hibernate and jOOQ warm up slowly.
                - A heap that is touched for the first time costs page faults, which is why it is touched before.
                - Workloads that share a JVM share what its compiler learned: one JVM each, as in the full run, is the fairer picture.
                - Inserts in H2 are fast or slow by JVM, for no reason that the program sees: W5 on H2 needs several rounds.
                - Asking for generated keys turns the rewriting of batches in PostgreSQL's driver off. That is what plain JDBC pays
                  in W5, and how a mapper that asks in SQL can be faster than it.
                - CPU time still depends on what else runs: caches, clock speed and a shared core. Compare ratios, not microseconds,
                  and look at the load above.
                """);
    }

    private String ours(String what, double ratio, double budget) {
        if (ratio > budget) {
            missed.add(what + ": " + number(ratio) + ", budget " + number(budget));
            return " " + number(ratio) + " **missed** |";
        }
        return " " + number(ratio) + " |";
    }

    private String compileMicros(StatementBenchmark.Measured measured) {
        return number(statements.nanos(measured) / 1_000);
    }

    private static String title(DatabaseKind database) {
        return database == DatabaseKind.H2 ? "H2" : "PostgreSQL";
    }

    private static String micros(double nanos) {
        return Double.isNaN(nanos) ? "not measured" : String.format(Locale.ROOT, "%.1f", nanos / 1_000);
    }

    private static String number(double value) {
        return Double.isNaN(value) ? "not measured" : String.format(Locale.ROOT, "%.2f", value);
    }

    private static void line(StringBuilder page, String... text) {
        page.append(String.join("", text)).append('\n');
    }
}
