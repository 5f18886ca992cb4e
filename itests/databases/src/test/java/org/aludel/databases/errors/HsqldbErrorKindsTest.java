package org.aludel.databases.errors;

import java.util.UUID;
import org.junit.jupiter.api.Tag;

/** Errors of HSQLDB in memory. */
@Tag("DIA-05")
final class HsqldbErrorKindsTest extends ErrorKindsContract {

    private final String name = "errors-" + UUID.randomUUID();

    @Override
    String database() {
        return "HSQLDB";
    }

    @Override
    String url() {
        return "hsqldb:///mem:" + name;
    }

    @Override
    String urlWithWrongPassword() {
        return "jdbc:hsqldb:mem:" + name + ";user=SA;password=" + secret();
    }

    @Override
    String urlOfUnknownDatabase() {
        return "hsqldb:///mem:nowhere?ifexists=true";
    }

    @Override
    boolean waitsWithLimit() {
        return false;
    }

    @Override
    boolean canKill() {
        return false;
    }
}
