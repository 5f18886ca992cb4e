package org.aludel.databases.transactions;

import java.util.UUID;
import org.junit.jupiter.api.Tag;

/** Transactions of Derby. */
@Tag("DIA-06")
final class DerbyTransactionTest extends TransactionContract {

    private final String url = "derby:///memory:transactions-" + UUID.randomUUID();

    @Override
    String url() {
        return url;
    }
}
