package org.aludel.databases.twophase;

import java.util.UUID;
import org.aludel.engine.Engine;
import org.junit.jupiter.api.Tag;

/** Two-phase transactions on H2. */
@Tag("DIA-04")
final class H2TwoPhaseTest extends TwoPhaseContract {

    private final String url = "h2:///mem:twophase-" + UUID.randomUUID();

    @Override
    Engine open() {
        return Engine.create(url);
    }
}
