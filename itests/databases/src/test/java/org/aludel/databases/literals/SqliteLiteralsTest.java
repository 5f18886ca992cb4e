package org.aludel.databases.literals;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;

/** Literals in a SQLite file. */
@Tag("DIA-03")
final class SqliteLiteralsTest extends LiteralSafety {

    @TempDir
    Path directory;

    @Override
    String url() {
        return "sqlite:///" + directory.resolve("literals.db");
    }
}
