package org.aludel.databases.sql;

import java.util.UUID;
import org.junit.jupiter.api.Tag;

/** Statements on H2 in memory. */
@Tag("DIA-04")
final class H2SqlTest extends SqlContract {

    private final String url = "h2:///mem:sql-" + UUID.randomUUID();

    @Override
    String url() {
        return url;
    }

    @Override
    String freeUrl() {
        return "h2:///mem:edges-" + UUID.randomUUID();
    }
}
