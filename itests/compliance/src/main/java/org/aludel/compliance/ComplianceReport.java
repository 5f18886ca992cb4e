package org.aludel.compliance;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.function.Executable;
import org.opentest4j.TestAbortedException;

/** Counts what passed, failed and was skipped, and prints it. */
final class ComplianceReport {

    private final Set<Requirement> checked = EnumSet.noneOf(Requirement.class);
    private final Set<Requirement> lacking = EnumSet.noneOf(Requirement.class);
    private final List<String> departures = new ArrayList<>();
    private final List<String> failed = new ArrayList<>();
    private int passed;

    /** Runs a check and notes what became of it. */
    void record(String check, List<Requirement> requirements, Executable body) throws Throwable {
        try {
            body.execute();
            passed++;
            checked.addAll(requirements);
        } catch (TestAbortedException e) {
            throw e;
        } catch (Throwable e) {
            failed.add(check);
            throw e;
        }
    }

    /** Notes what a check asks for and the database lacks. */
    void lacks(Requirement requirement) {
        lacking.add(requirement);
    }

    /** Notes a check that the database can't pass. */
    void departs(String check, String reason) {
        departures.add(check + " (" + reason + ")");
    }

    /** What came out. */
    ComplianceResult result(String database) {
        return new ComplianceResult(
                database,
                passed,
                List.copyOf(failed),
                Set.copyOf(checked),
                Set.copyOf(lacking),
                List.copyOf(departures));
    }

    static void print(ComplianceResult result, PrintStream out) {
        String head = "compliance " + result.database();
        if (!result.lacking().isEmpty()) {
            out.println(head + " lacks "
                    + result.lacking().stream().sorted().map(Requirement::name).collect(Collectors.joining(", ")));
        }
        result.departures().forEach(check -> out.println(head + " skipped: " + check));
        result.failed().forEach(check -> out.println(head + " failed: " + check));
        out.println(
                head + ": " + result.passed() + " passed, " + result.failed().size() + " failed");
    }
}
