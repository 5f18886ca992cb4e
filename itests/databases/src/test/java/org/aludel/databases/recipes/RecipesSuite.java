package org.aludel.databases.recipes;

import java.util.LinkedHashMap;
import java.util.Map;
import org.aludel.engine.Engine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Each recipe on one database. */
@Tag("DOC-01")
abstract class RecipesSuite {

    private Engine engine;

    /** @param name of the database, where there may be several */
    abstract Engine createEngine(String name);

    @BeforeEach
    void open() {
        engine = createEngine("main");
    }

    @AfterEach
    void close() {
        engine.close();
    }

    @Test
    void aTreeWithParentAndRootIsReadByOneStatement() {
        AdjacencyTree.run(engine);
    }

    @Test
    void aSearchIsPutTogetherPieceByPiece() {
        UserSearch.run(engine);
    }

    @Test
    void aPlaceIsFoundByItsPath() {
        LocationPath.run(engine);
    }

    @Test
    void aQueryIsCompiledOnce() {
        CachedQueries.run(engine);
    }

    @Test
    void stringsAreKeptAsUtf8() {
        Utf8.run(engine);
    }

    @Test
    void aBooleanTakesWhatPeopleWrite() {
        LiberalBoolean.run(engine);
    }

    @Test
    void aMapIsKeptAsJson() {
        JsonMap.run(engine);
    }

    @Test
    void totalsFollowWhatSessionsWrite() {
        DenormalisedView.run(engine);
    }

    @Test
    void weatherIsKeptByContinent() {
        Map<String, Engine> engines = new LinkedHashMap<>();
        for (String continent : new String[] {"Africa", "Asia", "Europe"}) {
            engines.put(continent, createEngine(continent));
        }
        try {
            WeatherSharding.run(engines);
        } finally {
            engines.values().forEach(Engine::close);
        }
    }
}
