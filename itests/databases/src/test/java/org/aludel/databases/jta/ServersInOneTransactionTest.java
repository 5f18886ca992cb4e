package org.aludel.databases.jta;

import static org.aludel.sql.Sql.column;
import static org.aludel.sql.Sql.params;
import static org.aludel.sql.Sql.text;
import static org.aludel.types.Types.INTEGER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.transaction.RollbackException;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionManager;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import org.aludel.engine.Connection;
import org.aludel.engine.Engine;
import org.aludel.engine.NestedTransaction;
import org.aludel.errors.DatabaseException;
import org.aludel.errors.IntegrityException;
import org.aludel.jta.embedded.EmbeddedEngines;
import org.aludel.jta.embedded.NarayanaTransactions;
import org.aludel.schema.MetaData;
import org.aludel.schema.Table;
import org.aludel.testing.DatabaseExtension;
import org.aludel.testing.Databases;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** PostgreSQL and MariaDB in one Jakarta transaction; PostgreSQL's habit of committing failed transactions guarded. */
class ServersInOneTransactionTest {

    @RegisterExtension
    static final DatabaseExtension POSTGRESQL = Databases.postgresql().extension();

    @RegisterExtension
    static final DatabaseExtension MARIADB = Databases.mariadb().extension();

    private final NarayanaTransactions transactions =
            NarayanaTransactions.start("aludel-servers", Path.of("target", "transactions"));
    private final TransactionManager manager = transactions.manager();
    private final MetaData metaData = new MetaData();
    private final Table table = metaData.table("t", column("id", INTEGER).primaryKey());
    private Engine postgresql;
    private Engine mariadb;

    @BeforeEach
    void open() {
        postgresql = EmbeddedEngines.create("pg", POSTGRESQL.database().aludelUrl(), transactions);
        mariadb = EmbeddedEngines.create("maria", MARIADB.database().aludelUrl(), transactions);
        metaData.createAll(postgresql);
        metaData.createAll(mariadb);
    }

    @AfterEach
    void close() throws Exception {
        if (manager.getStatus() != Status.STATUS_NO_TRANSACTION) {
            manager.rollback();
        }
        metaData.dropAll(postgresql);
        metaData.dropAll(mariadb);
        postgresql.close();
        mariadb.close();
    }

    private void insert(Engine engine, int id) {
        try (Connection connection = engine.connect()) {
            connection.execute(table.insert(), params("id", id));
        }
    }

    private long count(Engine engine) {
        try (Connection connection = engine.connect()) {
            return connection.execute(table.count()).scalar(Long.class);
        }
    }

    @Test
    @Tag("TX-02")
    @Tag("DIA-01")
    @Tag("DIA-02")
    void bothCommit() throws Exception {
        manager.begin();
        insert(postgresql, 1);
        insert(mariadb, 1);
        manager.commit();
        assertThat(count(postgresql)).isEqualTo(1);
        assertThat(count(mariadb)).isEqualTo(1);
    }

    @Test
    @Tag("TX-02")
    void bothRollBack() throws Exception {
        manager.begin();
        insert(postgresql, 1);
        insert(mariadb, 1);
        manager.rollback();
        assertThat(count(postgresql)).isZero();
        assertThat(count(mariadb)).isZero();
    }

    @Test
    @Tag("TX-01")
    void aSwallowedErrorNeverCommitsInSilence() throws Exception {
        manager.begin();
        insert(postgresql, 1);
        try (Connection connection = postgresql.connect()) {
            assertThatThrownBy(() -> connection.execute(text("SELECT nothing FROM nowhere")))
                    .isInstanceOf(DatabaseException.class);
        }
        assertThatThrownBy(manager::commit).isInstanceOf(RollbackException.class);
        assertThat(count(postgresql)).isZero();
    }

    @Test
    @Tag("TX-01")
    @Tag("TX-02")
    void anErrorSwallowedBehindTheToolkitsBackUndoesBothServers() throws Exception {
        manager.begin();
        insert(postgresql, 1);
        insert(mariadb, 1);
        try (Connection connection = postgresql.connect();
                Statement statement =
                        connection.unwrap(java.sql.Connection.class).createStatement()) {
            assertThatThrownBy(() -> statement.execute("SELECT nothing FROM nowhere"))
                    .isInstanceOf(SQLException.class);
        }
        assertThatThrownBy(manager::commit).isInstanceOf(RollbackException.class);
        assertThat(count(postgresql)).isZero();
        assertThat(count(mariadb)).isZero();
    }

    @Test
    @Tag("TX-03")
    void aSavepointHealsAnError() throws Exception {
        for (Engine engine : new Engine[] {postgresql, mariadb}) {
            manager.begin();
            insert(engine, 1);
            try (Connection connection = engine.connect();
                    NestedTransaction nested = connection.beginNested()) {
                assertThatThrownBy(() -> connection.execute(table.insert(), params("id", 1)))
                        .isInstanceOf(IntegrityException.class);
                nested.rollback();
            }
            insert(engine, 2);
            manager.commit();
            assertThat(count(engine)).isEqualTo(2);
        }
    }
}
