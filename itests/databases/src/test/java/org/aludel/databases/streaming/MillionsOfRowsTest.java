package org.aludel.databases.streaming;

import static org.aludel.sql.Sql.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.UUID;
import org.aludel.databases.streaming.SmallHeap.Reading;
import org.aludel.engine.Engine;
import org.aludel.testing.DatabaseExtension;
import org.aludel.testing.Databases;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * Millions of rows pass through a heap of 48 MiB, of which most stays free; the same query read without streaming does not
 * fit. {@code -Daludel.streaming.rows=...} sets the number of rows; 5 million by default, which is some seconds a database.
 */
@Tag("ENG-07")
final class MillionsOfRowsTest {

    private static final long ROWS = Long.getLong("aludel.streaming.rows", 5_000_000);
    private static final long FEWER = ROWS / 10;
    private static final long CROSSED = 1_000_000;
    private static final long FLAT = 24;
    private static final String DIGITS = "CREATE TABLE digits (n INTEGER)";
    private static final String TEN = "INSERT INTO digits VALUES (0), (1), (2), (3), (4), (5), (6), (7), (8), (9)";

    @RegisterExtension
    static final DatabaseExtension POSTGRESQL = Databases.postgresql().extension();

    @RegisterExtension
    static final DatabaseExtension MARIADB = Databases.mariadb().extension();

    @RegisterExtension
    static final DatabaseExtension FIREBIRD = Databases.firebird().extension();

    @TempDir
    Path directory;

    private static String postgreSqlRows(long rows) {
        return "SELECT g AS id, 'a row with number ' || g AS name FROM generate_series(1, " + rows + ") g";
    }

    private static String mariaDbRows(long rows) {
        return "SELECT seq AS id, concat('a row with number ', seq) AS name FROM seq_1_to_" + rows;
    }

    private static void streams(String url, String query, long rows, String how, String... before) {
        Reading reading = SmallHeap.read(url, query, rows, how, before);
        assertThat(reading.rows()).isEqualTo(rows);
        assertThat(reading.sum()).isEqualTo(rows * (rows + 1) / 2);
        assertThat(reading.mebibytes()).isLessThan(FLAT);
    }

    private static void doesNotFit(String url, String query, String how) {
        assertThat(SmallHeap.run(url, query, ROWS, how))
                .containsAnyOf("OutOfMemoryError", "Out of memory", "Ran out of memory")
                .doesNotContain("READ");
    }

    @Test
    void postgreSqlStreamsOutsideATransactionToo() {
        streams(POSTGRESQL.database().aludelUrl(), postgreSqlRows(ROWS), ROWS, "stream");
        streams(POSTGRESQL.database().aludelUrl(), postgreSqlRows(FEWER), FEWER, "yieldPer");
    }

    @Test
    void postgreSqlWithoutStreamingReadsAllIntoMemory() {
        doesNotFit(POSTGRESQL.database().aludelUrl(), postgreSqlRows(ROWS), "plain");
    }

    @Test
    void mariaDbStreams() {
        streams(MARIADB.database().aludelUrl(), mariaDbRows(ROWS), ROWS, "stream");
        streams(MARIADB.database().aludelUrl(), mariaDbRows(FEWER), FEWER, "yieldPer");
    }

    @Test
    void mariaDbWithoutStreamingReadsAllIntoMemory() {
        doesNotFit(MARIADB.database().aludelUrl(), mariaDbRows(ROWS), "plain");
    }

    @Test
    void h2StreamsByItsLazyMode() {
        String from = " AS id, 'a row with number ' || x AS name FROM system_range(1, ";
        String url = "h2:///mem:" + UUID.randomUUID();
        streams(url, "SELECT x" + from + ROWS + ")", ROWS, "stream");
        doesNotFit(url, "SELECT x" + from + ROWS + ")", "plain");
    }

    @Test
    void sqliteStreamsWhetherAskedToOrNot() {
        String query = "WITH RECURSIVE t (id) AS (VALUES (1) UNION ALL SELECT id + 1 FROM t WHERE id < " + FEWER
                + ") SELECT id, 'a row with number ' || id AS name FROM t";
        streams("sqlite:///" + directory.resolve("rows.db"), query, FEWER, "stream");
        streams("sqlite:///" + directory.resolve("rows.db"), query, FEWER, "plain");
    }

    @Test
    void derbyStreamsWhetherAskedToOrNot() {
        String url = "derby:///memory:" + UUID.randomUUID();
        streams(url, crossJoin("CHAR(a.n)"), CROSSED, "stream", DIGITS, TEN);
        streams(url, crossJoin("CHAR(a.n)"), CROSSED, "plain", DIGITS, TEN);
    }

    @Test
    void firebirdStreams() {
        String url = FIREBIRD.database().aludelUrl();
        try (Engine engine = Engine.create(url)) {
            engine.useTransaction(connection -> connection.execute(text(DIGITS)));
            engine.useTransaction(connection -> {
                for (int n = 0; n < 10; n++) {
                    connection.execute(text("INSERT INTO digits VALUES (" + n + ")"));
                }
            });
        }
        streams(url, crossJoin("CAST(a.n AS VARCHAR(10))"), CROSSED, "stream");
    }

    /** Numbers from 1 to {@link #CROSSED}, made of a table of ten digits. */
    private static String crossJoin(String name) {
        return "SELECT 1 + a.n + 10 * b.n + 100 * c.n + 1000 * d.n + 10000 * e.n + 100000 * f.n, 'a row with number ' || "
                + name + " FROM digits a, digits b, digits c, digits d, digits e, digits f";
    }

    @Test
    void hsqldbInTheSameProcessMakesTheWholeResultFirst() {
        String query = "SELECT x AS id, 'a row with number ' || x AS name FROM UNNEST(SEQUENCE_ARRAY(1, " + ROWS
                + ", 1)) AS t (x)";
        doesNotFit("hsqldb:///mem:" + UUID.randomUUID(), query, "stream");
    }
}
