package org.aludel.databases.errors;

import static org.aludel.sql.Sql.text;

import java.nio.file.Path;
import org.aludel.engine.Connection;
import org.aludel.engine.Isolation;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;

/** Errors of SQLite in a file. */
@Tag("DIA-03")
final class SqliteErrorKindsTest extends ErrorKindsContract {

    @TempDir
    Path directory;

    @Override
    String database() {
        return "SQLite";
    }

    @Override
    String url() {
        return "sqlite:///" + directory.resolve("errors.db") + "?journal_mode=WAL";
    }

    @Override
    String urlOfUnknownDatabase() {
        return "sqlite:///" + directory.resolve("no/such/directory.db");
    }

    @Override
    void waitShortly(Connection conn) {
        conn.execute(text("PRAGMA busy_timeout = 300"));
    }

    @Override
    boolean deadlocks() {
        return false;
    }

    @Override
    boolean manyWriters() {
        return false;
    }

    @Override
    Isolation conflicting() {
        return Isolation.SERIALIZABLE;
    }

    @Override
    @Nullable
    String longQuery() {
        return "WITH RECURSIVE r(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM r WHERE i < 200000000) SELECT COUNT(*) FROM r";
    }

    @Override
    boolean canKill() {
        return false;
    }
}
