package org.aludel.compliance;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;

/** HSQLDB in memory. */
@Tag("DIA-05")
final class HsqldbComplianceTest extends RecordedCompliance {

    @Override
    protected String url() {
        return "hsqldb:///mem:compliance-" + UUID.randomUUID() + "?hsqldb.tx=mvcc";
    }

    @Override
    protected boolean meets(Requirement requirement) {
        return switch (requirement) {
            // averages of integers are integers; the driver reckons old dates by the Julian calendar; locks are
            // exclusive
            case FRACTIONAL_AVERAGES, ANCIENT_DATES, SHARED_LOCKS -> false;
            default -> super.meets(requirement);
        };
    }

    @Override
    protected Map<String, String> departures() {
        return Map.of("Grouping.filters", "a parameter in FILTER has no type");
    }
}
