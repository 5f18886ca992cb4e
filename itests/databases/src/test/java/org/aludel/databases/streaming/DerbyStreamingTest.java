package org.aludel.databases.streaming;

import java.util.UUID;

/** Streaming on Derby in memory. */
final class DerbyStreamingTest extends StreamingContract {

    private final String url = "derby:///memory:streaming-" + UUID.randomUUID();

    @Override
    String url() {
        return url;
    }
}
