package org.aludel.databases.literals;

import java.util.UUID;
import org.junit.jupiter.api.Tag;

/** Literals on H2. */
@Tag("DIA-04")
final class H2LiteralsTest extends LiteralSafety {

    private final String url = "h2:///mem:literals-" + UUID.randomUUID();

    @Override
    String url() {
        return url;
    }
}
