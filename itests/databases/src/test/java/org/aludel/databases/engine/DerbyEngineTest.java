package org.aludel.databases.engine;

import java.util.UUID;
import org.junit.jupiter.api.Tag;

/** The engine on Derby in memory. */
@Tag("DIA-06")
final class DerbyEngineTest extends EngineContract {

    private final String url = "derby:///memory:engine-" + UUID.randomUUID();

    @Override
    String url() {
        return url;
    }
}
