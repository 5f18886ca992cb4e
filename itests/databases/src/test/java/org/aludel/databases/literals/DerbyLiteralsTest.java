package org.aludel.databases.literals;

import static org.aludel.types.Types.binary;

import java.util.UUID;
import org.aludel.types.Type;
import org.junit.jupiter.api.Tag;

/** Literals on Derby. */
@Tag("DIA-06")
final class DerbyLiteralsTest extends LiteralSafety {

    private final String url = "derby:///memory:literals-" + UUID.randomUUID();

    @Override
    String url() {
        return url;
    }

    @Override
    Type<byte[]> binaryType() {
        // a BLOB takes no literals
        return binary(300);
    }
}
