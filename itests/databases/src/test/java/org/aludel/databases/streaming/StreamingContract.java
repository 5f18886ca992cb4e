package org.aludel.databases.streaming;

import static org.aludel.sql.Sql.column;
import static org.aludel.sql.Sql.literal;
import static org.aludel.sql.Sql.params;
import static org.aludel.sql.Sql.select;
import static org.aludel.sql.Sql.text;
import static org.aludel.types.Types.INTEGER;
import static org.aludel.types.Types.string;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.aludel.engine.Connection;
import org.aludel.engine.Engine;
import org.aludel.engine.ExecutionOptions;
import org.aludel.engine.NestedTransaction;
import org.aludel.engine.Row;
import org.aludel.engine.Transaction;
import org.aludel.errors.DatabaseException;
import org.aludel.errors.InvalidRequestException;
import org.aludel.schema.Column;
import org.aludel.schema.MetaData;
import org.aludel.schema.Table;
import org.aludel.sql.Select;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What streaming promises on every database; a subclass per database says where it is and what else it may do meanwhile. */
@Tag("ENG-07")
abstract class StreamingContract {

    private static final int ROWS = 2_000;
    private static final int PORTION = 100;

    private final MetaData metadata = new MetaData();
    private final Table numbers = metadata.table(
            "numbers", column("id", INTEGER).primaryKey().autoincrement(false), column("name", string(40)));
    private final Column<Integer> id = numbers.c("id");
    private final Select inOrder = select(id, numbers.c("name")).orderBy(id);
    private Engine engine;

    abstract String url();

    /** Whether the connection can do nothing else while rows stream. */
    boolean streamsAlone() {
        return false;
    }

    /** Whether a stream outside a transaction allows queries only. */
    boolean holdsTransaction() {
        return false;
    }

    /** A query of one number a row, the number of which is bad near row 1500; null where no query fails so. */
    @Nullable
    String failingQuery() {
        return "SELECT 1000 / (1500 - id) FROM numbers";
    }

    /** Whether the rows before the bad one are read before the error. */
    boolean failsMidway() {
        return true;
    }

    @BeforeEach
    void fill() {
        engine = Engine.create(url());
        metadata.createAll(engine);
        List<Map<String, Object>> rows = new ArrayList<>();
        for (int n = 0; n < ROWS; n++) {
            rows.add(params("id", n, "name", "number " + n));
        }
        engine.useTransaction(connection -> connection.execute(numbers.insert(), rows));
    }

    @AfterEach
    void drop() {
        metadata.dropAll(engine);
        engine.close();
    }

    @Test
    void allRowsComeInOrderWhateverThePortion() {
        try (Connection connection = engine.connect()) {
            for (int portion : new int[] {1, PORTION, ROWS, ROWS * 2}) {
                try (Stream<Row> rows = connection.stream(inOrder, portion)) {
                    Iterator<Row> each = rows.iterator();
                    for (int n = 0; n < ROWS; n++) {
                        Row row = each.next();
                        assertThat(row.getInt(0)).isEqualTo(n);
                        assertThat(row.getString("name")).isEqualTo("number " + n);
                    }
                    assertThat(each.hasNext()).isFalse();
                }
            }
        }
    }

    @Test
    void closingEarlyLeavesTheConnectionAsItWas() {
        try (Connection connection = engine.connect()) {
            for (int round = 0; round < 3; round++) {
                try (Stream<Row> rows = connection.stream(inOrder, PORTION)) {
                    assertThat(rows.iterator().next().getInt(0)).isZero();
                }
                assertThat(connection.inTransaction()).isFalse();
                connection.execute(numbers.insert(), params("id", ROWS + round, "name", "more"));
            }
        }
        try (Connection other = engine.connect()) {
            assertThat(other.execute(numbers.count()).scalar(Long.class)).isEqualTo(ROWS + 3L);
        }
    }

    @Test
    void closingTheConnectionEndsTheStreamAndReadingOnSaysSo() {
        Connection connection = engine.connect();
        Iterator<Row> rows = connection.stream(inOrder, PORTION).iterator();
        rows.next();
        connection.close();
        assertThatThrownBy(() -> rows.forEachRemaining(row -> {}))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("ALU-0266");
        assertThat(engine.poolStatus().checkedOut()).isZero();
    }

    @Test
    void anErrorMidwayIsSortedAndLeavesTheConnectionUsable() {
        String query = failingQuery();
        Assumptions.assumeTrue(query != null, "no query of this database fails midway");
        try (Connection connection = engine.connect()) {
            List<Integer> read = new ArrayList<>();
            assertThatThrownBy(() -> {
                        try (Stream<Row> rows = connection.stream(text(query), PORTION)) {
                            rows.forEach(row -> read.add(row.getInt(0)));
                        }
                    })
                    .isInstanceOf(DatabaseException.class)
                    .hasMessageContaining("FROM numbers");
            if (failsMidway()) {
                assertThat(read).hasSizeBetween(1_300, 1_500);
            }
            assertThat(connection.inTransaction()).isFalse();
            connection.execute(numbers.insert(), params("id", ROWS, "name", "after"));
            assertThat(connection.execute(numbers.count()).scalar(Long.class)).isEqualTo(ROWS + 1L);
        }
    }

    @Test
    void aQueryWhileRowsStreamIsAnsweredOrRefused() {
        try (Connection connection = engine.connect();
                Transaction transaction = connection.begin()) {
            queriesWhileRowsStream(connection);
            transaction.commit();
        }
    }

