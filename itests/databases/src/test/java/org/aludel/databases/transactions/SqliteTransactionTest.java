package org.aludel.databases.transactions;

import java.nio.file.Path;
import java.util.Set;
import org.aludel.engine.Isolation;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;

/** Transactions of SQLite. */
@Tag("DIA-03")
final class SqliteTransactionTest extends TransactionContract {

    @TempDir
    Path directory;

    @Override
    String url() {
        return "sqlite:///" + directory.resolve("transactions.db");
    }

    @Override
    Set<Isolation> levels() {
        return Set.of(Isolation.SERIALIZABLE, Isolation.READ_UNCOMMITTED);
    }

    @Override
    String longQuery() {
        return "WITH RECURSIVE r(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM r WHERE i < 2000000000) SELECT COUNT(*) FROM r";
    }
}
