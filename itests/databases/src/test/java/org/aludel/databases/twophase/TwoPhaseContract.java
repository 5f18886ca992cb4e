package org.aludel.databases.twophase;

import static org.aludel.sql.Sql.column;
import static org.aludel.sql.Sql.params;
import static org.aludel.sql.Sql.select;
import static org.aludel.types.Types.INTEGER;
import static org.aludel.types.Types.string;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.aludel.engine.Connection;
import org.aludel.engine.Engine;
import org.aludel.engine.NestedTransaction;
import org.aludel.engine.Transaction;
import org.aludel.engine.TwoPhaseTransaction;
import org.aludel.errors.ArgumentException;
import org.aludel.errors.IntegrityException;
import org.aludel.errors.TransactionStateException;
import org.aludel.schema.Column;
import org.aludel.schema.MetaData;
import org.aludel.schema.Table;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What two-phase transactions do on each database that has them; a subclass says where it is. */
abstract class TwoPhaseContract {

    private final MetaData metadata = new MetaData();
    private final Table notes = metadata.table(
            "tp_notes",
            column("id", INTEGER).primaryKey().autoincrement(false),
            column("word", string(50)).notNull().unique());
    private final Column<String> word = notes.c("word");
    private Engine engine;

    /** An engine on the database. */
    abstract Engine open();

    /** Whether a prepared transaction is listed also while its connection is open. */
    boolean listsWhatIsHeld() {
        return true;
    }

    @BeforeEach
    void createTables() {
        engine = open();
        metadata.createAll(engine);
    }

    @AfterEach
    void dropTables() {
        try (Connection conn = engine.connect()) {
            conn.recoverTwoPhase().forEach(id -> conn.finishTwoPhase(id, false));
        }
        metadata.dropAll(engine);
        engine.close();
    }

    private void insert(Connection conn, int id, String value) {
        conn.execute(notes.insert(), params("id", id, "word", value));
    }

    private List<String> words() {
        return engine.inTransaction(
                conn -> conn.execute(select(word).orderBy(word)).scalars(word));
    }

    private List<String> inDoubt() {
        try (Connection conn = engine.connect()) {
            return conn.recoverTwoPhase();
        }
    }

    @Test
    @Tag("ENG-09")
    void preparedTransactionCommits() {
        try (Connection conn = engine.connect()) {
            TwoPhaseTransaction tx = conn.beginTwoPhase();
            assertThat(conn.inTransaction()).isTrue();
            insert(conn, 1, "prepared");
            tx.prepare();
            assertThat(tx.isPrepared()).isTrue();
            if (listsWhatIsHeld()) {
                assertThat(inDoubt()).containsExactly(tx.id());
            }
            tx.commit();
            assertThat(tx.isActive()).isFalse();
            assertThat(conn.inTransaction()).isFalse();
            assertThat(conn.execute(select(word)).scalars(word)).containsExactly("prepared");
        }
        assertThat(inDoubt()).isEmpty();
        assertThat(engine.poolStatus().checkedOut()).isZero();
    }

    @Test
    @Tag("ENG-09")
    void preparedTransactionRollsBack() {
        try (Connection conn = engine.connect()) {
            TwoPhaseTransaction tx = conn.beginTwoPhase();
            insert(conn, 1, "prepared");
            tx.prepare();
            tx.rollback();
            tx.rollback(); // as of any transaction, nothing more to do
        }
        assertThat(words()).isEmpty();
        assertThat(inDoubt()).isEmpty();
    }

    @Test
    @Tag("ENG-09")
    void unpreparedTransactionCommitsInOnePhaseOrRollsBack() {
        try (Connection conn = engine.connect()) {
            try (TwoPhaseTransaction tx = conn.beginTwoPhase()) {
                insert(conn, 1, "kept");
                tx.commit();
            }
            try (TwoPhaseTransaction tx = conn.beginTwoPhase()) {
                insert(conn, 2, "lost");
                assertThat(tx.isPrepared()).isFalse();
            }
            insert(conn, 3, "plain"); // the connection is as before
        }
        assertThat(words()).containsExactly("kept", "plain");
    }

    @Test
    @Tag("ENG-09")
    void leavingTheBlockOfAPreparedTransactionRollsItBack() {
        try (Connection conn = engine.connect();
                TwoPhaseTransaction tx = conn.beginTwoPhase()) {
            insert(conn, 1, "forgotten");
            tx.prepare();
        }
        assertThat(inDoubt()).isEmpty();
        assertThat(words()).isEmpty();
    }

