package org.aludel.databases.errors;

import static org.aludel.sql.Sql.text;

import java.util.UUID;
import org.aludel.engine.Connection;
import org.aludel.engine.Engine;
import org.aludel.engine.Isolation;
import org.aludel.errors.DatabaseException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;

/** Errors of Derby in memory. */
@Tag("DIA-06")
final class DerbyErrorKindsTest extends ErrorKindsContract {

    private final String name = "memory:errors-" + UUID.randomUUID();

    @Override
    void prepareDatabase() {
        try (Engine first = Engine.create(url())) {
            first.useTransaction(conn -> {
                set(conn, "derby.locks.deadlockTimeout", "1");
                set(conn, "derby.locks.waitTimeout", "3");
            });
        }
        shutDown(); // the settings count from the next start
    }

    private static void set(Connection conn, String property, String value) {
        conn.execute(text("CALL SYSCS_UTIL.SYSCS_SET_DATABASE_PROPERTY('" + property + "', '" + value + "')"));
    }

    private void shutDown() {
        try (Engine last = Engine.create("jdbc:derby:" + name + ";shutdown=true")) {
            last.connect().close();
        } catch (DatabaseException e) {
            // shutting down is reported as an error, 08006
        }
    }

    @Override
    String database() {
        return "Derby";
    }

    @Override
    String url() {
        return "derby:///" + name;
    }

    @Override
    String urlOfUnknownDatabase() {
        return "jdbc:derby:memory:nowhere";
    }

    @Override
    Isolation conflicting() {
        return null;
    }

    @Override
    @Nullable
    String longQuery() {
        return "SELECT COUNT(*) FROM SYS.SYSCOLUMNS a, SYS.SYSCOLUMNS b, SYS.SYSCOLUMNS c, SYS.SYSCOLUMNS d";
    }

    @Override
    boolean canKill() {
        return false;
    }
}
