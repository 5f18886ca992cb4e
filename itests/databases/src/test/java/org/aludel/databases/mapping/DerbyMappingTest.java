package org.aludel.databases.mapping;

import java.util.UUID;
import org.aludel.engine.Engine;
import org.junit.jupiter.api.Tag;

@Tag("DIA-06")
class DerbyMappingTest extends MappingSuite {

    @Override
    Engine createEngine() {
        return Engine.create("derby:///memory:mapping-" + UUID.randomUUID());
    }
}
