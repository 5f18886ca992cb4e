package org.aludel.databases.reflection;

import java.util.UUID;
import org.junit.jupiter.api.Tag;

/** The catalogue of H2 in memory. */
@Tag("DIA-04")
final class H2ReflectionTest extends ReflectionContract {

    private final String url = "h2:///mem:reflection-" + UUID.randomUUID();

    @Override
    String url() {
        return url;
    }
}
