package org.aludel.core.pool;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;
import org.aludel.engine.PoolConfig;
import org.aludel.engine.PoolStatus;
import org.aludel.engine.spi.ConnectionOpener;
import org.aludel.engine.spi.ConnectionPool;
import org.aludel.engine.spi.Lease;
import org.jspecify.annotations.Nullable;

/**
 * HikariCP, the default kind. Started by the first checkout, which fails at once when the database can't be reached.
 *
 * <p>Mapping: maximum = size + maxOverflow; one idle connection is kept, others close when idle for ten minutes; recycle
 * = maxLifetime. HikariCP's own test of idle connections stays on; {@code prePing} is the engine's.
 */
public final class HikariPool implements ConnectionPool {

    private final String name;
    private final ConnectionOpener opener;
    private final PoolConfig config;
    private final ReentrantLock starting = new ReentrantLock();
    private volatile @Nullable HikariDataSource started;
    private volatile boolean closed;

    public HikariPool(String name, ConnectionOpener opener, PoolConfig config) {
        this.name = name;
        this.opener = opener;
        this.config = config;
    }

    @Override
    public Lease checkout() throws SQLException {
        HikariDataSource source = started;
        if (source == null) {
            source = start();
        }
        try {
            Connection proxy = source.getConnection();
            HikariLease lease = new HikariLease(source, proxy, proxy.unwrap(Connection.class));
            return lease;
        } catch (SQLTransientConnectionException e) {
            // HikariCP reports both an exhausted pool and a dead database so; the latter carries the driver's error.
            if (e.getCause() instanceof SQLException driverError) {
                throw driverError;
            }
            throw Exhausted.within("pool " + name + ", " + config, config.timeout(), e);
        }
    }

    private HikariDataSource start() throws SQLException {
        starting.lock();
        try {
            HikariDataSource running = started;
            if (running != null) {
                return running;
            }
            if (closed) {
                throw new SQLException("pool " + name + " is closed", "08003");
            }
            HikariDataSource fresh = new HikariDataSource(hikariConfig());
            started = fresh;
            return fresh;
        } catch (com.zaxxer.hikari.pool.HikariPool.PoolInitializationException e) {
            if (e.getCause() instanceof SQLException driverError) {
                throw driverError;
            }
            throw new SQLException(String.valueOf(e.getMessage()), "08001", e);
        } finally {
            starting.unlock();
        }
    }

    private HikariConfig hikariConfig() {
        HikariConfig hikari = new HikariConfig();
        hikari.setPoolName("aludel-" + name);
        hikari.setDataSource(new OpenerDataSource(opener));
        hikari.setMaximumPoolSize(config.maxConnections());
        hikari.setMinimumIdle(1);
        hikari.setConnectionTimeout(Math.max(250, config.timeout().toMillis()));
        Duration recycle = config.recycle();
        if (recycle != null) {
            hikari.setMaxLifetime(Math.max(30_000, recycle.toMillis()));
        }
        return hikari;
    }

    @Override
    public PoolStatus status() {
        HikariDataSource source = started;
        HikariPoolMXBean bean = source == null ? null : source.getHikariPoolMXBean();
        if (bean == null || closed) {
            return new PoolStatus("hikari", 0, 0, 0, config.maxConnections());
        }
        return new PoolStatus(
                "hikari",
                bean.getActiveConnections(),
                bean.getIdleConnections(),
                bean.getThreadsAwaitingConnection(),
                config.maxConnections());
    }

    @Override
    public void discardAll() {
        HikariDataSource source = started;
        if (source != null && !closed) {
            source.getHikariPoolMXBean().softEvictConnections();
        }
    }

    @Override
    public void close() {
        starting.lock();
        try {
            closed = true;
            HikariDataSource source = started;
            if (source != null) {
                source.close();
            }
        } finally {
            starting.unlock();
        }
    }

    private final class HikariLease implements Lease {
        private final HikariDataSource source;
        private final Connection proxy;
        private final Connection jdbc;

        HikariLease(HikariDataSource source, Connection proxy, Connection jdbc) {
            this.source = source;
            this.proxy = proxy;
            this.jdbc = jdbc;
        }

        @Override
        public Connection jdbc() {
            return jdbc;
        }

        @Override
        public Connection shown() {
            return proxy;
        }

        @Override
        public void release() {
            try {
                proxy.close();
            } catch (SQLException e) {
                source.evictConnection(proxy);
            }
        }

        @Override
        public void discard() {
            source.evictConnection(proxy);
        }
    }
}
