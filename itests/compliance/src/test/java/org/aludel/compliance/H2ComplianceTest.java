package org.aludel.compliance;

import java.util.UUID;
import org.junit.jupiter.api.Tag;

/** H2 in memory. */
@Tag("DIA-04")
final class H2ComplianceTest extends RecordedCompliance {

    @Override
    protected String url() {
        return "h2:///mem:compliance-" + UUID.randomUUID();
    }
}
