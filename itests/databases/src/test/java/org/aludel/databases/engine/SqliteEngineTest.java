package org.aludel.databases.engine;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** The engine on a SQLite file. */
final class SqliteEngineTest extends EngineContract {

    @TempDir
    Path directory;

    @Override
    String url() {
        return "sqlite:///" + directory.resolve("engine.db");
    }
}
