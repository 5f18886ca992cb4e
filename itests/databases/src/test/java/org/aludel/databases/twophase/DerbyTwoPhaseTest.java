package org.aludel.databases.twophase;

import java.util.UUID;
import org.aludel.engine.Engine;
import org.junit.jupiter.api.Tag;

/** Two-phase transactions on Derby. */
@Tag("DIA-06")
final class DerbyTwoPhaseTest extends TwoPhaseContract {

    private final String url = "derby:///memory:twophase-" + UUID.randomUUID();

    @Override
    Engine open() {
        return Engine.create(url);
    }
}
