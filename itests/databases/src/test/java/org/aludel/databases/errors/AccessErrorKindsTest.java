package org.aludel.databases.errors;

import java.nio.file.Path;
import org.aludel.engine.Isolation;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** Errors of a file of Access, which is used through one connection. */
@Tag("DIA-13")
final class AccessErrorKindsTest extends ErrorKindsContract {

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path directory;

    @Override
    String database() {
        return "Access";
    }

    @Override
    String url() {
        return "access:///" + directory.resolve("errors.accdb");
    }

    @Override
    String urlOfUnknownDatabase() {
        return "jdbc:ucanaccess://" + directory.resolve("nowhere.accdb");
    }

    @Override
    boolean deadlocks() {
        return false;
    }

    @Override
    boolean waitsWithLimit() {
        return false;
    }

    @Override
    @Nullable
    Isolation conflicting() {
        return null;
    }

    @Override
    boolean canKill() {
        return false;
    }

    /** Each test has a file of its own: the driver does not drop a table to which a dropped one referred. */
    @Override
    @AfterEach
    void dropTables() {
        engine.close();
    }
}
