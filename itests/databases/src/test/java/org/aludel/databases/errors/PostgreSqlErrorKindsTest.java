package org.aludel.databases.errors;

import static org.aludel.sql.Sql.text;

import org.aludel.engine.Connection;
import org.aludel.testing.DatabaseExtension;
import org.aludel.testing.Databases;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Errors of PostgreSQL. */
@Tag("DIA-01")
final class PostgreSqlErrorKindsTest extends ErrorKindsContract {

    @RegisterExtension
    static final DatabaseExtension POSTGRESQL = Databases.postgresql().extension();

    @Override
    String database() {
        return "PostgreSQL";
    }

    @Override
    String url() {
        return POSTGRESQL.database().aludelUrl();
    }

    @Override
    String urlWithWrongPassword() {
        return url().replaceFirst("//[^@]*@", "//nobody:" + secret() + "@");
    }

    @Override
    String urlOfUnknownDatabase() {
        return url().replace(POSTGRESQL.database().name(), "nowhere");
    }

    @Override
    void waitShortly(Connection conn) {
        conn.execute(text("SET lock_timeout = '300ms'"));
    }

    @Override
    @Nullable
    String longQuery() {
        return "SELECT pg_sleep(60)";
    }

    @Override
    void kill(Connection victim, Connection killer) {
        Object session = victim.execute(text("SELECT pg_backend_pid()")).scalar();
        killer.execute(text("SELECT pg_terminate_backend(" + session + ")")).all();
    }
}
