package org.aludel.core.pool;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * HikariCP's proxies. What they would watch and reset is the engine's work, and passing them by saves a call for each
 * parameter and each value.
 */
final class HikariProxies implements Proxies {

    private final HikariDataSource source;

    private HikariProxies(HikariDataSource source) {
        this.source = source;
    }

    /**
     * How connections of that DataSource are passed by. Compared by name, so that programs without HikariCP need none of
     * its classes; a subclass may have reasons of its own for what it gives out, and is left alone.
     */
    static Proxies of(@Nullable DataSource source) {
        return source != null && source.getClass().getName().equals("com.zaxxer.hikari.HikariDataSource")
                ? ofHikari(source)
                : Proxies.UNKNOWN;
    }

    /** Not ours where a server brings another HikariCP than the one that we know. */
    private static Proxies ofHikari(DataSource source) {
        return source instanceof HikariDataSource hikari ? new HikariProxies(hikari) : Proxies.UNKNOWN;
    }

    @Override
    public Connection direct(Connection opened) throws SQLException {
        return opened.unwrap(Connection.class);
    }

    @Override
    public void discard(Connection opened, Connection direct) {
        if (source.isClosed()) { // then it evicts nothing, and may have let go of what was out
            Connections.closeQuietly(direct);
            Connections.closeQuietly(opened);
        } else {
            source.evictConnection(opened);
        }
    }
}
