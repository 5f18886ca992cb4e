package org.aludel.dialects.postgresql;

import java.lang.reflect.Method;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/**
 * Whether the transaction of a connection has failed. The driver knows from the server's last answer; it is asked by
 * reflection, because in a server its classes belong to the server and are out of our sight. Behind a wrapper that hides
 * the driver's connection, a statement is sent to see.
 */
final class DriverState {

    private static final String IN_FAILED_TRANSACTION = "25P02";

    private static final ClassValue<State> STATE = new ClassValue<>() {
        @Override
        protected State computeValue(Class<?> type) {
            return State.of(type);
        }
    };

    private record State(@Nullable Method getter) {
        static State of(Class<?> type) {
            try {
                Method getter = type.getMethod("getTransactionState");
                getter.setAccessible(true);
                return new State(getter);
            } catch (NoSuchMethodException | RuntimeException e) {
                return new State(null);
            }
        }
    }

    private DriverState() {}

    static boolean isFailed(Connection connection) throws SQLException {
        Connection driver = driverConnection(connection);
        Method getter = STATE.get(driver.getClass()).getter();
        if (getter == null) {
            return isRefused(connection);
        }
        try {
            return "FAILED".equals(String.valueOf(getter.invoke(driver)));
        } catch (ReflectiveOperationException e) {
            throw new SQLException("the transaction's state can't be read", e);
        }
    }

    private static boolean isRefused(Connection connection) throws SQLException {
        try (Statement probe = connection.createStatement()) {
            probe.execute("SELECT 1");
            return false;
        } catch (SQLException e) {
            if (IN_FAILED_TRANSACTION.equals(e.getSQLState())) {
                return true;
            }
            throw e;
        }
    }

    private static Connection driverConnection(Connection connection) {
        if (connection.getClass().getName().startsWith("org.postgresql.")) {
            return connection;
        }
        try {
            Connection inner = connection.unwrap(Connection.class);
            return inner == null ? connection : inner;
        } catch (SQLException e) {
            return connection;
        }
    }
}