    @Test
    void soItIsOutsideATransaction() {
        try (Connection connection = engine.connect()) {
            queriesWhileRowsStream(connection);
        }
    }

    private void queriesWhileRowsStream(Connection connection) {
        long read = 0;
        try (Stream<Row> rows = connection.stream(inOrder, PORTION)) {
            for (Iterator<Row> each = rows.iterator(); each.hasNext(); read++) {
                int n = each.next().getInt(0);
                assertThat(n).isEqualTo((int) read);
                if (n % 400 != 0) {
                    continue;
                }
                if (streamsAlone()) {
                    assertThatThrownBy(() -> connection.execute(numbers.count()))
                            .isInstanceOf(InvalidRequestException.class)
                            .hasMessageContaining("ALU-0258");
                    assertThatThrownBy(connection::beginNested).hasMessageContaining("ALU-0258");
                } else {
                    assertThat(connection.execute(numbers.count()).scalar(Long.class))
                            .isEqualTo(ROWS);
                }
            }
        }
        assertThat(read).isEqualTo(ROWS);
        assertThat(connection.execute(numbers.count()).scalar(Long.class)).isEqualTo(ROWS);
    }

    @Test
    void aWriteWhileRowsStreamInATransactionIsPartOfIt() {
        Assumptions.assumeFalse(streamsAlone(), "nothing else is possible meanwhile");
        try (Connection connection = engine.connect();
                Transaction ignored = connection.begin()) {
            long read = 0;
            try (Stream<Row> rows = connection.stream(inOrder, PORTION)) {
                for (Iterator<Row> each = rows.iterator(); each.hasNext(); read++) {
                    if (each.next().getInt(0) == 500) {
                        connection.execute(
                                numbers.update().set("name", "changed").where(id.eq(3)));
                    }
                }
            }
            assertThat(read).isEqualTo(ROWS);
        }
        try (Connection connection = engine.connect()) {
            assertThat(connection
                            .execute(select(numbers.c("name")).where(id.eq(3)))
                            .scalar())
                    .isEqualTo("number 3");
        }
    }

    @Test
    void aWriteWhileRowsStreamOutsideATransactionCommitsItselfOrIsRefused() {
        try (Connection connection = engine.connect()) {
            try (Stream<Row> rows = connection.stream(inOrder, PORTION)) {
                rows.iterator().next();
                if (holdsTransaction() || streamsAlone()) {
                    assertThatThrownBy(() -> connection.execute(numbers.delete().where(id.eq(1))))
                            .isInstanceOf(InvalidRequestException.class)
                            .hasMessageContaining(streamsAlone() ? "ALU-0258" : "ALU-0259");
                    assertThatThrownBy(connection::begin).isInstanceOf(InvalidRequestException.class);
                    return;
                }
                connection.execute(numbers.delete().where(id.eq(1)));
            }
        }
        try (Connection connection = engine.connect()) {
            assertThat(connection.execute(numbers.count()).scalar(Long.class)).isEqualTo(ROWS - 1L);
        }
    }

    @Test
    void theEndOfTheTransactionEndsTheStream() {
        try (Connection connection = engine.connect()) {
            for (boolean commit : new boolean[] {true, false}) {
                Transaction transaction = connection.begin();
                Iterator<Row> rows = connection.stream(inOrder, PORTION).iterator();
                rows.next();
                if (commit) {
                    transaction.commit();
                } else {
                    transaction.rollback();
                }
                assertThatThrownBy(() -> rows.forEachRemaining(row -> {})).hasMessageContaining("ALU-0266");
                assertThat(connection.execute(numbers.count()).scalar(Long.class))
                        .isEqualTo(ROWS);
            }
        }
    }

    @Test
    void streamingDoesNotCommitWhatTheTransactionWrote() {
        try (Connection connection = engine.connect();
                Transaction transaction = connection.begin()) {
            connection.execute(numbers.delete().where(id.lt(10)));
            try (Stream<Row> rows = connection.stream(inOrder, PORTION)) {
                assertThat(rows.count()).isEqualTo(ROWS - 10L);
            }
            try (NestedTransaction savepoint = connection.beginNested()) {
                connection.execute(numbers.delete().where(id.lt(20)));
                savepoint.rollback();
            }
            transaction.rollback();
            assertThat(connection.execute(numbers.count()).scalar(Long.class)).isEqualTo(ROWS);
        }
    }

    @Test
    void rowsThatDoNotStreamAreReadBesideOtherStatements() {
        try (Connection connection = engine.connect()) {
            long read = 0;
            for (Row row : connection.execute(inOrder)) {
                if (row.getInt(0) % 500 == 0) {
                    assertThat(connection.execute(numbers.count()).scalar(Long.class))
                            .isEqualTo(ROWS);
                    connection.execute(numbers.update().set("name", "read").where(id.eq(row.getInt(0))));
                }
                read++;
            }
            assertThat(read).isEqualTo(ROWS);
        }
    }

    @Test
    void aStatementRunsNormallyAfterAStream() {
        try (Connection connection = engine.connect()) {
            Connection streaming = connection.with(ExecutionOptions.DEFAULT.withYieldPer(PORTION));
            assertThat(streaming.execute(inOrder).all()).hasSize(ROWS);
            assertThat(streaming.execute(select(literal(1))).scalar(Integer.class))
                    .isEqualTo(1);
            assertThat(connection.execute(inOrder).all()).hasSize(ROWS);
        }
    }
}
