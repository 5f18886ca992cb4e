package org.aludel.databases.errors;

import static org.aludel.schema.ForeignKeyOption.named;
import static org.aludel.sql.Sql.check;
import static org.aludel.sql.Sql.column;
import static org.aludel.sql.Sql.params;
import static org.aludel.sql.Sql.select;
import static org.aludel.sql.Sql.text;
import static org.aludel.sql.Sql.unique;
import static org.aludel.types.Types.INTEGER;
import static org.aludel.types.Types.string;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.aludel.engine.Connection;
import org.aludel.engine.Engine;
import org.aludel.engine.ExecutionOptions;
import org.aludel.engine.Isolation;
import org.aludel.engine.Transaction;
import org.aludel.errors.DatabaseException;
import org.aludel.errors.DisconnectedException;
import org.aludel.errors.TransactionStateException;
import org.aludel.schema.MetaData;
import org.aludel.schema.Table;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Provokes each kind of error on a database and compares what comes out with the row that the site publishes
 * ({@code error-kinds.md}). A subclass says how its database is provoked; a kind that it can't produce has a row that
 * says why, and no provocation.
 */
abstract class ErrorKindsContract {

    private static final String SECRET = "s3cr3t";
    private static final int MARKER = 99;

    private final MetaData metadata = new MetaData();
    final Table parent = metadata.table(
            "ek_parent",
            column("id", INTEGER).primaryKey().autoincrement(false),
            column("name", string(10)).notNull(),
            column("n", INTEGER),
            unique("name").named("ek_name"),
            check("n < 100").named("ek_small"));
    final Table child = metadata.table(
            "ek_child",
            column("id", INTEGER).primaryKey().autoincrement(false),
            column("parent_id", INTEGER).references("ek_parent.id", named("ek_parent_fk")));
    Engine engine;
    private volatile String messages = "";

    /** The name of the database's section on the page. */
    abstract String database();

    abstract String url();

    /** Where nobody is let in: the URL with a wrong password; null if the database asks for none. */
    @Nullable
    String urlWithWrongPassword() {
        return null;
    }

    /** The URL of a database that is not there; null if it would be made. */
    @Nullable
    String urlOfUnknownDatabase() {
        return null;
    }

    /** Makes a connection wait for locks for a second at most. */
    void waitShortly(Connection conn) {}

    /** Text of a query that runs for minutes; null if the database's driver can't stop one. */
    @Nullable
    String longQuery() {
        return null;
    }

    /** Whether a connection can be ended from the server's side. */
    boolean canKill() {
        return true;
    }

    /** Ends a connection from the server's side. */
    void kill(Connection victim, Connection killer) {
        throw new UnsupportedOperationException();
    }

    /** What must be set before the engine is made. */
    void prepareDatabase() {}

    /** Whether two transactions can wait for each other. */
    boolean deadlocks() {
        return true;
    }

    /** Whether a transaction waits for the lock of another, and not for ever. */
    boolean waitsWithLimit() {
        return true;
    }

    /** Whether several transactions can write at a time. */
    boolean manyWriters() {
        return true;
    }

    /** The level at which two transactions that write one row conflict; null if there is none. */
    @Nullable
    Isolation conflicting() {
        return Isolation.REPEATABLE_READ;
    }

    @BeforeEach
    void createTables() {
        prepareDatabase();
        engine = engine(false);
        metadata.createAll(engine);
        engine.useTransaction(conn -> conn.execute(
                parent.insert(),
                List.of(params("id", 1, "name", "one", "n", 1), params("id", 2, "name", "two", "n", 2))));
    }

    @AfterEach
    void dropTables() {
        metadata.dropAll(engine);
        engine.close();
    }

