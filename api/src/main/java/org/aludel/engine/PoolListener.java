package org.aludel.engine;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * Hears what happens to the connections of a pool. Each method may use the connection it is given, until it returns; what
 * it throws goes to the caller of the operation, and the connection is closed.
 *
 * <pre>{@code
 * pool.addListener(PoolListener.onConnect(jdbc -> {
 *     try (Statement statement = jdbc.createStatement()) {
 *         statement.execute("SET search_path = reporting");
 *     }
 * }));
 * }</pre>
 *
 * @since 0.1
 */
public interface PoolListener {

    /** The very first physical connection was opened; {@link #connect} follows. */
    default void firstConnect(Connection connection) throws SQLException {}

    /** A physical connection was opened. */
    default void connect(Connection connection) throws SQLException {}

    /** A connection is about to be lent. */
    default void checkout(Connection connection) throws SQLException {}

    /** A connection came back. */
    default void checkin(Connection connection) {}

    /** A connection was found broken, or was given up as such, and is closed. */
    default void invalidate(Connection connection) {}

    /** A listener for new physical connections only. */
    static PoolListener onConnect(Action action) {
        Objects.requireNonNull(action, "action");
        return new PoolListener() {
            @Override
            public void connect(Connection connection) throws SQLException {
                action.accept(connection);
            }
        };
    }

    /** A listener for checkouts only. */
    static PoolListener onCheckout(Action action) {
        Objects.requireNonNull(action, "action");
        return new PoolListener() {
            @Override
            public void checkout(Connection connection) throws SQLException {
                action.accept(connection);
            }
        };
    }

    /** A listener for returns only. */
    static PoolListener onCheckin(Consumer<? super Connection> action) {
        Objects.requireNonNull(action, "action");
        return new PoolListener() {
            @Override
            public void checkin(Connection connection) {
                action.accept(connection);
            }
        };
    }

    /** What to do with a connection. */
    @FunctionalInterface
    interface Action {

        /** Does it. */
        void accept(Connection connection) throws SQLException;
    }
}
