package org.aludel.databases.dml;

import org.aludel.testing.DatabaseExtension;
import org.aludel.testing.Databases;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Statements that write, on MariaDB. */
@Tag("DIA-02")
final class MariaDbDmlTest extends DmlContract {

    @RegisterExtension
    static final DatabaseExtension MARIADB = Databases.mariadb().extension();

    @Override
    String url() {
        return MARIADB.database().aludelUrl();
    }
}
