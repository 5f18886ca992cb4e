package org.aludel.testing;

/** A running server process. Closing stops it. */
interface EmbeddedServer extends AutoCloseable {
    /** Where it listens. */
    ServerAddress address();

    /** Whether its process lives. */
    boolean isAlive();

    @Override
    void close();
}
