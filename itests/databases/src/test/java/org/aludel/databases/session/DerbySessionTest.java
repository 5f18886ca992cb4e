package org.aludel.databases.session;

import java.util.UUID;
import org.aludel.engine.Engine;
import org.junit.jupiter.api.Tag;

@Tag("DIA-06")
class DerbySessionTest extends SessionSuite {

    @Override
    Engine createEngine() {
        return Engine.create("derby:///memory:session-" + UUID.randomUUID());
    }
}
