package org.aludel.jta.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.transaction.RollbackException;
import jakarta.transaction.Status;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.aludel.errors.ArgumentException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class EmbeddedTransactionsTest {

    private static final AtomicInteger DATABASES = new AtomicInteger();

    private final NarayanaTransactions transactions =
            NarayanaTransactions.start("aludel-test", Path.of("target", "transactions"));
    private final AtomicBoolean givenUp = new AtomicBoolean();
    private DataSource first;
    private DataSource second;

    @BeforeEach
    void open() throws Exception {
        first = h2();
        second = h2();
    }

    @AfterEach
    void noTransactionLeaks() throws Exception {
        if (transactions.manager().getStatus() != Status.STATUS_NO_TRANSACTION) {
            transactions.manager().rollback();
        }
        ((AutoCloseable) first).close();
        ((AutoCloseable) second).close();
    }

    private DataSource h2() throws SQLException {
        String name = "embedded" + DATABASES.incrementAndGet();
        DataSource made = new XaPool(name, "org.h2.jdbcx.JdbcDataSource", "jdbc:h2:mem:" + name + ";DB_CLOSE_DELAY=-1")
                .credentials("sa", "")
                .maxSize(3)
                .failedWhen(connection -> givenUp.get())
                .open(transactions);
        try (Connection c = made.getConnection();
                Statement s = c.createStatement()) {
            s.execute("create table t(id int primary key)");
        }
        return made;
    }

    private static void insert(DataSource target, int id) throws SQLException {
        try (Connection c = target.getConnection();
                Statement s = c.createStatement()) {
            s.executeUpdate("insert into t values (" + id + ")");
        }
    }

    private static int count(DataSource target) throws SQLException {
        try (Connection c = target.getConnection();
                Statement s = c.createStatement();
                ResultSet r = s.executeQuery("select count(*) from t")) {
            r.next();
            return r.getInt(1);
        }
    }

    @Test
    @Tag("TX-07")
    @Tag("TX-02")
    void twoDatabasesCommitTogether() throws Exception {
        transactions.manager().begin();
        insert(first, 1);
        insert(first, 2);
        insert(second, 1);
        transactions.manager().commit();

        assertThat(count(first)).isEqualTo(2);
        assertThat(count(second)).isEqualTo(1);
    }

    @Test
    @Tag("TX-02")
    void twoDatabasesRollBackTogether() throws Exception {
        transactions.manager().begin();
        insert(first, 1);
        insert(second, 1);
        transactions.manager().rollback();

        assertThat(count(first)).isZero();
        assertThat(count(second)).isZero();
    }

    @Test
    @Tag("TX-02")
    void suspendedTransactionKeepsItsOwnConnection() throws Exception {
        transactions.manager().begin();
        insert(first, 1);
        var outer = transactions.manager().suspend();
        transactions.manager().begin();
        insert(first, 2);
        transactions.manager().commit();
        transactions.manager().resume(outer);
        transactions.manager().rollback();

        assertThat(count(first)).isEqualTo(1);
    }

    @Test
    @Tag("TX-01")
    void aTransactionThatTheDatabaseGaveUpIsNeverCommitted() throws Exception {
        transactions.manager().begin();
        insert(first, 1);
        insert(second, 1);
        givenUp.set(true);

        assertThatThrownBy(() -> transactions.manager().commit()).isInstanceOf(RollbackException.class);
        givenUp.set(false);
        assertThat(count(first)).isZero();
        assertThat(count(second)).isZero();
    }

    @Test
    void aSecondNodeInOneJvmIsRefused() {
        assertThatThrownBy(() -> NarayanaTransactions.start("another", Path.of("target", "transactions")))
                .isInstanceOf(ArgumentException.class)
                .hasMessageContaining("ALU-0803")
                .hasMessageContaining("aludel-test");
    }

    @Test
    void aMissingDriverIsNamed() {
        assertThatThrownBy(() -> new XaPool("x", "com.example.NoDriver", "jdbc:none").open(transactions))
                .isInstanceOf(ArgumentException.class)
                .hasMessageContaining("ALU-0807")
                .hasMessageContaining("com.example.NoDriver");
    }
}
