package org.aludel.compliance;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;

/** A SQLite file. */
@Tag("DIA-03")
final class SqliteComplianceTest extends DialectCompliance {

    @TempDir
    Path directory;

    @Override
    protected String url() {
        return "sqlite:///" + directory.resolve("compliance.db");
    }

    @Override
    protected boolean meets(Requirement requirement) {
        // decimals are floating-point numbers, whole ones integers
        return requirement != Requirement.EXACT_NUMERICS
                && requirement != Requirement.DECIMAL_DIVISION
                && super.meets(requirement);
    }
}
