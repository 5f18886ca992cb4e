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
 * whose {@code close()} is the return to its own pool. Where that pool is known, its proxies are passed by.
 */
public final class UnpooledConnections implements ConnectionPool {

    private final String kind;
    private final ConnectionOpener opener;
    private final Proxies proxies;
    private final AtomicInteger out = new AtomicInteger();
    private volatile boolean closed;

    public UnpooledConnections(String kind, ConnectionOpener opener) {
        this(kind, opener, Proxies.UNKNOWN);
    }

    UnpooledConnections(String kind, ConnectionOpener opener, Proxies proxies) {
        this.kind = kind;
        this.opener = opener;
        this.proxies = proxies;
    }

    @Override
    public Lease checkout() throws SQLException {
        if (closed) {
            throw new SQLException("the engine is closed", "08003");
        }
        Connection opened = opener.open();
        OpenedLease lease;
        try {
            lease = new OpenedLease(opened, proxies.direct(opened));
        } catch (SQLException e) {
            Connections.closeQuietly(opened);
            throw e;
        }
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
        private final Connection opened;
        private final Connection jdbc;

        OpenedLease(Connection opened, Connection jdbc) {
            this.opened = opened;
            this.jdbc = jdbc;
        }

        @Override
        public Connection jdbc() {
            return jdbc;
        }

        @Override
        public Connection shown() {
            return opened;
        }

        @Override
        public void release() {
            out.decrementAndGet();
            Connections.closeQuietly(opened);
        }

        @Override
        public void discard() {
            out.decrementAndGet();
            proxies.discard(opened, jdbc);
        }
    }
}
