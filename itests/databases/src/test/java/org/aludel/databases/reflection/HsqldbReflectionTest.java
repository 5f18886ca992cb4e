package org.aludel.databases.reflection;

import java.util.UUID;
import org.junit.jupiter.api.Tag;

/** The catalogue of HSQLDB in memory. */
@Tag("DIA-05")
final class HsqldbReflectionTest extends ReflectionContract {

    private final String url = "hsqldb:///mem:reflection-" + UUID.randomUUID();

    @Override
    String url() {
        return url;
    }
}
