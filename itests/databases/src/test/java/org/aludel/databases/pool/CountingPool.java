package org.aludel.databases.pool;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.aludel.engine.PoolStatus;
import org.aludel.engine.spi.ConnectionOpener;
import org.aludel.engine.spi.ConnectionPool;
import org.aludel.engine.spi.Lease;

/** A pool class as a user would write it: keeps nothing, counts. */
final class CountingPool implements ConnectionPool {

    private final ConnectionOpener opener;
    private final AtomicInteger out = new AtomicInteger();

    CountingPool(ConnectionOpener opener) {
        this.opener = opener;
    }

    @Override
    public Lease checkout() throws SQLException {
        Connection connection = opener.open();
        out.incrementAndGet();
        return new Lease() {
            @Override
            public Connection jdbc() {
                return connection;
            }

            @Override
            public void release() {
                out.decrementAndGet();
                try {
                    connection.close();
                } catch (SQLException e) {
                    throw new IllegalStateException(e);
                }
            }

            @Override
            public void discard() {
                release();
            }
        };
    }

    @Override
    public PoolStatus status() {
        return new PoolStatus("counting", out.get(), 0, 0, Integer.MAX_VALUE);
    }

    @Override
    public void discardAll() {
        // nothing is kept
    }

    @Override
    public void close() {
        // nothing is kept
    }
}
