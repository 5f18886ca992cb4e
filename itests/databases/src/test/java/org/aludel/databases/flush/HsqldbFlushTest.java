package org.aludel.databases.flush;

import java.util.UUID;
import org.aludel.engine.Engine;
import org.junit.jupiter.api.Tag;

@Tag("DIA-05")
class HsqldbFlushTest extends FlushSuite {

    @Override
    Engine createEngine() {
        return Engine.create("hsqldb:///mem:flush-" + UUID.randomUUID());
    }
}
