package org.aludel.databases.streaming;

import java.util.UUID;

/** Streaming on Hsqldb in memory. */
final class HsqldbStreamingTest extends StreamingContract {

    private final String url = "hsqldb:///mem:streaming-" + UUID.randomUUID();

    @Override
    String url() {
        return url;
    }

    /** The result is complete before its first row comes. */
    @Override
    boolean failsMidway() {
        return false;
    }
}
