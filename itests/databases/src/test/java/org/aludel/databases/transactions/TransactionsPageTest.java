package org.aludel.databases.transactions;

import static org.aludel.sql.Sql.column;
import static org.aludel.sql.Sql.params;
import static org.aludel.sql.Sql.select;
import static org.aludel.types.Types.INTEGER;
import static org.aludel.types.Types.string;
import static org.assertj.core.api.Assertions.assertThat;

import org.aludel.engine.Connection;
import org.aludel.engine.Engine;
import org.aludel.engine.NestedTransaction;
import org.aludel.engine.Retry;
import org.aludel.engine.Transaction;
import org.aludel.errors.IntegrityException;
import org.aludel.schema.MetaData;
import org.aludel.schema.Table;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The examples of the page on transactions. */
class TransactionsPageTest {

    private final MetaData metadata = new MetaData();
    private final Table accounts = metadata.table(
            "accounts", column("id", INTEGER).primaryKey().autoincrement(false), column("owner", string(20)));

    @Test
    @Tag("ENG-08")
    @Tag("ENG-16")
    void savepointHealsWhatIsTakenAlready() {
        try (Engine engine = Engine.create("h2:///mem:transactions-page")) {
            metadata.createAll(engine);
            try (Connection conn = engine.connect();
                    Transaction tx = conn.begin()) {
                conn.execute(accounts.insert(), params("id", 1, "owner", "ed"));
                try (NestedTransaction nested = conn.beginNested()) {
                    conn.execute(accounts.insert(), params("id", 1, "owner", "jack"));
                    nested.commit();
                } catch (IntegrityException taken) {
                    conn.execute(accounts.insert(), params("id", 2, "owner", "jack"));
                }
                tx.commit();
            }
            long count = Retry.times(5)
                    .run(() -> engine.inTransaction(
                            conn -> conn.execute(accounts.count()).scalar(Long.class)));
            assertThat(count).isEqualTo(2);
            assertThat(engine.<String, RuntimeException>inTransaction(conn -> conn.execute(select(accounts.c("owner"))
                                    .where(accounts.c("id", Integer.class).eq(2)))
                            .scalar(String.class)))
                    .isEqualTo("jack");
        }
    }
}
