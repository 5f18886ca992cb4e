package org.aludel.databases.faults;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.aludel.testing.DatabaseExtension;
import org.aludel.testing.Databases;
import org.aludel.testing.TestDatabase;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Connections killed by {@code pg_terminate_backend}. */
final class PostgreSqlFaultsTest extends FaultsContract {

    @RegisterExtension
    static final DatabaseExtension POSTGRESQL = Databases.postgresql().extension();

    @Override
    TestDatabase database() {
        return Databases.postgresql().createDatabase();
    }

    @Override
    String sessions() {
        return "SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"
                + " AND backend_type = 'client backend'";
    }

    @Override
    boolean kill(Connection admin, long session) throws SQLException {
        try (PreparedStatement statement = admin.prepareStatement("SELECT pg_terminate_backend(?)")) {
            statement.setInt(1, (int) session);
            try (ResultSet answer = statement.executeQuery()) {
                return answer.next() && answer.getBoolean(1);
            }
        }
    }
}
