package org.aludel.databases.dml;

import java.util.UUID;
import org.junit.jupiter.api.Tag;

/** Statements that write, on Derby in memory. */
@Tag("DIA-06")
final class DerbyDmlTest extends DmlContract {

    private final String url = "derby:///memory:dml-" + UUID.randomUUID();

    @Override
    String url() {
        return url;
    }
}
