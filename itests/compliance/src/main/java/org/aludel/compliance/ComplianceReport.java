package org.aludel.compliance;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.function.Executable;
import org.opentest4j.TestAbortedException;

/** Counts what passed, failed and was skipped, and prints it. */
final class ComplianceReport {

    private int passed;
    private final List<String> failed = new ArrayList<>();
    private final List<String> skipped = new ArrayList<>();

    void record(String check, Executable body) throws Throwable {
        try {
            body.execute();
            passed++;
        } catch (TestAbortedException e) {
            skipped.add(check + " (" + e.getMessage() + ")");
            throw e;
        } catch (Throwable e) {
            failed.add(check);
            throw e;
        }
    }

    void print(String database, PrintStream out) {
        skipped.forEach(check -> out.println("compliance " + database + " skipped: " + check));
        failed.forEach(check -> out.println("compliance " + database + " failed: " + check));
        out.println("compliance " + database + ": " + passed + " passed, " + failed.size() + " failed");
    }
}
