package org.aludel.databases.engine;

import static org.aludel.sql.Sql.column;
import static org.aludel.sql.Sql.params;
import static org.aludel.sql.Sql.select;
import static org.aludel.types.Types.INTEGER;
import static org.aludel.types.Types.string;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.XAConnection;
import javax.transaction.xa.XAResource;
import javax.transaction.xa.Xid;
import org.aludel.engine.Connection;
import org.aludel.engine.Engine;
import org.aludel.engine.TwoPhase;
import org.aludel.engine.TwoPhaseTransaction;
import org.aludel.errors.ArgumentException;
import org.aludel.errors.IntegrityException;
import org.aludel.errors.TransactionStateException;
import org.aludel.schema.MetaData;
import org.aludel.schema.Table;
import org.aludel.testing.DatabaseExtension;
import org.aludel.testing.Databases;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.jdbc.PgConnection;
import org.postgresql.xa.PGXADataSource;

/** Two-phase transactions on PostgreSQL and MariaDB. */
class TwoPhaseTest {

    private static final String DIRECTORY = "aludel.twophase.directory";

    @RegisterExtension
    static final DatabaseExtension POSTGRESQL = Databases.postgresql().extension();

    @RegisterExtension
    static final DatabaseExtension MARIADB = Databases.mariadb().extension();

    @TempDir
    Path log;

    private final MetaData metadata = new MetaData();
    private final Table notes = metadata.table(
            "notes",
            column("id", INTEGER).primaryKey(),
            column("word", string(50)).notNull().unique());
    private Engine postgresql;
    private Engine mariadb;

    @BeforeEach
    void start() {
        System.setProperty(DIRECTORY, log.toString());
        postgresql = Engine.create(POSTGRESQL.database().aludelUrl());
        mariadb = Engine.create(MARIADB.database().aludelUrl());
        metadata.createAll(postgresql);
        metadata.createAll(mariadb);
    }

    @AfterEach
    void end() {
        for (Engine engine : List.of(postgresql, mariadb)) {
            try (Connection conn = engine.connect()) {
                conn.recoverTwoPhase().forEach(id -> conn.finishTwoPhase(id, false));
            }
            metadata.dropAll(engine);
            engine.close();
        }
        System.clearProperty(DIRECTORY);
    }

    private void insert(Connection conn, String word) {
        conn.execute(notes.insert(), params("word", word));
    }

    private long count(Engine engine) {
        return engine.inTransaction(conn -> conn.execute(notes.count()).scalar(Long.class));
    }

    @Test
    @Tag("ENG-10")
    void bothEnginesCommitAndTheRecordIsGone() throws IOException {
        try (TwoPhase tp = TwoPhase.begin(postgresql, mariadb)) {
            insert(tp.on(postgresql), "both");
            insert(tp.on(mariadb), "both");
            tp.commit();
        }
        assertThat(count(postgresql)).isEqualTo(1);
        assertThat(count(mariadb)).isEqualTo(1);
        try (Stream<Path> files = Files.list(log)) {
            assertThat(files.map(f -> f.getFileName().toString())).containsExactly("node");
        }
    }

    @Test
    @Tag("ENG-10")
    void leavingWithoutCommitRollsBothBack() {
        try (TwoPhase tp = TwoPhase.begin(postgresql, mariadb)) {
            insert(tp.on(postgresql), "none");
            insert(tp.on(mariadb), "none");
        }
        assertThat(count(postgresql)).isZero();
        assertThat(count(mariadb)).isZero();
    }

    @Test
    @Tag("ENG-10")
    void swallowedErrorOnOneEngineCommitsNeither() {
        insertAlone(postgresql, "taken");
        try (TwoPhase tp = TwoPhase.begin(mariadb, postgresql)) {
            insert(tp.on(mariadb), "other");
            assertThatThrownBy(() -> insert(tp.on(postgresql), "taken")).isInstanceOf(IntegrityException.class);
            assertThatThrownBy(tp::commit)
                    .isInstanceOf(TransactionStateException.class)
                    .hasMessageContaining("ALU-0221");
        }
        assertThat(count(mariadb)).isZero();
        assertThat(count(postgresql)).isEqualTo(1);
        assertThat(inDoubt(mariadb)).isEmpty();
    }

    private void insertAlone(Engine engine, String word) {
        engine.useTransaction(conn -> insert(conn, word));
    }

    private List<String> inDoubt(Engine engine) {
        try (Connection conn = engine.connect()) {
            return conn.recoverTwoPhase();
        }
    }

    @Test
    @Tag("ENG-09")
    void preparedTransactionIsListedAndCommitsLater() {
        for (Engine engine : List.of(postgresql, mariadb)) {
            try (Connection conn = engine.connect()) {
                TwoPhaseTransaction tx = conn.beginTwoPhase();
                insert(conn, "prepared");
                tx.prepare();
                assertThat(tx.isPrepared()).isTrue();
                assertThat(inDoubt(engine)).contains(tx.id());
                assertThatThrownBy(tx::prepare).isInstanceOf(TransactionStateException.class);
                tx.commit();
                assertThat(conn.execute(notes.count()).scalar(Long.class)).isEqualTo(1L);
            }
            assertThat(inDoubt(engine)).isEmpty();
        }
    }

