package org.aludel.jta;

import static org.aludel.sql.Sql.column;
import static org.aludel.sql.Sql.params;
import static org.aludel.sql.Sql.text;
import static org.aludel.types.Types.INTEGER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.transaction.RollbackException;
import jakarta.transaction.Status;
import jakarta.transaction.Transaction;
import jakarta.transaction.TransactionManager;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.aludel.engine.Connection;
import org.aludel.engine.Engine;
import org.aludel.engine.NestedTransaction;
import org.aludel.errors.DatabaseException;
import org.aludel.errors.IntegrityException;
import org.aludel.errors.TransactionStateException;
import org.aludel.jta.embedded.EmbeddedEngines;
import org.aludel.jta.embedded.NarayanaTransactions;
import org.aludel.schema.MetaData;
import org.aludel.schema.Table;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class JtaEngineTest {

    private static final AtomicInteger DATABASES = new AtomicInteger();

    private final NarayanaTransactions transactions =
            NarayanaTransactions.start("aludel-test", Path.of("target", "transactions"));
    private final TransactionManager manager = transactions.manager();
    private final MetaData metaData = new MetaData();
    private final Table table = metaData.table("t", column("id", INTEGER).primaryKey());
    private Engine engine;

    @BeforeEach
    void open() {
        String name = "engine" + DATABASES.incrementAndGet();
        engine = EmbeddedEngines.create(name, "h2:///mem:" + name, transactions);
        metaData.createAll(engine);
    }

    @AfterEach
    void close() throws Exception {
        if (manager.getStatus() != Status.STATUS_NO_TRANSACTION) {
            manager.rollback();
        }
        engine.close();
    }

    private void insert(int id) {
        try (Connection connection = engine.connect()) {
            connection.execute(table.insert(), params("id", id));
        }
    }

    private long count() {
        try (Connection connection = engine.connect()) {
            return connection.execute(table.count()).scalar(Long.class);
        }
    }

    @Test
    @Tag("TX-01")
    void everyConnectionOfATransactionIsTheSameOne() throws Exception {
        manager.begin();
        insert(1);
        assertThat(count()).as("the row is seen before the commit").isEqualTo(1);
        manager.commit();
        assertThat(count()).isEqualTo(1);
    }

    @Test
    @Tag("TX-01")
    void rollbackTakesEverythingBack() throws Exception {
        manager.begin();
        insert(1);
        manager.rollback();
        assertThat(count()).isZero();
    }

    @Test
    @Tag("TX-01")
    void transactionsByHandAreRefusedInside() throws Exception {
        manager.begin();
        try (Connection connection = engine.connect()) {
            assertThatThrownBy(() -> {
                        try (var own = connection.begin()) {
                            own.commit();
                        }
                    })
                    .isInstanceOf(TransactionStateException.class);
        }
    }

    @Test
    @Tag("TX-03")
    void aSavepointTakesItsPartBack() throws Exception {
        manager.begin();
        insert(1);
        try (Connection connection = engine.connect();
                NestedTransaction nested = connection.beginNested()) {
            connection.execute(table.insert(), params("id", 2));
            nested.rollback();
        }
        manager.commit();
        assertThat(count()).isEqualTo(1);
    }

    @Test
    @Tag("TX-01")
    void anErrorInsideASavepointLeavesTheTransactionUsable() throws Exception {
        manager.begin();
        insert(1);
        try (Connection connection = engine.connect();
                NestedTransaction nested = connection.beginNested()) {
            assertThatThrownBy(() -> connection.execute(table.insert(), params("id", 1)))
                    .isInstanceOf(IntegrityException.class);
            nested.rollback();
        }
        insert(2);
        manager.commit();
        assertThat(count()).isEqualTo(2);
    }

    @Test
    @Tag("TX-06")
    void aSuspendedTransactionsConnectionIsRefusedByName() throws Exception {
        manager.begin();
        Connection outer = engine.connect();
        outer.execute(table.insert(), params("id", 1));
        Transaction suspended = manager.suspend();
        manager.begin();
        assertThatThrownBy(() -> outer.execute(table.count()))
                .isInstanceOf(TransactionStateException.class)
                .hasMessageContaining("ALU-0813")
                .hasMessageContaining("suspended");
        manager.rollback();
        manager.resume(suspended);
        manager.commit();
        assertThat(count()).isEqualTo(1);
    }

    @Test
    @Tag("TX-01")
    void aConnectionOfAnEndedTransactionIsRefused() throws Exception {
        manager.begin();
        Connection kept = engine.connect();
        kept.execute(table.insert(), params("id", 1));
        manager.commit();
        assertThatThrownBy(() -> kept.execute(table.insert(), params("id", 2)))
                .isInstanceOf(TransactionStateException.class);
        assertThat(count()).isEqualTo(1);
    }

    @Test
    @Tag("TX-05")
    void aTimeOutIsToldInTheApplicationsThreadAndNothingStays() throws Exception {
        manager.setTransactionTimeout(1);
        try {
            manager.begin();
            Connection connection = engine.connect();
            connection.execute(table.insert(), params("id", 1));
            long deadline = System.nanoTime() + 20_000_000_000L;
            while (manager.getStatus() == Status.STATUS_ACTIVE && System.nanoTime() < deadline) {
                Thread.sleep(50);
            }
            assertThatThrownBy(() -> connection.execute(table.insert(), params("id", 2)))
                    .isInstanceOf(TransactionStateException.class)
                    .hasMessageContaining("ALU-0812");
            assertThatThrownBy(manager::commit).isInstanceOf(RollbackException.class);
        } finally {
            manager.setTransactionTimeout(0);
        }
        assertThat(count()).isZero();
    }

    @Test
    @Tag("TX-01")
    void aSwallowedErrorEitherCommitsTheRestOrTells() throws Exception {
        manager.begin();
        insert(1);
        try (Connection connection = engine.connect()) {
            assertThatThrownBy(() -> connection.execute(text("SELECT nothing FROM nowhere")))
                    .isInstanceOf(DatabaseException.class);
        }
        boolean told = false;
        try {
            manager.commit();
        } catch (RollbackException e) {
            told = true;
        }
        assertThat(count()).isEqualTo(told ? 0 : 1);
    }
}
