package org.aludel.databases.engine;

import static org.aludel.sql.Sql.column;
import static org.aludel.sql.Sql.initiallyDeferred;
import static org.aludel.sql.Sql.params;
import static org.aludel.types.Types.INTEGER;
import static org.aludel.types.Types.string;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.aludel.engine.Connection;
import org.aludel.engine.Engine;
import org.aludel.engine.MultiTransaction;
import org.aludel.errors.ArgumentException;
import org.aludel.errors.IntegrityException;
import org.aludel.errors.InvalidRequestException;
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

/** One function over several databases: PostgreSQL and MariaDB prepare, SQLite does not. */
@Tag("ENG-10")
class MultiTransactionTest {

    private static final String DIRECTORY = "aludel.twophase.directory";

    @RegisterExtension
    static final DatabaseExtension POSTGRESQL = Databases.postgresql().extension();

    @RegisterExtension
    static final DatabaseExtension MARIADB = Databases.mariadb().extension();

    @TempDir
    Path log;

    private final MetaData ofPostgresql = new MetaData();
    private final MetaData ofMariadb = new MetaData();
    private final MetaData ofSqlite = new MetaData();
    private final Table orders = notes(ofPostgresql, "orders");
    private final Table stock = notes(ofMariadb, "stock");
    private final Table entries = notes(ofSqlite, "log");
    private Engine postgresql;
    private Engine mariadb;
    private Engine sqlite;

    private static Table notes(MetaData metadata, String name) {
        return metadata.table(
                name,
                column("id", INTEGER).primaryKey(),
                column("word", string(50)).notNull().unique());
    }

    @BeforeEach
    void start() {
        System.setProperty(DIRECTORY, log.toString());
        postgresql = Engine.create(POSTGRESQL.database().aludelUrl());
        mariadb = Engine.create(MARIADB.database().aludelUrl());
        sqlite = Engine.create("sqlite://");
        ofPostgresql.bind(postgresql).createAll();
        ofMariadb.bind(mariadb).createAll();
        ofSqlite.bind(sqlite).createAll();
    }

    @AfterEach
    void end() {
        ofPostgresql.dropAll();
        ofMariadb.dropAll();
        for (Engine engine : List.of(postgresql, mariadb, sqlite)) {
            engine.close();
        }
        System.clearProperty(DIRECTORY);
    }

    private static void insert(Connection conn, Table table, String word) {
        conn.execute(table.insert(), params("word", word));
    }

    private static long count(Table table) {
        return (Long) table.count().scalar();
    }

    @Test
    void allCommit() {
        String done = MultiTransaction.over(postgresql, mariadb).run(on -> {
            insert(on.engine(postgresql), orders, "bolt");
            insert(on.engine(mariadb), stock, "bolt");
            return "done";
        });
        assertThat(done).isEqualTo("done");
        assertThat(count(orders)).isEqualTo(1);
        assertThat(count(stock)).isEqualTo(1);
    }

    @Test
    void enginesAreFoundFromTheTables() {
        MultiTransaction.ofTables(orders, stock).use(on -> {
            insert(on.table(orders), orders, "bolt");
            insert(on.table(stock), stock, "bolt");
        });
        assertThat(count(orders) + count(stock)).isEqualTo(2);
        Table unbound = notes(new MetaData(), "unbound");
        assertThatThrownBy(() -> MultiTransaction.ofTables(orders, unbound))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("ALU-0176")
                .hasMessageContaining("unbound");
    }

    @Test
    void anErrorRollsAllBackAndComesOutAsItWas() {
        insertAlone(stock, "bolt");
        assertThatThrownBy(() -> MultiTransaction.ofTables(orders, stock).use(on -> {
                    insert(on.table(orders), orders, "bolt");
                    insert(on.table(stock), stock, "bolt");
                }))
                .isInstanceOf(IntegrityException.class);
        assertThatThrownBy(() -> MultiTransaction.ofTables(orders, stock).use(on -> {
                    insert(on.table(orders), orders, "nut");
                    insert(on.table(stock), stock, "nut");
                    throw new IOException("the user's own");
                }))
                .isExactlyInstanceOf(IOException.class);
        assertThat(count(orders)).isZero();
        assertThat(count(stock)).isEqualTo(1);
    }

    private static void insertAlone(Table table, String word) {
        table.insert().values(params("word", word)).execute();
    }

    @Test
    void whereADatabaseCanNotPrepareNothingIsBegunAndItIsNamed() {
        assertThatThrownBy(() ->
                        MultiTransaction.ofTables(orders, entries).use(on -> insert(on.table(orders), orders, "bolt")))
                .isInstanceOf(TransactionStateException.class)
                .hasMessageContaining("ALU-0273")
                .hasMessageContaining("sqlite")
                .hasMessageContaining("bestEffort()");
        assertThat(count(orders)).isZero();
    }

    @Test
    void bestEffortCommitsOneAfterTheOther() {
        MultiTransaction both = MultiTransaction.ofTables(orders, entries).bestEffort();
        both.use(on -> {
            insert(on.table(orders), orders, "bolt");
            insert(on.table(entries), entries, "bolt");
        });
        assertThat(count(orders) + count(entries)).isEqualTo(2);
        assertThatThrownBy(() -> both.use(on -> {
                    insert(on.table(orders), orders, "nut");
                    insert(on.table(entries), entries, "bolt");
                }))
                .isInstanceOf(IntegrityException.class);
        assertThat(count(orders) + count(entries)).isEqualTo(2);
    }

    @Test
    void bestEffortTellsWhatHadCommittedWhenALaterCommitFailed() {
        Table parts = ofPostgresql.table(
                "parts",
                column("id", INTEGER).primaryKey(),
                column("order_id", INTEGER).references("orders.id", initiallyDeferred()));
        ofPostgresql.createAll();
        assertThatThrownBy(() -> MultiTransaction.over(sqlite, postgresql)
                        .bestEffort()
                        .use(on -> {
                            insert(on.engine(sqlite), entries, "bolt");
                            on.engine(postgresql).execute(parts.insert(), params("order_id", 77));
                        }))
                .isInstanceOf(TransactionStateException.class)
                .hasMessageContaining("ALU-0274")
                .hasMessageContaining("committed on " + sqlite.name())
                .hasMessageContaining("failed on " + postgresql.name());
        assertThat(count(entries)).isEqualTo(1);
        assertThat(count(parts)).isZero();
    }

    @Test
    void oneDatabaseNeedsNoSecondPhase() {
        MultiTransaction.ofTables(entries, entries).use(on -> insert(on.table(entries), entries, "bolt"));
        assertThat(count(entries)).isEqualTo(1);
    }

    @Test
    void misuseIsRefused() {
        assertThatThrownBy(MultiTransaction::over)
                .isInstanceOf(ArgumentException.class)
                .hasMessageContaining("ALU-0272");
        assertThatThrownBy(() -> MultiTransaction.over(sqlite).use(on -> on.engine(mariadb)))
                .hasMessageContaining("ALU-0229");
    }
}
