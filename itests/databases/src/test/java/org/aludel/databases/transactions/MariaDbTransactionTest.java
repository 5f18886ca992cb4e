package org.aludel.databases.transactions;

import org.aludel.testing.DatabaseExtension;
import org.aludel.testing.Databases;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Transactions of MariaDB. */
@Tag("DIA-02")
final class MariaDbTransactionTest extends TransactionContract {

    @RegisterExtension
    static final DatabaseExtension MARIADB = Databases.mariadb().extension();

    @Override
    String url() {
        return MARIADB.database().aludelUrl();
    }

    @Override
    String longQuery() {
        return "SELECT SLEEP(120)";
    }
}
