package org.aludel.databases.reflection;

import org.aludel.testing.DatabaseExtension;
import org.aludel.testing.Databases;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The catalogue of MariaDB. */
@Tag("DIA-02")
final class MariaDbReflectionTest extends ReflectionContract {

    @RegisterExtension
    static final DatabaseExtension MARIADB = Databases.mariadb().extension();

    @Override
    String url() {
        return MARIADB.database().aludelUrl();
    }
}
