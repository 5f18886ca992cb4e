package org.aludel.compliance;

import java.util.UUID;
import org.junit.jupiter.api.Tag;

/** HSQLDB in memory. */
@Tag("DIA-05")
final class HsqldbComplianceTest extends DialectCompliance {

    @Override
    protected String url() {
        return "hsqldb:///mem:compliance-" + UUID.randomUUID() + "?hsqldb.tx=mvcc";
    }
}
