package org.aludel.databases.transactions;

import static org.aludel.sql.Sql.column;
import static org.aludel.sql.Sql.params;
import static org.aludel.sql.Sql.select;
import static org.aludel.sql.Sql.text;
import static org.aludel.types.Types.INTEGER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.aludel.engine.Connection;
import org.aludel.engine.Engine;
import org.aludel.engine.Isolation;
import org.aludel.engine.NestedTransaction;
import org.aludel.engine.Transaction;
import org.aludel.errors.ArgumentException;
import org.aludel.errors.DatabaseException;
import org.aludel.errors.IntegrityException;
import org.aludel.errors.StatementCancelledException;
import org.aludel.errors.TransactionStateException;
import org.aludel.schema.Column;
import org.aludel.schema.MetaData;
import org.aludel.schema.Table;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Transactions on one database; a subclass says where it is and what it has. */
@Timeout(value = 300, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
abstract class TransactionContract {

    private final MetaData metadata = new MetaData();
    private final Table items =
            metadata.table("tx_items", column("id", INTEGER).primaryKey().autoincrement(false));
    private final Column<Integer> id = items.c("id");
    Engine engine;

    abstract String url();

    /** The levels that the database has, besides AUTOCOMMIT. */
    Set<Isolation> levels() {
        return Set.of(
                Isolation.READ_UNCOMMITTED,
                Isolation.READ_COMMITTED,
                Isolation.REPEATABLE_READ,
                Isolation.SERIALIZABLE);
    }

    /** Text of a query that runs for minutes and can be cancelled; null where the driver can't. */
    @Nullable
    String longQuery() {
        return null;
    }

    @BeforeEach
    void createTables() {
        engine = Engine.create(url());
        metadata.createAll(engine);
    }

    @AfterEach
    void dropTables() {
        assertThat(engine.poolStatus().checkedOut()).isZero();
        metadata.dropAll(engine);
        engine.close();
    }

    private void insert(Connection conn, int value) {
        conn.execute(items.insert(), params("id", value));
    }

    private List<Integer> ids() {
        return engine.inTransaction(conn -> conn.execute(select(id).orderBy(id)).scalars(id));
    }

    @Test
    @Tag("ENG-05")
    void innerCommitsCountAndTheOutermostCommits() {
        try (Connection conn = engine.connect()) {
            Transaction outer = conn.begin();
            Transaction middle = conn.begin();
            Transaction inner = conn.begin();
            insert(conn, 1);
            inner.commit();
            assertThat(inner.isActive()).isFalse();
            assertThat(conn.inTransaction()).isTrue();
            middle.commit();
            assertThatThrownBy(middle::commit)
                    .isInstanceOf(TransactionStateException.class)
                    .hasMessageContaining("ALU-0220");
            outer.commit();
            assertThat(conn.inTransaction()).isFalse();
            assertThatThrownBy(outer::rollback)
                    .isInstanceOf(TransactionStateException.class)
                    .hasMessageContaining("ALU-0220");
        }
        assertThat(ids()).containsExactly(1);
    }

    @Test
    @Tag("ENG-05")
    void rollbackAtAnyDepthEndsAll() {
        try (Connection conn = engine.connect()) {
            Transaction outer = conn.begin();
            insert(conn, 1);
            Transaction middle = conn.begin();
            Transaction inner = conn.begin();
            insert(conn, 2);
            inner.rollback();
            assertThat(conn.inTransaction()).isFalse();
            assertThat(outer.isActive()).isFalse();
            assertThatThrownBy(middle::commit)
                    .isInstanceOf(TransactionStateException.class)
                    .hasMessageContaining("ALU-0220");
            assertThatThrownBy(outer::commit)
                    .isInstanceOf(TransactionStateException.class)
                    .hasMessageContaining("ALU-0220");
            outer.rollback(); // was rolled back already: nothing to do
            try (Transaction next = conn.begin()) {
                insert(conn, 3);
                next.commit();
            }
        }
        assertThat(ids()).containsExactly(3);
    }

    @Test
    @Tag("ENG-08")
    void savepointsNestThreeDeep() {
        try (Connection conn = engine.connect();
                Transaction tx = conn.begin()) {
            insert(conn, 1);
            NestedTransaction one = conn.beginNested();
            insert(conn, 2);
            NestedTransaction two = conn.beginNested();
            insert(conn, 3);
            NestedTransaction three = conn.beginNested();
            insert(conn, 4);
            three.rollback();
            insert(conn, 5);
            two.commit();
            one.commit();
            tx.commit();
        }
        assertThat(ids()).containsExactly(1, 2, 3, 5);
    }

    @Test
    @Tag("ENG-08")
    void rollingAnOuterSavepointBackEndsThoseInside() {
        try (Connection conn = engine.connect();
                Transaction tx = conn.begin()) {
            insert(conn, 1);
            NestedTransaction one = conn.beginNested();
            insert(conn, 2);
            NestedTransaction two = conn.beginNested();
            insert(conn, 3);
            one.rollback();
            assertThat(two.isActive()).isFalse();
            assertThatThrownBy(two::commit)
                    .isInstanceOf(TransactionStateException.class)
                    .hasMessageContaining("ALU-0220");
            insert(conn, 4);
            tx.commit();
        }
        assertThat(ids()).containsExactly(1, 4);
    }

    @Test
    @Tag("ENG-08")
    void errorInsideASavepointIsUndoneAndTheRestGoesOn() {
        try (Connection conn = engine.connect();
                Transaction tx = conn.begin()) {
            insert(conn, 1);
            for (int attempt = 0; attempt < 3; attempt++) {
                try (NestedTransaction nested = conn.beginNested()) {
                    insert(conn, 10 + attempt);
                    assertThatThrownBy(() -> insert(conn, 1)).isInstanceOf(IntegrityException.class);
                }
            }
            insert(conn, 2);
            tx.commit();
        }
        assertThat(ids()).containsExactly(1, 2);
    }

    @Test
    @Tag("ENG-08")
    void savepointThatHasEndedCanNotEndAgain() {
        try (Connection conn = engine.connect();
                Transaction tx = conn.begin()) {
            NestedTransaction nested = conn.beginNested();
            nested.commit();
            assertThatThrownBy(nested::commit)
                    .isInstanceOf(TransactionStateException.class)
                    .hasMessageContaining("ALU-0220");
            assertThatThrownBy(nested::rollback)
                    .isInstanceOf(TransactionStateException.class)
                    .hasMessageContaining("ALU-0220");
            tx.rollback();
        }
    }

    @Test
    @Tag("ENG-11")
    void levelsThatTheDatabaseHasAreSetAndOthersAreRefused() {
        for (Isolation level : Isolation.values()) {
            if (level == Isolation.AUTOCOMMIT) {
                continue;
            }
            try (Connection conn = engine.connect()) {
                if (levels().contains(level)) {
                    conn.isolation(level);
                    assertThat(conn.isolation()).isEqualTo(level);
                    engine.useTransaction(other -> other.execute(select(id)).all());
                    try (Transaction tx = conn.begin()) {
                        assertThat(conn.execute(select(id)).all()).isEmpty();
                        tx.commit();
                    }
                } else {
                    Isolation before = conn.isolation();
                    assertThatThrownBy(() -> conn.isolation(level))
                            .isInstanceOf(ArgumentException.class)
                            .hasMessageContaining("ALU-0288")
                            .hasMessageContaining(level.name());
                    assertThat(conn.isolation()).isEqualTo(before);
                }
            }
        }
    }

    @Test
    @Tag("ENG-11")
    void levelsAreOptionsOfExecutionAndEndWithTheirConnection() {
        Isolation usual;
        try (Connection conn = engine.connect()) {
            usual = conn.isolation();
        }
        for (Isolation level : levels()) {
            try (Connection conn = engine.connect()) {
                Connection other = conn.with(conn.options().withIsolation(level));
                assertThat(other.isolation()).isEqualTo(level);
                try (Transaction tx = other.begin()) {
                    assertThat(other.execute(select(id)).all()).isEmpty();
                    assertThatThrownBy(() -> other.with(other.options().withReadOnly(true)))
                            .hasMessageContaining("ALU-0227");
                    tx.commit();
                }
            }
            try (Connection conn = engine.connect()) {
                assertThat(conn.isolation()).isEqualTo(usual);
            }
        }
        try (Connection conn = engine.connect()) {
            Connection each = conn.with(conn.options().withIsolation(Isolation.AUTOCOMMIT));
            insert(each, 1);
            assertThat(ids()).containsExactly(1);
        }
    }

    private void writeWhileReading(Connection reader) {
        try (Transaction tx = reader.begin()) {
            if (enforcesReadOnly()) {
                assertThatThrownBy(() -> insert(reader, 1)).isInstanceOf(DatabaseException.class);
            } else {
                insert(reader, 1);
            }
            tx.rollback();
        }
    }

    /** Whether a connection that only reads refuses to write; elsewhere it is a hint. */
    boolean enforcesReadOnly() {
        return true;
    }

    @Test
    @Tag("ENG-11")
    void connectionThatOnlyReadsIsGivenBackAsItWas() {
        try (Connection conn = engine.connect()) {
            Connection reader = conn.with(conn.options().withReadOnly(true));
            assertThat(reader.execute(select(id)).all()).isEmpty();
            writeWhileReading(reader);
        }
        try (Connection conn = engine.connect()) {
            insert(conn, 2);
        }
        assertThat(ids()).contains(2);
        try (Engine readers = Engine.builder(url()).readOnly(true).build();
                Connection conn = readers.connect()) {
            assertThat(conn.execute(select(id)).all()).isNotEmpty();
            writeWhileReading(conn);
        }
    }

    @Test
    @Tag("ENG-11")
    void runningStatementIsCancelledFromAnotherThread() throws Exception {
        try (Connection conn = engine.connect()) {
            assertThat(conn.cancel()).as("nothing runs").isFalse();
        }
        String query = longQuery();
        if (query == null) {
            return;
        }
        try (Connection conn = engine.connect();
                Transaction tx = conn.begin()) {
            insert(conn, 1);
            NestedTransaction nested = conn.beginNested();
            CompletableFuture<@Nullable Throwable> running = CompletableFuture.supplyAsync(
                    () -> catchThrowable(() -> conn.execute(text(query)).all()));
            while (!conn.cancel() && !running.isDone()) {
                TimeUnit.MILLISECONDS.sleep(20);
            }
            while (!running.isDone()) {
                TimeUnit.MILLISECONDS.sleep(200);
                conn.cancel(); // the first may have come before the server had begun
            }
            assertThat(running.get())
                    .isInstanceOf(StatementCancelledException.class)
                    .hasMessageContaining("ALU-0285");
            nested.rollback();
            insert(conn, 2);
            tx.commit();
        }
        assertThat(ids()).containsExactly(1, 2);
    }
}
