package org.aludel.databases.streaming;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** Streaming on a SQLite file. */
final class SqliteStreamingTest extends StreamingContract {

    @TempDir
    Path directory;

    @Override
    String url() {
        return "sqlite:///" + directory.resolve("streaming.db");
    }

    /** Division by zero gives NULL here; an overflow is an error. */
    @Override
    String failingQuery() {
        return "SELECT abs(CASE WHEN 1500 - id = 0 THEN -9223372036854775807 - 1 ELSE id END) FROM numbers ORDER BY id";
    }
}
