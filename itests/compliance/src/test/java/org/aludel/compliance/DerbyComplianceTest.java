package org.aludel.compliance;

import java.util.UUID;
import org.junit.jupiter.api.Tag;

/** Derby in memory. */
@Tag("DIA-05")
final class DerbyComplianceTest extends DialectCompliance {

    @Override
    protected String url() {
        return "derby:///memory:compliance-" + UUID.randomUUID() + "?create=true";
    }
}
