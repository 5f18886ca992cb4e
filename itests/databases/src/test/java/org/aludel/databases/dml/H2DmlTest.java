package org.aludel.databases.dml;

import java.util.UUID;
import org.junit.jupiter.api.Tag;

/** Statements that write, on H2 in memory. */
@Tag("DIA-04")
final class H2DmlTest extends DmlContract {

    private final String url = "h2:///mem:dml-" + UUID.randomUUID();

    @Override
    String url() {
        return url;
    }
}
