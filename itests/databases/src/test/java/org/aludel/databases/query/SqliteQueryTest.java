package org.aludel.databases.query;

import java.nio.file.Path;
import org.aludel.engine.Engine;
import org.junit.jupiter.api.io.TempDir;

class SqliteQueryTest extends QuerySuite {

    @TempDir
    Path directory;

    @Override
    Engine createEngine() {
        return Engine.create("sqlite:///" + directory.resolve("query.db"));
    }
}
