package org.aludel.databases.streaming;

import java.util.UUID;

/** Streaming on H2 in memory. */
final class H2StreamingTest extends StreamingContract {

    private final String url = "h2:///mem:streaming-" + UUID.randomUUID();

    @Override
    String url() {
        return url;
    }
}
