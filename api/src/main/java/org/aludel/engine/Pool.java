package org.aludel.engine;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Properties;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.aludel.engine.spi.ConnectionOpener;
import org.aludel.engine.spi.EngineProvider;

/**
 * A pool of JDBC connections, without the rest of the toolkit: in front of any driver or DataSource. Safe for many threads.
 *
 * <pre>{@code
 * try (Pool pool = Pool.of("jdbc:h2:mem:demo", Map.of("user", "sa"), p -> p.kind(QUEUE).size(5).maxOverflow(10))) {
 *     try (Connection connection = pool.connect()) {       // java.sql.Connection; closing it gives it back
 *         connection.createStatement().execute("...");
 *     }
 * }
 * }</pre>
 *
 * <p>A connection that comes back is rolled back if a transaction is open, and its autocommit is switched on. One that
 * reported a lost connection (SQLSTATE 08...) is closed instead, and with it all that are idle.
 *
 * @since 0.1
 */
public interface Pool extends AutoCloseable {

    /** A pool in front of the driver that takes a {@code jdbc:} URL. */
    static Pool of(String jdbcUrl, Map<String, String> properties, Consumer<PoolConfig> settings) {
        Properties driverProperties = new Properties();
        driverProperties.putAll(properties);
        return of(
                () -> {
                    Properties copy = new Properties();
                    copy.putAll(driverProperties);
                    return DriverManager.getConnection(jdbcUrl, copy);
                },
                settings);
    }

    /** A pool in front of a DataSource. */
    static Pool of(DataSource source, Consumer<PoolConfig> settings) {
        ConnectionOpener opener = source::getConnection;
        return of(opener, settings);
    }

    /** A pool of connections that a function of one's own opens. */
    static Pool of(ConnectionOpener opener, Consumer<PoolConfig> settings) {
        return EngineProvider.find().pool(opener, settings);
    }

    /**
     * Borrows a connection; {@link Connection#close()} gives it back.
     *
     * @throws org.aludel.errors.PoolTimeoutException ALU-0211 when none became free in time
     * @throws SQLException when the database can't be reached
     */
    Connection connect() throws SQLException;

    /**
     * Gives a borrowed connection up as unusable: it is closed and never lent again.
     *
     * @throws org.aludel.errors.ArgumentException ALU-0209 for a connection that is not on loan from this pool
     */
    void invalidate(Connection connection);

    /** The pool as a DataSource, for libraries that ask for one, and for {@link Engine#of(DataSource)}. */
    DataSource asDataSource();

    /** The state at this moment. */
    PoolStatus status();

    /** Counts since the pool was made. */
    PoolMetrics metrics();

    /** Adds a listener, called after those added before it. */
    void addListener(PoolListener listener);

    /** Takes a listener out again. */
    void removeListener(PoolListener listener);

    /** Turns the echo of checkouts and returns to the logger {@code org.aludel.pool} on or off. */
    void echo(boolean on);

    /** Closes all idle connections; those on loan are closed when they come back. The pool goes on with new ones. */
    void dispose();

    /** Closes the pool for good; connections on loan are closed when they come back. */
    @Override
    void close();
}
