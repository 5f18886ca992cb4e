package org.aludel.compliance;

import org.aludel.testing.DatabaseExtension;
import org.aludel.testing.Databases;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;

/** PostgreSQL. */
@Tag("DIA-01")
final class PostgreSqlComplianceTest extends RecordedCompliance {

    @RegisterExtension
    static final DatabaseExtension POSTGRESQL = Databases.postgresql().extension();

    @Override
    protected String url() {
        return POSTGRESQL.database().aludelUrl();
    }

    @Override
    protected boolean meets(Requirement requirement) {
        // they came with version 18 only
        return requirement != Requirement.VIRTUAL_COMPUTED_COLUMNS && super.meets(requirement);
    }
}
