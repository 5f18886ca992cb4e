package org.aludel.databases.sql;

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
}
