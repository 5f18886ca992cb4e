package org.aludel.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.aludel.core.dialect.DialectProvider;
import org.aludel.sql.Capability;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The site has a table of what each database can do: what its dialect declares, and what the compliance suite has seen on
 * the database itself. {@code -Daludel.databases.write=true} writes the page anew.
 */
@Tag("DIA-16")
class DatabasesPageTest {

    private static final Path ROOT = Path.of(System.getProperty("aludel.build.root", "../.."));
    private static final Path PAGE = ROOT.resolve("src/site/markdown/databases.md");
    private static final Path RESULTS = ROOT.resolve("itests/compliance/results");

    /** What the suite noted of one database. */
    private record Outcome(
            int passed, Set<String> declared, Set<String> checked, Set<String> lacking, List<String> skipped) {}

    @Test
    void thePageTellsWhatEachDatabaseCanDo() throws IOException {
        String expected = page(outcomes());
        if (Boolean.getBoolean("aludel.databases.write")) {
            Files.writeString(PAGE, expected);
        }
        assertThat(PAGE)
                .as("write it anew with -Daludel.databases.write=true")
                .content()
                .isEqualTo(expected);
    }

    @Test
    void eightDatabasesHaveRunTheSuite() throws IOException {
        assertThat(outcomes().keySet())
                .containsExactly("access", "derby", "firebird", "h2", "hsqldb", "mariadb", "postgresql", "sqlite");
    }

    @Test
    void whatADialectDeclaresAndTheSuiteKnowsWasSeen() throws IOException {
        outcomes().forEach((database, outcome) -> {
            Set<String> unseen = new TreeSet<>(outcome.declared());
            unseen.removeAll(outcome.checked());
            if (database.equals("hsqldb")) {
                // its only check has a parameter, which HSQLDB takes everywhere else
                unseen.remove(Capability.AGGREGATE_FILTER.name());
            }
            assertThat(unseen)
                    .as("declared for %s and never seen there", database)
                    .isEmpty();
        });
    }

    private static Map<String, Outcome> outcomes() throws IOException {
        Map<String, Outcome> outcomes = new TreeMap<>();
        try (Stream<Path> files = Files.list(RESULTS)) {
            for (Path file : files.toList()) {
                List<String> lines = Files.readAllLines(file);
                outcomes.put(
                        file.getFileName().toString().replace(".txt", ""),
                        new Outcome(
                                Integer.parseInt(values(lines, "passed").get(0)),
                                names(lines, "declared"),
                                names(lines, "checked"),
                                names(lines, "lacking"),
                                values(lines, "skipped")));
            }
        }
        return outcomes;
    }

    private static List<String> values(List<String> lines, String key) {
        return lines.stream()
                .filter(line -> line.startsWith(key + " = "))
                .map(line -> line.substring(key.length() + 3))
                .toList();
    }

    private static Set<String> names(List<String> lines, String key) {
        return values(lines, key).stream()
                .flatMap(line -> Arrays.stream(line.split(", ")))
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String page(Map<String, Outcome> outcomes) {
        StringBuilder page = new StringBuilder("""
                # Databases

                Generated from the code and from the last runs of the compliance suite. One command runs the suite on all
                databases of the first table and prints a line for each, such as `compliance h2: 272 passed, 0 failed`:

                ```
                mvn verify -pl itests/compliance -am -Dtest='*ComplianceTest' -Dsurefire.failIfNoSpecifiedTests=false
                ```

                H2, HSQLDB, Derby, SQLite and Access run in the process; PostgreSQL and MariaDB are started for the tests;
                Firebird is skipped, by name, where it is not installed.

                ## Seen on the database itself

                A capability is *seen* if its dialect declares it for the version that ran and checks of the suite passed
                that need it; a dash says that it is not declared, and that the dialect refuses what needs it.

                """);
        List<String> databases = List.copyOf(outcomes.keySet());
        head(page, databases);
        page.append("| checks passed |");
        outcomes.values()
                .forEach(outcome -> page.append(' ').append(outcome.passed()).append(" |"));
        page.append('\n');
        for (Capability capability : Capability.values()) {
            page.append("| `").append(capability).append("` |");
            for (Outcome outcome : outcomes.values()) {
                boolean declared = outcome.declared().contains(capability.name());
                boolean seen = outcome.checked().contains(capability.name());
                page.append(!declared ? " - |" : seen ? " seen |" : " declared |");
            }
            page.append('\n');
        }
        beyond(page, outcomes);
        skipped(page, outcomes);
        declared(page);
        return page.toString();
    }

    private static void head(StringBuilder page, List<String> databases) {
        page.append("| |");
        databases.forEach(database -> page.append(' ').append(database).append(" |"));
        page.append("\n|---|").append("---|".repeat(databases.size())).append('\n');
    }

    /** What the suite asks for and no dialect declares. */
    private static void beyond(StringBuilder page, Map<String, Outcome> outcomes) {
        Set<String> others = new TreeSet<>();
        outcomes.values().forEach(outcome -> {
            others.addAll(outcome.checked());
            others.addAll(outcome.lacking());
        });
        Arrays.stream(Capability.values()).map(Enum::name).forEach(others::remove);
        page.append("\n## What else the suite asks for\n\n");
        head(page, List.copyOf(outcomes.keySet()));
        for (String other : others) {
            page.append("| `").append(other).append("` |");
            outcomes.values()
                    .forEach(outcome -> page.append(
                            outcome.lacking().contains(other)
                                    ? " - |"
                                    : outcome.checked().contains(other) ? " seen |" : " |"));
            page.append('\n');
        }
    }

    private static void skipped(StringBuilder page, Map<String, Outcome> outcomes) {
        page.append("\n## Checks that a database or its driver can't pass\n\n| database | check |\n|---|---|\n");
        outcomes.forEach((database, outcome) -> outcome.skipped()
                .forEach(check -> page.append("| ")
                        .append(database)
                        .append(" | ")
                        .append(check.replace("|", "\\|"))
                        .append(" |\n")));
    }

    private static void declared(StringBuilder page) {
        List<DialectProvider> providers = new ArrayList<>();
        ServiceLoader.load(DialectProvider.class).forEach(providers::add);
        providers.sort(Comparator.comparing(
                (DialectProvider provider) -> provider.names().get(0)));
        page.append("\n## Declared by each dialect\n\nAt the version that is taken where none is known.\n\n");
        head(page, providers.stream().map(provider -> provider.names().get(0)).toList());
        for (Capability capability : Capability.values()) {
            page.append("| `").append(capability).append("` |");
            providers.forEach(provider -> page.append(provider.dialect().supports(capability) ? " yes |" : " - |"));
            page.append('\n');
        }
    }
}