    @ParameterizedTest
    @EnumSource(ErrorKind.class)
    @Tag("ENG-15")
    @Timeout(value = 300, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void errorIsAsThePageSays(ErrorKind kind) throws Exception {
        Observed observed = observe(kind);
        if (Boolean.getBoolean("aludel.errors.print")) {
            System.out.println("#### " + messages + "\n#### " + database() + " " + observed.row(kind));
        } else {
            assertThat(observed.row(kind)).isEqualTo(ErrorKindsPage.row(database(), kind));
        }
        assertThat(engine.poolStatus().checkedOut()).isZero();
        engine.useTransaction(conn ->
                assertThat(conn.execute(parent.count()).scalar(Long.class)).isEqualTo(2L));
    }

    private Observed observe(ErrorKind kind) throws Exception {
        return switch (kind) {
            case UNIQUE -> failing(conn -> insert(conn, 3, "one", 1), "INSERT INTO ek_parent", "one");
            case FOREIGN_KEY ->
                failing(
                        conn -> conn.execute(child.insert(), params("id", 1, "parent_id", 4711)),
                        "INSERT INTO ek_child",
                        "4711");
            case NOT_NULL -> failing(conn -> insert(conn, 3, null, 1), "INSERT INTO ek_parent", "null");
            case CHECK -> failing(conn -> insert(conn, 3, "three", 1000), "INSERT INTO ek_parent", "1000");
            case TOO_LONG ->
                failing(conn -> insert(conn, 3, "longer than ten", 1), "INSERT INTO ek_parent", "longer than ten");
            case DIVISION_BY_ZERO ->
                failing(
                        conn -> conn.execute(text("UPDATE ek_parent SET n = n / (n - n) WHERE id = 1")),
                        "UPDATE",
                        null);
            case SYNTAX ->
                failing(conn -> conn.execute(text("SELECT FROM WHERE x")).all(), "SELECT FROM", null);
            case UNKNOWN_TABLE ->
                failing(conn -> conn.execute(text("SELECT id FROM ek_nowhere")).all(), "SELECT id", null);
            case STATEMENT_TIMEOUT -> statementTimeout();
            case LOCK_TIMEOUT -> lockTimeout();
            case DEADLOCK -> deadlock();
            case SERIALIZATION -> serialization();
            case KILLED -> killed();
            case WRONG_PASSWORD -> refused(urlWithWrongPassword());
            case UNKNOWN_DATABASE -> refused(urlOfUnknownDatabase());
        };
    }

    final void insert(Connection conn, int id, @Nullable String name, int n) {
        conn.execute(parent.insert(), params("id", id, "name", name, "n", n));
    }

    final void touch(Connection conn, int id) {
        conn.execute(parent.update().where(parent.c("id", Integer.class).eq(id)).set(parent.c("n", Integer.class), 50));
    }

    /** Work that is to fail. */
    interface Provocation {
        void on(Connection conn) throws Exception;
    }

    private Observed failing(Provocation provocation, String statement, @Nullable String parameter) throws Exception {
        if (parameter != null) {
            assertHidden(provocation, parameter);
        }
        try (Connection conn = engine.connect();
                Transaction tx = begun(conn)) {
            DatabaseException error = caught(conn, provocation);
            if (error != null) {
                assertThat(error.statement()).startsWithIgnoringCase(statement);
                assertThat(error.getMessage())
                        .contains(error.code())
                        .contains("engine errors")
                        .contains("what to do");
                assertThat(error.engine()).isEqualTo("errors");
                if (parameter != null) {
                    assertThat(error.parameters()).contains(parameter);
                }
            }
            return Observed.of(error, afterwards(conn, tx, error));
        }
    }

    /** An engine that hides parameters shows them in no place of its own. */
    private void assertHidden(Provocation provocation, String parameter) throws Exception {
        engine.close(); // some databases let in one engine only
        try (Engine hiding = engine(true);
                Connection conn = hiding.connect();
                Transaction tx = conn.begin()) {
            DatabaseException error = caught(conn, provocation);
            if (error != null) {
                assertThat(error.parameters()).contains("***").doesNotContain(parameter);
            }
            tx.rollback();
        } finally {
            engine = engine(false);
        }
    }

    private Engine engine(boolean hiding) {
        return Engine.builder(url())
                .name("errors")
                .hideParameters(hiding)
                .pool(p -> p.size(4).maxOverflow(0).timeout(Duration.ofSeconds(20)))
                .build();
    }

    /** A transaction with a row in it by which its fate is seen. */
    private Transaction begun(Connection conn) {
        Transaction tx = conn.begin();
        insert(conn, MARKER, "marker", 1);
        return tx;
    }

    private @Nullable DatabaseException caught(Connection conn, Provocation provocation) throws Exception {
        try {
            provocation.on(conn);
            return null;
        } catch (DatabaseException e) {
            messages += e.getCause();
            return e;
        }
    }

    /** What can be done with the transaction, and what is left of it. */
    private String afterwards(Connection conn, Transaction tx, @Nullable DatabaseException error) {
        boolean open = true;
        try {
            conn.execute(select(parent.c("id"))).all();
        } catch (DatabaseException e) {
            open = false;
        }
        boolean committed = true;
        try {
            tx.commit();
        } catch (TransactionStateException e) {
            assertThat(e).hasMessageContaining("ALU-0221");
            assertThat(e.getCause()).isSameAs(error);
            committed = false;
        }
        if (error instanceof DisconnectedException) {
            return "connection discarded";
        }
        boolean kept = conn.execute(select(parent.c("id"))
                                .where(parent.c("id", Integer.class).eq(MARKER)))
                        .first()
                != null;
        conn.execute(parent.delete().where(parent.c("id", Integer.class).gt(2)));
        if (manyWriters()) {
            assertThat(kept).as("a commit that succeeds keeps what was written").isEqualTo(committed);
        }
        if (committed) {
            return "goes on";
        }
        return open ? "rolled back by the database" : "can only be rolled back";
    }

    private Observed statementTimeout() throws Exception {
        String query = longQuery();
        if (query == null) {
            return Observed.of(null, "");
        }
        long start = System.nanoTime();
        Observed observed = failing(
                conn -> conn.with(ExecutionOptions.DEFAULT.withTimeout(Duration.ofSeconds(1)))
                        .execute(text(query))
                        .all(),
                query.substring(0, 6),
                null);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(15));
        return observed;
    }

