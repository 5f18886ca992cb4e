package org.aludel.databases.engine;

import static org.aludel.sql.Sql.column;
import static org.aludel.sql.Sql.params;
import static org.aludel.sql.Sql.select;
import static org.aludel.sql.Sql.text;
import static org.aludel.types.Types.INTEGER;
import static org.aludel.types.Types.string;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.DriverManager;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.aludel.core.engine.CoreConnection;
import org.aludel.core.engine.CoreEngine;
import org.aludel.core.engine.CoreEngineBuilder;
import org.aludel.core.engine.spi.TransactionScope;
import org.aludel.engine.Connection;
import org.aludel.engine.NestedTransaction;
import org.aludel.errors.AludelException;
import org.aludel.errors.DatabaseException;
import org.aludel.errors.IntegrityException;
import org.aludel.errors.TransactionStateException;
import org.aludel.schema.MetaData;
import org.aludel.schema.Table;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** An engine inside a transaction that someone else controls, played here by the test. */
class ControlledTransactionTest {

    private static final String URL = "jdbc:h2:mem:controlled;DB_CLOSE_DELAY=-1";

    private final MetaData metadata = new MetaData();
    private final Table users = metadata.table(
            "users",
            column("id", INTEGER).primaryKey(),
            column("name", string(50)).notNull().unique());
    private CoreEngine engine;
    private @Nullable Scope current;

    private final class Scope implements TransactionScope {
        private final java.sql.Connection jdbc;
        private final CoreConnection connection;
        private volatile @Nullable AludelException refusal;
        private @Nullable AludelException failure;

        Scope() throws Exception {
            jdbc = DriverManager.getConnection(URL);
            jdbc.setAutoCommit(false);
            connection = engine.enlisted(jdbc, this);
        }

        @Override
        public CoreConnection connection() {
            return connection;
        }

        @Override
        public @Nullable AludelException refusal() {
            return refusal;
        }

        @Override
        public void statementFailed(AludelException cause) {
            failure = cause;
        }

        @Override
        public String describe() {
            return "transaction 42";
        }

        void complete(boolean commit) throws Exception {
            if (commit) {
                jdbc.commit();
            } else {
                jdbc.rollback();
            }
            connection.completed(true);
            jdbc.close();
            current = null;
        }
    }

    @BeforeEach
    void start() throws Exception {
        engine = CoreEngineBuilder.forUrl(URL).integration(asking -> current).build();
        metadata.createAll(engine);
        current = new Scope();
    }

    @AfterEach
    void end() throws Exception {
        Scope left = current;
        if (left != null) {
            left.jdbc.rollback();
            left.jdbc.close();
        }
        current = null;
        metadata.dropAll(engine);
        engine.close();
    }

    private Scope scope() {
        return java.util.Objects.requireNonNull(current);
    }

    @Test
    @Tag("TX-01")
    void oneConnectionServesTheWholeTransaction() throws Exception {
        Connection first = engine.connect();
        first.execute(users.insert(), params("name", "ed"));
        first.close();
        Connection second = engine.connect();
        assertThat(second).isSameAs(first);
        assertThat(second.execute(users.count()).scalar(Long.class)).isEqualTo(1L);
        scope().complete(true);
        try (Connection after = engine.connect()) {
            assertThat(after).isNotSameAs(first);
            assertThat(after.execute(select(users.c("name"))).scalar()).isEqualTo("ed");
        }
    }

    @Test
    @Tag("TX-01")
    void commitAndRollbackByHandAreRefused() {
        Connection conn = engine.connect();
        assertThatThrownBy(conn::begin)
                .isInstanceOf(TransactionStateException.class)
                .hasMessageContaining("ALU-0222")
                .hasMessageContaining("transaction 42");
        assertThatThrownBy(conn::beginTwoPhase).hasMessageContaining("ALU-0222");
        java.sql.Connection jdbc = conn.unwrap(java.sql.Connection.class);
        assertThatThrownBy(jdbc::commit).hasMessageContaining("ALU-0224");
        assertThatThrownBy(() -> jdbc.setAutoCommit(true)).hasMessageContaining("ALU-0224");
    }

    @Test
    @Tag("TX-01")
    void workInTransactionJoinsAndLeavesTheEndToItsOwner() throws Exception {
        engine.useTransaction(conn -> conn.execute(users.insert(), params("name", "ed")));
        assertThat(scope().jdbc.getAutoCommit()).isFalse();
        scope().complete(false);
        long left = engine.inTransaction(conn -> conn.execute(users.count()).scalar(Long.class));
        assertThat(left).isZero();
    }

    @Test
    @Tag("TX-03")
    void savepointUndoesItsPartAndHealsItsError() throws Exception {
        Connection conn = engine.connect();
        conn.execute(users.insert(), params("name", "ed"));
        try (NestedTransaction nested = conn.beginNested()) {
            conn.execute(users.insert(), params("name", "lost"));
            assertThatThrownBy(() -> conn.execute(users.insert(), params("name", "ed")))
                    .isInstanceOf(IntegrityException.class);
        }
        assertThat(scope().failure).isNull();
        scope().complete(true);
        long left = engine.inTransaction(c -> c.execute(users.count()).scalar(Long.class));
        assertThat(left).isEqualTo(1);
    }

    @Test
    @Tag("TX-01")
    void errorOutsideASavepointIsReportedToTheOwner() {
        Connection conn = engine.connect();
        conn.execute(users.insert(), params("name", "ed"));
        assertThatThrownBy(() -> conn.execute(users.insert(), params("name", "ed")))
                .isInstanceOf(IntegrityException.class);
        assertThat(scope().failure).isInstanceOf(IntegrityException.class);
    }

    @Test
    @Tag("TX-05")
    void nothingIsSentOnceTheOwnerRefuses() throws Exception {
        Connection conn = engine.connect();
        scope().refusal = new TransactionStateException("ALU-0812", "timed out");
        assertThatThrownBy(() -> conn.execute(users.insert(), params("name", "late")))
                .hasMessageContaining("ALU-0812");
        Scope ended = scope();
        ended.refusal = null;
        ended.complete(false);
        assertThatThrownBy(() -> conn.execute(users.insert(), params("name", "late")))
                .isInstanceOf(TransactionStateException.class)
                .hasMessageContaining("ALU-0223");
        assertThat(conn.isClosed()).isTrue();
    }

    @Test
    @Tag("TX-05")
    void endByAnotherThreadCancelsTheRunningStatement() throws Exception {
        Connection conn = engine.connect();
        CompletableFuture<Void> reaper = CompletableFuture.runAsync(
                () -> scope().connection.completed(false),
                CompletableFuture.delayedExecutor(500, TimeUnit.MILLISECONDS));
        long start = System.nanoTime();
        assertThatThrownBy(() -> conn.execute(text(
                                "SELECT COUNT(*) FROM SYSTEM_RANGE(1, 100000) a CROSS JOIN SYSTEM_RANGE(1, 1000000) b"))
                        .scalar())
                .isInstanceOf(DatabaseException.class);
        reaper.get();
        assertThat(TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start)).isLessThan(30);
    }
}
