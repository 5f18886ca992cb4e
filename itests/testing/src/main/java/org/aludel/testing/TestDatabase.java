package org.aludel.testing;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/**
 * An empty database of its own on a shared server; closing drops it.
 *
 * @param jdbcUrl URL for a driver, without credentials
 * @param user who may do everything in it
 * @param password that user's
 * @param aludelUrl the same database, with credentials, as {@code Engine.create} takes it
 * @since 0.1
 */
public record TestDatabase(String jdbcUrl, String user, String password, String aludelUrl) implements AutoCloseable {

    /** The database's name. */
    public String name() {
        String path = jdbcUrl.substring(jdbcUrl.lastIndexOf('/') + 1);
        int query = path.indexOf('?');
        return query < 0 ? path : path.substring(0, query);
    }

    /**
     * Opens a plain JDBC connection; the caller closes it.
     *
     * @throws SQLException as the driver says
     */
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(jdbcUrl, user, password);
    }

    /** Drops the database, whoever is still connected. */
    @Override
    public void close() {
        ServerKind kind = ServerKind.of(jdbcUrl);
        ServerAddress there = ServerAddress.parse(kind, jdbcUrl);
        try {
            kind.drop(new ServerAddress(kind, there.host(), there.port(), user, password), name());
        } catch (SQLException e) {
            throw new IllegalStateException("database " + name() + " could not be dropped", e);
        }
    }
}
