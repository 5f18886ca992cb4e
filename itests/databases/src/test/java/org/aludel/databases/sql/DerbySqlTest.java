package org.aludel.databases.sql;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Tag;

/** Statements on Derby in memory. */
@Tag("DIA-06")
final class DerbySqlTest extends SqlContract {

    private final String url = "derby:///memory:sql-" + UUID.randomUUID();

    @Override
    String url() {
        return url;
    }

    @Override
    List<String> subtotals() {
        return List.of("rollup");
    }

    @Override
    String freeUrl() {
        return "derby:///memory:edges-" + UUID.randomUUID();
    }
}
