package org.aludel.databases.engine;

import java.util.UUID;

/** The engine on H2 in memory. */
final class H2EngineTest extends EngineContract {

    private final String url = "h2:///mem:engine-" + UUID.randomUUID();

    @Override
    String url() {
        return url;
    }
}
