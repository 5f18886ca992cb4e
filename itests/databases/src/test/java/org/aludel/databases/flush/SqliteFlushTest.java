package org.aludel.databases.flush;

import java.nio.file.Path;
import org.aludel.engine.Engine;
import org.junit.jupiter.api.io.TempDir;

class SqliteFlushTest extends FlushSuite {

    @TempDir
    Path directory;

    @Override
    Engine createEngine() {
        return Engine.create("sqlite:///" + directory.resolve("flush.db"));
    }
}
