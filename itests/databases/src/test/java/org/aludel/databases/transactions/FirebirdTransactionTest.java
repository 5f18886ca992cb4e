package org.aludel.databases.transactions;

import java.util.Set;
import org.aludel.engine.Isolation;
import org.aludel.testing.DatabaseExtension;
import org.aludel.testing.Databases;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Transactions of Firebird. */
@Tag("DIA-09")
final class FirebirdTransactionTest extends TransactionContract {

    @RegisterExtension
    static final DatabaseExtension FIREBIRD = Databases.firebird().extension();

    @Override
    String url() {
        return FIREBIRD.database().aludelUrl();
    }

    @Override
    Set<Isolation> levels() {
        return Set.of(Isolation.READ_COMMITTED, Isolation.REPEATABLE_READ, Isolation.SERIALIZABLE);
    }
}
