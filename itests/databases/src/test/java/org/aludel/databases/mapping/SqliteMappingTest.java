package org.aludel.databases.mapping;

import java.nio.file.Path;
import org.aludel.engine.Engine;
import org.junit.jupiter.api.io.TempDir;

class SqliteMappingTest extends MappingSuite {

    @TempDir
    Path directory;

    @Override
    Engine createEngine() {
        return Engine.create("sqlite:///" + directory.resolve("mapping.db"));
    }
}
