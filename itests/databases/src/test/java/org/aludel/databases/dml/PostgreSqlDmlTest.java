package org.aludel.databases.dml;

import org.aludel.testing.DatabaseExtension;
import org.aludel.testing.Databases;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Statements that write, on PostgreSQL. */
@Tag("DIA-01")
final class PostgreSqlDmlTest extends DmlContract {

    @RegisterExtension
    static final DatabaseExtension POSTGRESQL = Databases.postgresql().extension();

    @Override
    String url() {
        return POSTGRESQL.database().aludelUrl();
    }
}
