package org.aludel.databases.session;

import java.nio.file.Path;
import org.aludel.engine.Engine;
import org.junit.jupiter.api.io.TempDir;

class SqliteSessionTest extends SessionSuite {

    @TempDir
    Path directory;

    @Override
    Engine createEngine() {
        return Engine.create("sqlite:///" + directory.resolve("session.db"));
    }
}
