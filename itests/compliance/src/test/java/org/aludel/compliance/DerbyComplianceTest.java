package org.aludel.compliance;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;

/** Derby in memory. */
@Tag("DIA-06")
final class DerbyComplianceTest extends RecordedCompliance {

    @Override
    protected String url() {
        return "derby:///memory:compliance-" + UUID.randomUUID() + "?create=true";
    }

    @Override
    protected boolean meets(Requirement requirement) {
        return switch (requirement) {
            // averages of integers are integers; times have whole seconds; readers wait for writers; MERGE reads one
            // row
            case STATEMENT_TIMEOUTS -> false;
            case FRACTIONAL_AVERAGES, FRACTIONAL_TIME, ISOLATED_CONNECTIONS, MULTI_ROW_UPSERT -> false;
            default -> super.meets(requirement);
        };
    }

    @Override
    protected Map<String, String> departures() {
        return Map.of(
                "Strings.concatenation", "a text joined with a parameter is a LONG VARCHAR, which can't be compared");
    }
}
