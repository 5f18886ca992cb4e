package org.aludel.databases.sql;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Tag;

/** Statements on HSQLDB in memory. */
@Tag("DIA-05")
final class HsqldbSqlTest extends SqlContract {

    private final String url = "hsqldb:///mem:sql-" + UUID.randomUUID();

    @Override
    String url() {
        return url;
    }

    @Override
    List<String> subtotals() {
        return List.of("rollup", "cube");
    }

    @Override
    String freeUrl() {
        return "hsqldb:///mem:edges-" + UUID.randomUUID();
    }
}
