package org.aludel.core.pool;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.aludel.engine.PoolStatus;
import org.aludel.engine.spi.ConnectionOpener;
import org.aludel.engine.spi.ConnectionPool;
import org.aludel.engine.spi.Lease;

/**
 * No pooling of ours: each checkout opens, each return closes. Also the kind for a container's or user's DataSource,
 * whose {@code close()} is the return to its own pool.
 */
public final class UnpooledConnections implements ConnectionPool {

    private final String kind;
    private final ConnectionOpener opener;
    private final AtomicInteger out = new AtomicInteger();
    private volatile boolean closed;

    public UnpooledConnections(String kind, ConnectionOpener opener) {
        this.kind = kind;
        this.opener = opener;
    }

    @Override
    public Lease checkout() throws SQLException {
        if (closed) {
            throw new SQLException("the engine is closed", "08003");
        }
        OpenedLease lease = new OpenedLease(opener.open());
        out.incrementAndGet();
        return lease;
    }

    @Override
    public PoolStatus status() {
        return new PoolStatus(kind, out.get(), 0, 0, Integer.MAX_VALUE);
    }

    @Override
    public void discardAll() {
        // Nothing is kept.
    }

    @Override
    public void close() {
        closed = true;
    }

    private final class OpenedLease implements Lease {
        private final Connection jdbc;

        OpenedLease(Connection jdbc) {
            this.jdbc = jdbc;
        }

        @Override
        public Connection jdbc() {
            return jdbc;
        }

        @Override
        public void release() {
            end();
        }

        @Override
        public void discard() {
            end();
        }

        private void end() {
            out.decrementAndGet();
            Connections.closeQuietly(jdbc);
        }
    }
}
