package org.aludel.core.pool;

import java.sql.Connection;
import java.sql.SQLException;

/** Small services on raw connections. */
final class Connections {

    private Connections() {}

    /** Closes; a connection that can't even be closed is of no more interest. */
    static void closeQuietly(Connection connection) {
        try {
            connection.close();
        } catch (SQLException e) {
            // It is thrown away either way.
        }
    }
}
