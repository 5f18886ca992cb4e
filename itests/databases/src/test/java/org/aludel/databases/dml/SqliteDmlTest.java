package org.aludel.databases.dml;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;

/** Statements that write, on a SQLite file. */
@Tag("DIA-03")
final class SqliteDmlTest extends DmlContract {

    @TempDir
    Path directory;

    @Override
    String url() {
        return "sqlite:///" + directory.resolve("dml.db");
    }
}
