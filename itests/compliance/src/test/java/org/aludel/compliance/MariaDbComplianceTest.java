package org.aludel.compliance;

import org.aludel.testing.DatabaseExtension;
import org.aludel.testing.Databases;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;

/** MariaDB. */
@Tag("DIA-02")
final class MariaDbComplianceTest extends RecordedCompliance {

    @RegisterExtension
    static final DatabaseExtension MARIADB = Databases.mariadb().extension();

    @Override
    protected String url() {
        return MARIADB.database().aludelUrl();
    }

    @Override
    protected boolean meets(Requirement requirement) {
        // the collation that a server has by default takes upper and lower case for the same; division by zero is null
        return requirement != Requirement.CASE_SENSITIVE_TEXT
                && requirement != Requirement.DIVISION_BY_ZERO
                && super.meets(requirement);
    }
}
