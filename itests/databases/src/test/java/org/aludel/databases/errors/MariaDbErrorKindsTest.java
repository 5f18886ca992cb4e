package org.aludel.databases.errors;

import static org.aludel.sql.Sql.text;

import org.aludel.engine.Connection;
import org.aludel.engine.Isolation;
import org.aludel.testing.DatabaseExtension;
import org.aludel.testing.Databases;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Errors of MariaDB. */
@Tag("DIA-02")
final class MariaDbErrorKindsTest extends ErrorKindsContract {

    @RegisterExtension
    static final DatabaseExtension MARIADB = Databases.mariadb().extension();

    @Override
    String database() {
        return "MariaDB";
    }

    @Override
    String url() {
        return MARIADB.database().aludelUrl();
    }

    @Override
    String urlWithWrongPassword() {
        return url().replaceFirst("//[^@]*@", "//nobody:" + secret() + "@");
    }

    @Override
    String urlOfUnknownDatabase() {
        return url().replace(MARIADB.database().name(), "nowhere");
    }

    @Override
    void waitShortly(Connection conn) {
        conn.execute(text("SET innodb_lock_wait_timeout = 1"));
    }

    @Override
    Isolation conflicting() {
        return Isolation.REPEATABLE_READ;
    }

    @Override
    @Nullable
    String longQuery() {
        return "SELECT SLEEP(60) FROM ek_parent";
    }

    @Override
    void kill(Connection victim, Connection killer) {
        Object session = victim.execute(text("SELECT connection_id()")).scalar();
        killer.execute(text("KILL " + session));
    }
}
