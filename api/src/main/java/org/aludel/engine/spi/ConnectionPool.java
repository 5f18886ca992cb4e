package org.aludel.engine.spi;

import java.sql.SQLException;
import org.aludel.engine.PoolStatus;

/**
 * Lends connections. Implementations are safe for many threads.
 *
 * <p>A kind of one's own implements this interface and is handed to the engine's builder.
 */
public interface ConnectionPool extends AutoCloseable {

    /**
     * Lends a connection, waiting for one if the pool is exhausted.
     *
     * @throws org.aludel.errors.PoolTimeoutException ALU-0211 when none became free in time
     * @throws SQLException when the database can't be reached
     */
    Lease checkout() throws SQLException;

    /** Counts of this moment. */
    PoolStatus status();

    /** Closes what is idle, and what is lent as soon as it comes back; new connections are opened on demand. */
    void discardAll();

    /** Closes the pool for good. */
    @Override
    void close();
}
