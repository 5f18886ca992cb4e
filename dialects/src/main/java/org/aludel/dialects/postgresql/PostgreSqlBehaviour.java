package org.aludel.dialects.postgresql;

import java.lang.reflect.Method;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.XADataSource;
import org.aludel.core.dialect.ConnectArguments;
import org.aludel.core.dialect.DatabaseBehaviour;
import org.aludel.core.dialect.ErrorKind;
import org.aludel.core.dialect.SortedError;
import org.aludel.core.dialect.StandardErrors;
import org.aludel.core.dialect.TwoPhaseSupport;
import org.aludel.core.dialect.XaDataSources;
import org.jspecify.annotations.Nullable;

/** How PostgreSQL and its driver behave. */
final class PostgreSqlBehaviour extends DatabaseBehaviour {

    private static final String IN_FAILED_TRANSACTION = "25P02";
    private static final Pattern QUOTED = Pattern.compile("\"([^\"]+)\"");

    /** For each class of connections the driver's {@code getTransactionState}; none for a container's wrapper. */
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

    @Override
    public SortedError sortError(SQLException error) {
        SortedError sorted = StandardErrors.sort(error);
        if (IN_FAILED_TRANSACTION.equals(error.getSQLState())) {
            return SortedError.of(ErrorKind.OTHER);
        }
        return switch (sorted.kind()) {
            case UNIQUE, FOREIGN_KEY, CHECK, INTEGRITY -> new SortedError(sorted.kind(), detail(error, "getConstraint", false));
            case NOT_NULL -> new SortedError(sorted.kind(), detail(error, "getColumn", true));
            default -> sorted;
        };
    }

    /** The server sends names apart from the (translated) message; without the driver's class at hand, quotes tell. */
    private static @Nullable String detail(SQLException error, String field, boolean first) {
        try {
            Object message = error.getClass().getMethod("getServerErrorMessage").invoke(error);
            if (message != null) {
                return (String) message.getClass().getMethod(field).invoke(message);
            }
        } catch (ReflectiveOperationException e) {
            // Not the driver's own exception.
        }
        Matcher quoted = QUOTED.matcher(String.valueOf(error.getMessage()));
        String name = null;
        while (quoted.find()) {
            name = quoted.group(1);
            if (first) {
                break;
            }
        }
        return name;
    }

    /** The driver knows the state from the last answer; behind a wrapper that hides it, a statement is sent to see. */
    @Override
    public boolean isTransactionFailed(Connection connection) throws SQLException {
        Connection driver = driverConnection(connection);
        Method getter = STATE.get(driver.getClass()).getter();
        if (getter != null) {
            try {
                return "FAILED".equals(String.valueOf(getter.invoke(driver)));
            } catch (ReflectiveOperationException e) {
                throw new SQLException("the transaction's state can't be read", e);
            }
        }
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

    /** Rows come in portions only inside a transaction. */
    @Override
    public boolean streamsInTransactionOnly() {
        return true;
    }

    @Override
    public TwoPhaseSupport twoPhase() {
        return TwoPhaseSupport.DURABLE;
    }

    @Override
    public @Nullable XADataSource xaDataSource(ConnectArguments arguments) throws SQLException {
        return XaDataSources.of("org.postgresql.xa.PGXADataSource", arguments);
    }
}
