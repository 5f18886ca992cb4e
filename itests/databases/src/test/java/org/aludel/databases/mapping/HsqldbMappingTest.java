package org.aludel.databases.mapping;

import java.util.UUID;
import org.aludel.engine.Engine;
import org.junit.jupiter.api.Tag;

@Tag("DIA-05")
class HsqldbMappingTest extends MappingSuite {

    @Override
    Engine createEngine() {
        return Engine.create("hsqldb:///mem:mapping-" + UUID.randomUUID());
    }
}
