package org.aludel.databases.recipes;

import java.nio.file.Path;
import org.aludel.engine.Engine;
import org.junit.jupiter.api.io.TempDir;

class SqliteRecipesTest extends RecipesSuite {

    @TempDir
    Path directory;

    @Override
    Engine createEngine(String name) {
        return Engine.create("sqlite:///" + directory.resolve(name + ".db"));
    }
}
