package org.aludel.databases.dml;

import java.util.UUID;
import org.junit.jupiter.api.Tag;

/** Statements that write, on HSQLDB in memory. */
@Tag("DIA-05")
final class HsqldbDmlTest extends DmlContract {

    private final String url = "hsqldb:///mem:dml-" + UUID.randomUUID();

    @Override
    String url() {
        return url;
    }
}
