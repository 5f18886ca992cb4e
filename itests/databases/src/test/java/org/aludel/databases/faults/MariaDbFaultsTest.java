package org.aludel.databases.faults;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.aludel.testing.DatabaseExtension;
import org.aludel.testing.Databases;
import org.aludel.testing.TestDatabase;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Connections killed by {@code KILL}. */
final class MariaDbFaultsTest extends FaultsContract {

    private static final int NO_SUCH_THREAD = 1094;

    @RegisterExtension
    static final DatabaseExtension MARIADB = Databases.mariadb().extension();

    @Override
    TestDatabase database() {
        return Databases.mariadb().createDatabase();
    }

    @Override
    String sessions() {
        return "SELECT id FROM information_schema.processlist WHERE db = database() AND id <> connection_id()"
                + " AND command <> 'Killed'";
    }

    @Override
    boolean kill(Connection admin, long session) throws SQLException {
        try (Statement statement = admin.createStatement()) {
            statement.execute("KILL " + session);
            return true;
        } catch (SQLException e) {
            if (e.getErrorCode() == NO_SUCH_THREAD) {
                return false;
            }
            throw e;
        }
    }
}
