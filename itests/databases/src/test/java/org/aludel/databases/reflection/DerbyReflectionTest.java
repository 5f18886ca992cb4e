package org.aludel.databases.reflection;

import java.util.UUID;
import org.junit.jupiter.api.Tag;

/** The catalogue of Derby in memory. */
@Tag("DIA-06")
final class DerbyReflectionTest extends ReflectionContract {

    private final String url = "derby:///memory:reflection-" + UUID.randomUUID();

    @Override
    String url() {
        return url;
    }
}
