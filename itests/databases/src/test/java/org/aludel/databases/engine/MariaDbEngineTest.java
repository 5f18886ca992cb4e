package org.aludel.databases.engine;

import org.aludel.testing.DatabaseExtension;
import org.aludel.testing.Databases;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The engine on MariaDB. */
final class MariaDbEngineTest extends EngineContract {

    @RegisterExtension
    static final DatabaseExtension MARIADB = Databases.mariadb().extension();

    @Override
    String url() {
        return MARIADB.database().aludelUrl();
    }
}