    @Test
    @Tag("ENG-09")
    void branchOfALostConnectionIsListedAndCommitsById() {
        String id = prepareAndLose("orphan");
        try (Connection other = engine.connect()) {
            assertThat(other.recoverTwoPhase()).containsExactly(id);
            other.finishTwoPhase(id, true);
            assertThat(other.recoverTwoPhase()).isEmpty();
        }
        assertThat(words()).containsExactly("orphan");
    }

    @Test
    @Tag("ENG-09")
    void branchOfALostConnectionRollsBackById() {
        String id = prepareAndLose("orphan");
        try (Connection other = engine.connect()) {
            other.finishTwoPhase(id, false);
            assertThat(other.recoverTwoPhase()).isEmpty();
        }
        assertThat(words()).isEmpty();
    }

    /** Leaves a prepared branch behind, as a program does that loses its connection before it decides. */
    private String prepareAndLose(String value) {
        try (Connection conn = engine.connect()) {
            TwoPhaseTransaction tx = conn.beginTwoPhase();
            insert(conn, 1, value);
            tx.prepare();
            conn.invalidate();
            return tx.id();
        }
    }

    @Test
    @Tag("ENG-09")
    void afterPrepareNothingMoreIsExecuted() {
        try (Connection conn = engine.connect();
                TwoPhaseTransaction tx = conn.beginTwoPhase()) {
            insert(conn, 1, "prepared");
            tx.prepare();
            assertThatThrownBy(() -> insert(conn, 2, "late"))
                    .isInstanceOf(TransactionStateException.class)
                    .hasMessageContaining("ALU-0287")
                    .hasMessageContaining("prepared");
            assertThatThrownBy(tx::prepare)
                    .isInstanceOf(TransactionStateException.class)
                    .hasMessageContaining("ALU-0220");
            tx.commit();
        }
        assertThat(words()).containsExactly("prepared");
    }

    @Test
    @Tag("ENG-09")
    void savepointsInsideUndoTheirPart() {
        try (Connection conn = engine.connect();
                TwoPhaseTransaction tx = conn.beginTwoPhase()) {
            insert(conn, 1, "kept");
            try (NestedTransaction nested = conn.beginNested()) {
                insert(conn, 2, "lost");
            }
            try (NestedTransaction nested = conn.beginNested()) {
                insert(conn, 3, "nested");
                nested.commit();
            }
            tx.prepare();
            tx.commit();
        }
        assertThat(words()).containsExactly("kept", "nested");
    }

    @Test
    @Tag("ENG-09")
    void swallowedErrorIsHealedByItsSavepointOnly() {
        try (Connection conn = engine.connect();
                TwoPhaseTransaction tx = conn.beginTwoPhase()) {
            insert(conn, 1, "kept");
            assertThatThrownBy(() -> {
                        try (NestedTransaction nested = conn.beginNested()) {
                            insert(conn, 2, "kept");
                            nested.commit();
                        }
                    })
                    .isInstanceOf(IntegrityException.class);
            tx.prepare();
            tx.commit();
        }
        assertThat(words()).containsExactly("kept");
    }

    @Test
    @Tag("ENG-09")
    void beginInsideJoinsAndBeginTwoPhaseInsideIsRefused() {
        try (Connection conn = engine.connect();
                TwoPhaseTransaction tx = conn.beginTwoPhase()) {
            try (Transaction inner = conn.begin()) {
                insert(conn, 1, "inner");
                inner.commit();
            }
            assertThatThrownBy(conn::beginTwoPhase)
                    .isInstanceOf(TransactionStateException.class)
                    .hasMessageContaining("ALU-0220");
            tx.commit();
            assertThatThrownBy(tx::commit)
                    .isInstanceOf(TransactionStateException.class)
                    .hasMessageContaining("ALU-0220");
        }
        assertThat(words()).containsExactly("inner");
    }

    @Test
    @Tag("ENG-09")
    void idThatIsNoneIsRefused() {
        try (Connection conn = engine.connect()) {
            assertThatThrownBy(() -> conn.finishTwoPhase("nonsense", true))
                    .isInstanceOf(ArgumentException.class)
                    .hasMessageContaining("ALU-0226");
        }
    }
}
