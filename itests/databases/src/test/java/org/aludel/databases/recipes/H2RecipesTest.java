package org.aludel.databases.recipes;

import java.util.concurrent.atomic.AtomicInteger;
import org.aludel.engine.Engine;

class H2RecipesTest extends RecipesSuite {

    private static final AtomicInteger COUNT = new AtomicInteger();

    @Override
    Engine createEngine(String name) {
        return Engine.create("h2:///mem:recipes_" + name + COUNT.incrementAndGet());
    }
}
