package org.aludel.compliance.oddity;

import java.util.Map;
import java.util.UUID;
import org.aludel.compliance.DialectCompliance;
import org.aludel.compliance.Requirement;
import org.junit.jupiter.api.Tag;

/** A dialect from elsewhere passes the suite. */
@Tag("DIA-16")
final class OddityComplianceTest extends DialectCompliance {

    @Override
    protected String url() {
        return "oddity:///" + UUID.randomUUID();
    }

    /** It sorts errors and reads the catalogue as every dialect does that says nothing of its own. */
    @Override
    protected boolean meets(Requirement requirement) {
        return switch (requirement) {
            case CONSTRAINT_NAMES, REFLECTED_KEYS, REFLECTED_CONSTRAINTS -> false;
            default -> super.meets(requirement);
        };
    }

    @Override
    protected Map<String, String> departures() {
        return Map.of("Reflecting.sequencesAreListed", "JDBC's metadata has no sequences");
    }
}