    @Test
    @Tag("ENG-09")
    void unpreparedTransactionCommitsInOnePhaseOrRollsBack() {
        try (Connection conn = postgresql.connect()) {
            try (TwoPhaseTransaction tx = conn.beginTwoPhase()) {
                insert(conn, "kept");
                tx.commit();
            }
            try (TwoPhaseTransaction tx = conn.beginTwoPhase()) {
                insert(conn, "lost");
            }
        }
        assertThat(count(postgresql)).isEqualTo(1);
    }

    @Test
    @Tag("ENG-09")
    void branchOfALostConnectionIsFinishedById() throws SQLException {
        for (Engine engine : List.of(postgresql, mariadb)) {
            String id;
            try (Connection conn = engine.connect()) {
                TwoPhaseTransaction tx = conn.beginTwoPhase();
                insert(conn, "orphan");
                tx.prepare();
                id = tx.id();
                abort(conn, engine == postgresql ? PgConnection.class : org.mariadb.jdbc.Connection.class);
            }
            try (Connection other = engine.connect()) {
                assertThat(other.recoverTwoPhase()).contains(id);
                other.finishTwoPhase(id, true);
            }
            assertThat(count(engine)).isEqualTo(1);
            assertThat(inDoubt(engine)).isEmpty();
        }
    }

    @Test
    @Tag("ENG-10")
    void recoveryCommitsWhatWasDecidedAndRollsBackWhatWasNot() throws Exception {
        TwoPhase.begin(postgresql).close();
        String node = Files.readString(log.resolve("node"));
        String decided = prepareAndAbort(node, "decided");
        prepareAndAbort(node, "undecided");
        prepareAndAbort("0011223344556677", "of another node");
        Files.writeString(log.resolve(decided.substring(0, decided.indexOf('-')) + ".commit"), "postgresql");
        TwoPhase.recover(postgresql, mariadb);
        try (Connection conn = postgresql.connect()) {
            assertThat(conn.execute(select(notes.c("word"))).scalars(String.class))
                    .containsExactly("decided");
            assertThat(conn.recoverTwoPhase()).hasSize(1);
        }
    }

    /** Leaves a branch behind as a crash of a process with that node id would. */
    private String prepareAndAbort(String node, String word) throws Exception {
        byte[] global = HexFormat.of().parseHex(node + HexFormat.of().toHexDigits((long) word.hashCode(), 16));
        PGXADataSource source = new PGXADataSource();
        source.setUrl(POSTGRESQL.database().jdbcUrl());
        source.setUser(POSTGRESQL.database().user());
        source.setPassword(POSTGRESQL.database().password());
        XAConnection xa = source.getXAConnection();
        Xid xid = new TestXid(global);
        xa.getXAResource().start(xid, XAResource.TMNOFLAGS);
        try (java.sql.Statement statement = xa.getConnection().createStatement()) {
            statement.executeUpdate("INSERT INTO notes (word) VALUES ('" + word + "')");
        }
        xa.getXAResource().end(xid, XAResource.TMSUCCESS);
        xa.getXAResource().prepare(xid);
        xa.close();
        return HexFormat.of().formatHex(global) + "-01";
    }

    private record TestXid(byte[] global) implements Xid {
        @Override
        public int getFormatId() {
            return 0x414C5544;
        }

        @Override
        public byte[] getGlobalTransactionId() {
            return global;
        }

        @Override
        public byte[] getBranchQualifier() {
            return new byte[] {1};
        }
    }

    /** As a crash of this process would: the server keeps the branch, the connection is gone. */
    private static void abort(Connection conn, Class<? extends java.sql.Connection> driver) throws SQLException {
        conn.unwrap(driver).abort(Runnable::run);
    }

    @Test
    @Tag("ENG-10")
    void engineWithoutPartIsRefused() {
        try (Engine h2 = Engine.create("h2:///mem:apart");
                TwoPhase tp = TwoPhase.begin(postgresql)) {
            assertThatThrownBy(() -> tp.on(h2))
                    .isInstanceOf(ArgumentException.class)
                    .hasMessageContaining("ALU-0229");
        }
    }

    @Test
    @Tag("ENG-09")
    void databaseThatKeepsNoPreparedTransactionsRefuses() {
        try (Engine sqlite = Engine.create("sqlite://");
                Connection conn = sqlite.connect()) {
            assertThatThrownBy(conn::beginTwoPhase)
                    .isInstanceOf(TransactionStateException.class)
                    .hasMessageContaining("ALU-0225");
            assertThatThrownBy(() -> TwoPhase.begin(postgresql, sqlite)).hasMessageContaining("ALU-0225");
        }
        assertThat(inDoubt(postgresql)).isEmpty();
    }
}
