package org.aludel.compliance.oddity;

import java.util.UUID;
import org.aludel.compliance.DialectCompliance;
import org.junit.jupiter.api.Tag;

/** A dialect from elsewhere passes the suite. */
@Tag("DIA-16")
final class OddityComplianceTest extends DialectCompliance {

    @Override
    protected String url() {
        return "oddity:///" + UUID.randomUUID();
    }
}
