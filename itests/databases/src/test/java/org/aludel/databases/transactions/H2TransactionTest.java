package org.aludel.databases.transactions;

import java.util.UUID;
import org.junit.jupiter.api.Tag;

/** Transactions of H2. */
@Tag("DIA-04")
final class H2TransactionTest extends TransactionContract {

    private final String url = "h2:///mem:transactions-" + UUID.randomUUID();

    @Override
    String url() {
        return url;
    }

    @Override
    String longQuery() {
        return "SELECT COUNT(*) FROM SYSTEM_RANGE(1, 100000) a, SYSTEM_RANGE(1, 100000) b WHERE MOD(a.x * b.x, 7) = 3";
    }

    @Override
    boolean enforcesReadOnly() {
        return false;
    }
}