    private Observed lockTimeout() throws Exception {
        if (!waitsWithLimit()) {
            return Observed.of(null, "");
        }
        try (Connection holder = engine.connect();
                Transaction held = holder.begin()) {
            touch(holder, 1);
            try (Connection conn = engine.connect()) {
                waitShortly(conn);
                try (Transaction tx = conn.begin()) {
                    DatabaseException error = caught(conn, this::markAndTouch);
                    held.rollback();
                    return Observed.of(error, afterwards(conn, tx, error));
                }
            }
        }
    }

    private void markAndTouch(Connection conn) {
        if (manyWriters()) {
            insert(conn, MARKER, "marker", 1);
        }
        touch(conn, 1);
    }

    private Observed deadlock() throws Exception {
        if (!deadlocks()) {
            return Observed.of(null, "");
        }
        CyclicBarrier locked = new CyclicBarrier(2);
        CompletableFuture<@Nullable Observed> other = CompletableFuture.supplyAsync(() -> lockBoth(locked, 1, 2));
        Observed mine = lockBoth(locked, 2, 1);
        Observed theirs = other.get(60, TimeUnit.SECONDS);
        Observed victim = mine != null ? mine : theirs;
        return victim == null ? Observed.of(null, "") : victim;
    }

    private @Nullable Observed lockBoth(CyclicBarrier locked, int first, int second) {
        try (Connection conn = engine.connect();
                Transaction tx = conn.begin()) {
            touch(conn, first);
            locked.await(30, TimeUnit.SECONDS);
            DatabaseException error = caught(conn, c -> touch(c, second));
            if (error == null) {
                tx.rollback();
                return null;
            }
            String fate;
            try {
                tx.commit();
                fate = "goes on";
            } catch (TransactionStateException e) {
                assertThat(e).hasMessageContaining("ALU-0221");
                fate = "rolled back by the database";
            }
            return Observed.of(error, fate);
        } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
            throw new IllegalStateException(e);
        } catch (Exception e) {
            throw e instanceof RuntimeException r ? r : new IllegalStateException(e);
        }
    }

    private Observed serialization() throws Exception {
        Isolation level = conflicting();
        if (level == null) {
            return Observed.of(null, "");
        }
        try (Connection conn = engine.connect();
                Connection faster = engine.connect()) {
            conn.isolation(level);
            try (Transaction tx = conn.begin()) {
                conn.execute(select(parent.c("n"))).all();
                touch(faster, 1);
                DatabaseException error = caught(conn, this::markAndTouch);
                if (error == null) {
                    tx.rollback();
                    return Observed.of(null, "");
                }
                return Observed.of(error, afterwards(conn, tx, error));
            }
        }
    }

    private Observed killed() throws Exception {
        if (!canKill()) {
            return Observed.of(null, "");
        }
        try (Connection killer = engine.connect();
                Connection victim = engine.connect()) {
            Transaction tx = victim.begin();
            victim.execute(select(parent.c("id"))).all();
            kill(victim, killer);
            DatabaseException error = caught(victim, c -> touch(c, 1));
            assertThat(error).isInstanceOf(DisconnectedException.class);
            try {
                tx.commit();
            } catch (TransactionStateException e) {
                assertThat(e).hasMessageContaining("ALU-0221");
            }
            return Observed.of(error, "connection discarded");
        }
    }

    private Observed refused(@Nullable String url) throws InterruptedException, ExecutionException {
        if (url == null) {
            return Observed.of(null, "");
        }
        try (Engine other = Engine.create(url)) {
            other.connect().close();
            return Observed.of(null, "");
        } catch (DatabaseException e) {
            for (Throwable each = e; each != null; each = each.getCause()) {
                assertThat(String.valueOf(each.getMessage())).doesNotContain(SECRET);
            }
            return Observed.of(e, "");
        }
    }

    /** The wrong password that no message may show. */
    static String secret() {
        return SECRET;
    }
}
