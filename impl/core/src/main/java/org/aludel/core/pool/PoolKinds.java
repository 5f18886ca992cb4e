package org.aludel.core.pool;

import javax.sql.DataSource;
import org.aludel.core.dialect.ConnectArguments;
import org.aludel.engine.PoolConfig;
import org.aludel.engine.spi.ConnectionPool;
import org.aludel.engine.spi.PoolFactory;
import org.jspecify.annotations.Nullable;

/** Chooses the kind of pool from the settings, and from what suits the database where they leave it open. */
public final class PoolKinds {

    private PoolKinds() {}

    /**
     * What makes the pool.
     *
     * @param own a pool made elsewhere, which wins over all settings; null if there is none
     * @param arguments how connections are made; null on a DataSource, which pools or does not as it likes
     * @param source the DataSource; null where connections are made otherwise
     */
    public static PoolFactory of(
            PoolConfig config,
            @Nullable ConnectionPool own,
            @Nullable ConnectArguments arguments,
            @Nullable DataSource source) {
        if (own != null) {
            return (name, opener, settings) -> own;
        }
        PoolFactory factory = config.factory();
        if (factory != null) {
            return factory;
        }
        if (config.kind() != PoolConfig.Kind.DEFAULT) {
            return ofKind(config.kind());
        }
        return arguments == null
                ? (name, opener, settings) -> new UnpooledConnections("datasource", opener, HikariProxies.of(source))
                : ofKind(arguments.poolKind());
    }

    private static PoolFactory ofKind(PoolConfig.Kind kind) {
        return switch (kind) {
            case SINGLE -> SingleConnectionPool::new;
            case NONE -> (name, opener, config) -> new UnpooledConnections("none", opener);
            case QUEUE -> QueuePool::new;
            case THREAD ->
                (name, opener, config) -> new ThreadBoundPool(new UnpooledConnections("thread", opener), true);
            case HIKARI, DEFAULT -> HikariPool::new;
        };
    }
}
