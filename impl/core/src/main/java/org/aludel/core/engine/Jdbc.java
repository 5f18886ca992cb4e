package org.aludel.core.engine;

import java.sql.SQLException;

/** Small services on JDBC objects. */
final class Jdbc {

    private Jdbc() {}

    /** Closes what is no longer needed; an error in that tells nothing that later use would not tell. */
    static void closeQuietly(AutoCloseable resource) {
        try {
            resource.close();
        } catch (SQLException e) {
            // See above.
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
