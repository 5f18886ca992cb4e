package org.aludel.databases.session;

import java.util.UUID;
import org.aludel.engine.Engine;
import org.junit.jupiter.api.Tag;

@Tag("DIA-05")
class HsqldbSessionTest extends SessionSuite {

    @Override
    Engine createEngine() {
        return Engine.create("hsqldb:///mem:session-" + UUID.randomUUID());
    }
}
