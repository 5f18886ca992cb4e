package org.aludel.databases.query;

import java.util.UUID;
import org.aludel.engine.Engine;
import org.junit.jupiter.api.Tag;

@Tag("DIA-05")
class HsqldbQueryTest extends QuerySuite {

    @Override
    Engine createEngine() {
        return Engine.create("hsqldb:///mem:query-" + UUID.randomUUID());
    }
}
