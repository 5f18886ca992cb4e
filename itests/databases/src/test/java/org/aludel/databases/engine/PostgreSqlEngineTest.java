package org.aludel.databases.engine;

import org.aludel.testing.DatabaseExtension;
import org.aludel.testing.Databases;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The engine on PostgreSQL. */
final class PostgreSqlEngineTest extends EngineContract {

    @RegisterExtension
    static final DatabaseExtension POSTGRESQL = Databases.postgresql().extension();

    @Override
    String url() {
        return POSTGRESQL.database().aludelUrl();
    }
}
