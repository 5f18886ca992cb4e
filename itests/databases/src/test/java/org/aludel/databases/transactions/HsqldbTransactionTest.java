package org.aludel.databases.transactions;

import java.util.UUID;
import org.junit.jupiter.api.Tag;

/** Transactions of HSQLDB. */
@Tag("DIA-05")
final class HsqldbTransactionTest extends TransactionContract {

    private final String url = "hsqldb:///mem:transactions-" + UUID.randomUUID();

    @Override
    String url() {
        return url;
    }
}
