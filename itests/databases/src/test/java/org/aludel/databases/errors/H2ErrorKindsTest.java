package org.aludel.databases.errors;

import static org.aludel.sql.Sql.text;

import java.util.UUID;
import org.aludel.engine.Connection;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;

/** Errors of H2 in memory. */
@Tag("DIA-04")
final class H2ErrorKindsTest extends ErrorKindsContract {

    private final String name = "errors-" + UUID.randomUUID();

    @Override
    String database() {
        return "H2";
    }

    @Override
    String url() {
        return "h2:///mem:" + name + "?LOCK_TIMEOUT=5000&DB_CLOSE_DELAY=-1";
    }

    @Override
    String urlWithWrongPassword() {
        return "h2://sa:" + secret() + "@/mem:" + name;
    }

    @Override
    String urlOfUnknownDatabase() {
        return "h2:///mem:nowhere?IFEXISTS=TRUE";
    }

    @Override
    void waitShortly(Connection conn) {
        conn.execute(text("SET LOCK_TIMEOUT 300"));
    }

    @Override
    @Nullable
    String longQuery() {
        return "SELECT COUNT(*) FROM SYSTEM_RANGE(1, 100000) a, SYSTEM_RANGE(1, 100000) b WHERE MOD(a.x * b.x, 7) = 3";
    }

    @Override
    void kill(Connection victim, Connection killer) {
        Object session = victim.execute(text("SELECT SESSION_ID()")).scalar();
        killer.execute(text("SELECT ABORT_SESSION(" + session + ")")).all();
    }
}
