package org.aludel.databases.literals;

import java.util.UUID;
import org.junit.jupiter.api.Tag;

/** Literals on Hsqldb. */
@Tag("DIA-05")
final class HsqldbLiteralsTest extends LiteralSafety {

    private final String url = "hsqldb:///mem:literals-" + UUID.randomUUID();

    @Override
    String url() {
        return url;
    }
}
