package org.aludel.databases.engine;

import static org.aludel.sql.Sql.column;
import static org.aludel.sql.Sql.params;
import static org.aludel.sql.Sql.text;
import static org.aludel.types.Types.INTEGER;
import static org.aludel.types.Types.string;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import org.aludel.engine.Connection;
import org.aludel.engine.Engine;
import org.aludel.engine.ExecutionOptions;
import org.aludel.engine.Isolation;
import org.aludel.engine.Transaction;
import org.aludel.errors.DataException;
import org.aludel.errors.DatabaseException;
import org.aludel.errors.DeadlockException;
import org.aludel.errors.DisconnectedException;
import org.aludel.errors.SerializationException;
import org.aludel.errors.StatementTimeoutException;
import org.aludel.errors.TransactionStateException;
import org.aludel.schema.Column;
import org.aludel.schema.MetaData;
import org.aludel.schema.Table;
import org.aludel.testing.DatabaseExtension;
import org.aludel.testing.Databases;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Errors that need a server: lost connections, deadlocks, conflicts, time-outs. */
class ServerErrorsTest {

    @RegisterExtension
    static final DatabaseExtension POSTGRESQL = Databases.postgresql().extension();

    @RegisterExtension
    static final DatabaseExtension MARIADB = Databases.mariadb().extension();

    private final MetaData metadata = new MetaData();
    private final Table users = metadata.table(
            "users",
            column("id", INTEGER).primaryKey().autoincrement(false),
            column("name", string(10)).notNull());
    private final Column<Integer> id = users.c("id");
    private final Column<String> name = users.c("name");
    private Engine postgresql;
    private Engine mariadb;

    @BeforeEach
    void start() {
        postgresql = Engine.create(POSTGRESQL.database().aludelUrl());
        mariadb = Engine.create(MARIADB.database().aludelUrl());
        for (Engine engine : List.of(postgresql, mariadb)) {
            metadata.createAll(engine);
            engine.useTransaction(conn -> conn.execute(
                    users.insert(), List.of(params("id", 1, "name", "ed"), params("id", 2, "name", "wendy"))));
        }
    }

    @AfterEach
    void end() {
        for (Engine engine : List.of(postgresql, mariadb)) {
            metadata.dropAll(engine);
            engine.close();
        }
    }

    private void rename(Connection conn, int key, String newName) {
        conn.execute(users.update().where(id.eq(key)).set(name, newName));
    }

    @Test
    @Tag("POOL-07")
    void connectionLostInTheMiddleEndsTheTransactionAndLeavesThePool() {
        for (Engine engine : List.of(postgresql, mariadb)) {
            boolean pg = engine == postgresql;
            try (Connection conn = engine.connect();
                    Transaction tx = conn.begin()) {
                rename(conn, 1, "lost");
                Object session = conn.execute(text(pg ? "SELECT pg_backend_pid()" : "SELECT connection_id()"))
                        .scalar();
                try (Connection killer = engine.connect()) {
                    killer.execute(text((pg ? "SELECT pg_terminate_backend(" : "KILL (") + session + ")"));
                }
                assertThatThrownBy(() -> rename(conn, 2, "lost"))
                        .isInstanceOf(DisconnectedException.class)
                        .hasMessageContaining("ALU-0210");
                assertThatThrownBy(tx::commit)
                        .isInstanceOf(TransactionStateException.class)
                        .hasMessageContaining("ALU-0221")
                        .hasCauseInstanceOf(DisconnectedException.class);
            }
            try (Connection conn = engine.connect()) {
                assertThat(conn.execute(text("SELECT name FROM users WHERE id = 1"))
                                .scalar())
                        .isEqualTo("ed");
            }
        }
    }

    @Test
    @Tag("ENG-15")
    void deadlockEndsOneOfTwoAndItsTransactionCanNotCommit() throws Exception {
        for (Engine engine : List.of(postgresql, mariadb)) {
            CyclicBarrier locked = new CyclicBarrier(2);
            CompletableFuture<@Nullable Throwable> other =
                    CompletableFuture.supplyAsync(() -> lockBoth(engine, locked, 1, 2));
            Throwable mine = lockBoth(engine, locked, 2, 1);
            Throwable theirs = other.get(60, TimeUnit.SECONDS);
            Throwable victim = mine != null ? mine : theirs;
            assertThat(mine == null || theirs == null).as("one of them goes on").isTrue();
            assertThat(victim)
                    .isInstanceOf(TransactionStateException.class)
                    .hasCauseInstanceOf(DeadlockException.class);
            assertThat(((DatabaseException)
                                    java.util.Objects.requireNonNull(victim).getCause())
                            .isRetryable())
                    .isTrue();
        }
    }

    /** Locks two rows one after the other, swallows the error, and returns what commit says. */
    private @Nullable Throwable lockBoth(Engine engine, CyclicBarrier locked, int first, int second) {
        try (Connection conn = engine.connect();
                Transaction tx = conn.begin()) {
            rename(conn, first, "t" + first);
            await(locked);
            try {
                rename(conn, second, "t" + first);
            } catch (DeadlockException swallowed) {
                return catchThrowable(tx::commit);
            }
            tx.commit();
            return null;
        }
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await(30, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    @Tag("ENG-15")
    void conflictAtRepeatableReadIsASerializationError() {
        try (Connection one = postgresql.connect();
                Connection two = postgresql.connect()) {
            one.isolation(Isolation.REPEATABLE_READ);
            try (Transaction tx = one.begin()) {
                one.execute(users.count()).scalar();
                rename(two, 1, "first");
                assertThatThrownBy(() -> rename(one, 1, "second"))
                        .isInstanceOf(SerializationException.class)
                        .hasMessageContaining("ALU-0261");
            }
        }
    }

    @Test
    @Tag("ENG-11")
    void statementThatRunsTooLongIsStopped() {
        for (Engine engine : List.of(postgresql, mariadb)) {
            String sleep = engine == postgresql ? "SELECT pg_sleep(30)" : "SELECT SLEEP(30) FROM users";
            try (Connection conn = engine.connect().with(ExecutionOptions.DEFAULT.withTimeout(Duration.ofSeconds(1)))) {
                long start = System.nanoTime();
                assertThatThrownBy(() -> conn.execute(text(sleep)).scalar())
                        .isInstanceOf(StatementTimeoutException.class)
                        .hasMessageContaining("ALU-0262");
                assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
            }
        }
    }

    @Test
    @Tag("ENG-15")
    void valueThatIsTooLongIsADataError() {
        for (Engine engine : List.of(postgresql, mariadb)) {
            try (Connection conn = engine.connect()) {
                assertThatThrownBy(() -> rename(conn, 1, "longer than ten characters"))
                        .isInstanceOf(DataException.class)
                        .hasMessageContaining("ALU-0263");
            }
        }
    }
}
