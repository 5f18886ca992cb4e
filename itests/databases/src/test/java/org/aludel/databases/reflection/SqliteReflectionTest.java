package org.aludel.databases.reflection;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;

/** The catalogue of a SQLite file. */
@Tag("DIA-03")
final class SqliteReflectionTest extends ReflectionContract {

    @TempDir
    Path directory;

    @Override
    String url() {
        return "sqlite:///" + directory.resolve("sql.db");
    }
}
