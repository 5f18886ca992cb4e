package org.aludel.databases.sql;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;

/** Statements on a SQLite file. */
@Tag("DIA-03")
final class SqliteSqlTest extends SqlContract {

    @TempDir
    Path directory;

    @Override
    String url() {
        return "sqlite:///" + directory.resolve("sql.db");
    }

    /** One transaction writes at a time. */
    @Override
    String freeUrl() {
        return "sqlite://";
    }
}
