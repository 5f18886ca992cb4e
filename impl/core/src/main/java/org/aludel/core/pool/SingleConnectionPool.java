package org.aludel.core.pool;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.aludel.engine.PoolConfig;
import org.aludel.engine.PoolStatus;
import org.aludel.engine.spi.ConnectionOpener;
import org.aludel.engine.spi.ConnectionPool;
import org.aludel.engine.spi.Lease;
import org.jspecify.annotations.Nullable;

/**
 * One connection, kept for the life of the pool and lent to one holder at a time: for databases that live in their
 * connection, as SQLite's {@code :memory:}.
 */
public final class SingleConnectionPool implements ConnectionPool {

    private final String name;
    private final ConnectionOpener opener;
    private final PoolConfig config;
    private final Semaphore permit = new Semaphore(1, true);
    private @Nullable Connection kept;
    private volatile boolean closed;

    public SingleConnectionPool(String name, ConnectionOpener opener, PoolConfig config) {
        this.name = name;
        this.opener = opener;
        this.config = config;
    }

    @Override
    public Lease checkout() throws SQLException {
        acquire();
        boolean lent = false;
        try {
            if (closed) {
                throw new SQLException("pool " + name + " is closed", "08003");
            }
            Connection connection = kept;
            if (connection == null || connection.isClosed()) {
                connection = opener.open();
                kept = connection;
            }
            SingleLease lease = new SingleLease(connection);
            lent = true;
            return lease;
        } finally {
            if (!lent) {
                permit.release();
            }
        }
    }

    private void acquire() {
        try {
            if (permit.tryAcquire(config.timeout().toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
            throw Exhausted.within("pool " + name + " of one connection", config.timeout(), null);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Exhausted.within("pool " + name + " of one connection (interrupted)", config.timeout(), e);
        }
    }

    @Override
    public PoolStatus status() {
        int out = 1 - permit.availablePermits();
        return new PoolStatus("single", out, closed || out == 1 ? 0 : 1, permit.getQueueLength(), 1);
    }

    @Override
    public void discardAll() {
        if (permit.tryAcquire()) {
            try {
                closeKept();
            } finally {
                permit.release();
            }
        }
    }

    @Override
    public void close() {
        closed = true;
        discardAll();
    }

    private void closeKept() {
        Connection connection = kept;
        kept = null;
        if (connection != null) {
            Connections.closeQuietly(connection);
        }
    }

    private final class SingleLease implements Lease {
        private final Connection jdbc;

        SingleLease(Connection jdbc) {
            this.jdbc = jdbc;
        }

        @Override
        public Connection jdbc() {
            return jdbc;
        }

        @Override
        public void release() {
            if (closed) {
                closeKept();
            }
            permit.release();
        }

        @Override
        public void discard() {
            closeKept();
            permit.release();
        }
    }
}
