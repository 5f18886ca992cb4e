package org.aludel.databases.transactions;

import org.aludel.testing.DatabaseExtension;
import org.aludel.testing.Databases;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Transactions of PostgreSQL. */
@Tag("DIA-01")
final class PostgreSqlTransactionTest extends TransactionContract {

    @RegisterExtension
    static final DatabaseExtension POSTGRESQL = Databases.postgresql().extension();

    @Override
    String url() {
        return POSTGRESQL.database().aludelUrl();
    }

    @Override
    String longQuery() {
        return "SELECT pg_sleep(120)";
    }
}
