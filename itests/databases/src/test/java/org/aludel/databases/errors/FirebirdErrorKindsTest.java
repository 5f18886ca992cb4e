package org.aludel.databases.errors;

import static org.aludel.sql.Sql.text;

import org.aludel.engine.Connection;
import org.aludel.testing.DatabaseExtension;
import org.aludel.testing.Databases;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Errors of Firebird. */
@Tag("DIA-09")
final class FirebirdErrorKindsTest extends ErrorKindsContract {

    @RegisterExtension
    static final DatabaseExtension FIREBIRD = Databases.firebird().extension();

    @Override
    String database() {
        return "Firebird";
    }

    @Override
    String url() {
        String url = FIREBIRD.database().aludelUrl();
        return url + (url.indexOf('?') < 0 ? "?" : "&") + "lockTimeout=2";
    }

    @Override
    String urlWithWrongPassword() {
        return url().replaceFirst("//[^@]*@", "//nobody:" + secret() + "@");
    }

    @Override
    String urlOfUnknownDatabase() {
        return url().replace(FIREBIRD.database().name(), "nowhere.fdb");
    }

    @Override
    void kill(Connection victim, Connection killer) {
        Object session = victim.execute(text("SELECT CURRENT_CONNECTION FROM rdb$database"))
                .scalar();
        killer.execute(text("DELETE FROM mon$attachments WHERE mon$attachment_id = " + session));
    }
}
