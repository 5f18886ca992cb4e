package org.aludel.databases.query;

import java.util.UUID;
import org.aludel.engine.Engine;
import org.junit.jupiter.api.Tag;

@Tag("DIA-06")
class DerbyQueryTest extends QuerySuite {

    @Override
    Engine createEngine() {
        return Engine.create("derby:///memory:query-" + UUID.randomUUID());
    }

    @Override
    String lockWords() {
        return "WITH RS";
    }
}
