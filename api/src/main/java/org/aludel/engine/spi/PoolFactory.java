package org.aludel.engine.spi;

import org.aludel.engine.PoolConfig;

/**
 * Makes a pool of a kind of one's own.
 *
 * <pre>{@code
 * Engine.builder(url).pool(p -> p.factory((name, opener, config) -> new MyPool(opener, config.size())));
 * }</pre>
 *
 * @since 0.1
 */
@FunctionalInterface
public interface PoolFactory {

    /**
     * Makes a pool. No connection is opened before the first checkout.
     *
     * @param name of the engine or pool, for messages and threads
     * @param opener opens physical connections; they are prepared (isolation, session state) when it returns
     * @param config size, time-outs and the like
     */
    ConnectionPool create(String name, ConnectionOpener opener, PoolConfig config);
}
