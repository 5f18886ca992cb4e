package org.aludel.databases.reflection;

import org.aludel.testing.DatabaseExtension;
import org.aludel.testing.Databases;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The catalogue of PostgreSQL. */
@Tag("DIA-01")
final class PostgreSqlReflectionTest extends ReflectionContract {

    @RegisterExtension
    static final DatabaseExtension POSTGRESQL = Databases.postgresql().extension();

    @Override
    String url() {
        return POSTGRESQL.database().aludelUrl();
    }
}
