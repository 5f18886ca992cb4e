package org.aludel.core.pool;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.aludel.engine.Pool;
import org.aludel.engine.PoolConfig;
import org.aludel.engine.PoolListener;
import org.aludel.engine.PoolMetrics;
import org.aludel.engine.PoolStatus;
import org.aludel.engine.spi.ConnectionOpener;
import org.aludel.engine.spi.PoolFactory;
import org.aludel.errors.ArgumentException;

/** A pool for JDBC code: what it lends gives itself back when it is closed. */
public final class StandalonePool implements Pool {

    private static final AtomicInteger MADE = new AtomicInteger();

    private final WatchedPool pool;

    private StandalonePool(WatchedPool pool) {
        this.pool = pool;
    }

    /** Makes a pool in front of an opener; HikariCP unless the settings say otherwise. */
    public static StandalonePool of(ConnectionOpener opener, Consumer<PoolConfig> settings) {
        PoolConfig config = new PoolConfig();
        settings.accept(config);
        if (config.kind() == PoolConfig.Kind.DEFAULT) {
            config.kind(PoolConfig.Kind.HIKARI);
        }
        String name = "pool-" + MADE.incrementAndGet();
        PoolFactory kind = PoolKinds.of(config, null, null, null);
        PoolFactory factory = config.threadLocal()
                ? (poolName, open, given) -> new ThreadBoundPool(kind.create(poolName, open, given), false)
                : kind;
        return new StandalonePool(new WatchedPool(name, opener, config, factory));
    }

    @Override
    public Connection connect() throws SQLException {
        return LentConnection.of(pool, pool.checkout());
    }

    @Override
    public void invalidate(Connection connection) {
        if (Proxy.isProxyClass(connection.getClass())) {
            InvocationHandler handler = Proxy.getInvocationHandler(connection);
            if (handler instanceof LentConnection lent && lent.invalidate(pool)) {
                return;
            }
        }
        throw new ArgumentException(
                "ALU-0209",
                "the connection is not on loan from this pool; where: invalidate(" + connection
                        + "); what to do: give the connection that connect() returned, before it is closed");
    }

    @Override
    public DataSource asDataSource() {
        return new OpenerDataSource(this::connect);
    }

    @Override
    public PoolStatus status() {
        return pool.status();
    }

    @Override
    public PoolMetrics metrics() {
        return pool.metrics();
    }

    @Override
    public void addListener(PoolListener listener) {
        pool.addListener(listener);
    }

    @Override
    public void removeListener(PoolListener listener) {
        pool.removeListener(listener);
    }

    @Override
    public void echo(boolean on) {
        pool.echo(on);
    }

    @Override
    public void dispose() {
        pool.discardAll();
    }

    @Override
    public void close() {
        pool.close();
    }
}
