package org.aludel.engine;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A pool for each distinct set of connect arguments, made when it is first asked for. Safe for many threads.
 *
 * <pre>{@code
 * Pools pools = Pools.of(p -> p.size(5));
 * try (Connection connection = pools.connect("jdbc:h2:mem:a", Map.of("user", "sa"))) { ... }
 * pools.dispose("jdbc:h2:mem:a", Map.of("user", "sa"));
 * }</pre>
 *
 * @since 0.1
 */
public final class Pools implements AutoCloseable {

    /** Connect arguments; never printed, for they hold a password. */
    private record Key(String jdbcUrl, Map<String, String> properties) {}

    private final Consumer<PoolConfig> settings;
    private final Map<Key, Pool> pools = new ConcurrentHashMap<>();

    private Pools(Consumer<PoolConfig> settings) {
        this.settings = settings;
    }

    /** Pools that all have the same settings. */
    public static Pools of(Consumer<PoolConfig> settings) {
        return new Pools(settings);
    }

    /**
     * Borrows a connection from the pool of these arguments.
     *
     * @throws SQLException when the database can't be reached
     */
    public Connection connect(String jdbcUrl, Map<String, String> properties) throws SQLException {
        return pool(jdbcUrl, properties).connect();
    }

    /** The pool of these arguments, made now if it is new. */
    public Pool pool(String jdbcUrl, Map<String, String> properties) {
        return pools.computeIfAbsent(
                new Key(jdbcUrl, Map.copyOf(properties)), key -> Pool.of(jdbcUrl, key.properties(), settings));
    }

    /** How many pools there are. */
    public int size() {
        return pools.size();
    }

    /** Closes and forgets the pool of these arguments, if there is one. */
    public void dispose(String jdbcUrl, Map<String, String> properties) {
        @Nullable Pool pool = pools.remove(new Key(jdbcUrl, Map.copyOf(properties)));
        if (pool != null) {
            pool.close();
        }
    }

    /** Closes and forgets all pools; new ones are made when asked for. */
    public void clear() {
        for (Key key : pools.keySet()) {
            dispose(key.jdbcUrl(), key.properties());
        }
    }

    /** As {@link #clear()}. */
    @Override
    public void close() {
        clear();
    }
}
