package org.aludel.databases.recipes;

import java.util.ArrayList;
import java.util.List;
import org.aludel.engine.Engine;
import org.aludel.testing.DatabaseExtension;
import org.aludel.testing.Databases;
import org.aludel.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.RegisterExtension;

class MariaDbRecipesTest extends RecipesSuite {

    @RegisterExtension
    static final DatabaseExtension SERVER = Databases.mariadb().extension();

    private final List<TestDatabase> others = new ArrayList<>();

    @Override
    Engine createEngine(String name) {
        if (name.equals("main")) {
            return Engine.create(SERVER.database().aludelUrl());
        }
        TestDatabase other = Databases.mariadb().createDatabase();
        others.add(other);
        return Engine.create(other.aludelUrl());
    }

    @AfterEach
    void dropOthers() {
        others.forEach(TestDatabase::close);
    }
}
