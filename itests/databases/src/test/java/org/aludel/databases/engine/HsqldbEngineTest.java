package org.aludel.databases.engine;

import java.util.UUID;
import org.junit.jupiter.api.Tag;

/** The engine on HSQLDB in memory. */
@Tag("DIA-05")
final class HsqldbEngineTest extends EngineContract {

    private final String url = "hsqldb:///mem:engine-" + UUID.randomUUID();

    @Override
    String url() {
        return url;
    }
}
