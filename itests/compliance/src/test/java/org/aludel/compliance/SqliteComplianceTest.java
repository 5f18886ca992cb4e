package org.aludel.compliance;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;

/** A SQLite file. */
@Tag("DIA-03")
final class SqliteComplianceTest extends RecordedCompliance {

    @TempDir
    Path directory;

    @Override
    protected String url() {
        return "sqlite:///" + directory.resolve("compliance.db");
    }

    @Override
    protected boolean meets(Requirement requirement) {
        return switch (requirement) {
            // decimals are floating-point numbers, whole ones integers; division by zero is null; texts have no
            // greatest length; errors name columns, if anything; the driver's time limit is that of waiting for locks
            case EXACT_NUMERICS,
                    DECIMAL_DIVISION,
                    DIVISION_BY_ZERO,
                    LIMITED_TEXT,
                    CONSTRAINT_NAMES,
                    STATEMENT_TIMEOUTS -> false;
            default -> super.meets(requirement);
        };
    }

    @Override
    protected Map<String, String> departures() {
        return Map.of("Isolations.readCommitted", "SQLite's levels are serializable and read uncommitted");
    }
}
