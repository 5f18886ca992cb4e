package org.aludel.dialects.postgresql;

import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.core.BaseConnection;
import org.postgresql.core.TransactionState;

/** What the driver knows of its transaction without asking the server; apart, so that only it needs the driver. */
final class DriverState {

    private DriverState() {}

    static boolean isFailed(Connection connection) throws SQLException {
        if (!connection.isWrapperFor(BaseConnection.class)) {
            return false;
        }
        return connection.unwrap(BaseConnection.class).getTransactionState() == TransactionState.FAILED;
    }
}
