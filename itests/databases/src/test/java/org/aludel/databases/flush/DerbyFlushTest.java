package org.aludel.databases.flush;

import java.util.UUID;
import org.aludel.engine.Engine;
import org.junit.jupiter.api.Tag;

@Tag("DIA-06")
class DerbyFlushTest extends FlushSuite {

    @Override
    Engine createEngine() {
        return Engine.create("derby:///memory:flush-" + UUID.randomUUID());
    }
}
