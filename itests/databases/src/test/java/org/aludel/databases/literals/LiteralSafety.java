package org.aludel.databases.literals;

import static org.aludel.sql.Sql.column;
import static org.aludel.sql.Sql.literal;
import static org.aludel.sql.Sql.select;
import static org.aludel.types.Types.BIGINT;
import static org.aludel.types.Types.BINARY;
import static org.aludel.types.Types.DATE;
import static org.aludel.types.Types.DOUBLE;
import static org.aludel.types.Types.INTEGER;
import static org.aludel.types.Types.TIME;
import static org.aludel.types.Types.TIMESTAMP;
import static org.aludel.types.Types.numeric;
import static org.aludel.types.Types.string;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.aludel.engine.Connection;
import org.aludel.engine.Engine;
import org.aludel.engine.Transaction;
import org.aludel.errors.CompileException;
import org.aludel.schema.Column;
import org.aludel.schema.MetaData;
import org.aludel.schema.Table;
import org.aludel.sql.Statement;
import org.aludel.types.Type;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Each value is written as a literal by an INSERT, found by a literal in a condition, and read back. */
@Tag("SQL-04")
abstract class LiteralSafety {

    private static final int RANDOM_TEXTS = 150;

    /** What could end a literal, begin a comment, or be taken for a parameter by a driver. */
    private static final List<String> PIECES = List.of(
            "'",
            "''",
            "\"",
            "`",
            "\\",
            "\\'",
            "\\\\",
            "--",
            "-- ",
            "#",
            "/*",
            "*/",
            ";",
            "?",
            "??",
            ":name",
            "$1",
            "$$",
            "${x}",
            "{d '2024-01-01'}",
            "{fn now()}",
            "%",
            "%s",
            "_",
            "\n",
            "\r",
            "\t",
            "\b",
            "\u001a",
            "a",
            "é",
            "ß",
            "Ω",
            "日",
            "\u2028",
            "\u00a0",
            " OR 1=1",
            "'; DROP TABLE literal_safety; --",
            "N'",
            "E'",
            "X'41'",
            "]]",
            "[",
            "(",
            ")");

    private Engine engine;

    abstract String url();

    /** Whether text may hold characters outside the basic plane. */
    boolean takesSupplementaryCharacters() {
        return true;
    }

    /** Whether comments on columns are kept. */
    boolean takesComments() {
        return engine.dialect().supports(org.aludel.sql.Capability.COMMENTS);
    }

    /** A type of bytes that literals can be written for. */
    Type<byte[]> binaryType() {
        return BINARY;
    }

    @BeforeEach
    void open() {
        engine = Engine.create(url());
    }

    @AfterEach
    void close() {
        engine.close();
    }

    private List<String> texts() {
        Random random = new Random(42);
        List<String> texts = new ArrayList<>(PIECES);
        if (takesSupplementaryCharacters()) {
            texts.add("😀'😀");
        }
        for (int i = 0; i < RANDOM_TEXTS; i++) {
            StringBuilder text = new StringBuilder();
            int pieces = 1 + random.nextInt(6);
            for (int n = 0; n < pieces; n++) {
                text.append(PIECES.get(random.nextInt(PIECES.size())));
            }
            // blanks at the end are not everywhere compared
            texts.add(text.append('.').toString());
        }
        return texts;
    }

    @Test
    void hostileTexts() throws SQLException {
        keeps(string(400), texts(), true);
    }

    @Test
    void integers() throws SQLException {
        keeps(INTEGER, List.of(0, 1, -1, Integer.MAX_VALUE, Integer.MIN_VALUE), true);
        keeps(BIGINT, List.of(0L, -1L, Long.MAX_VALUE, Long.MIN_VALUE + 1), true);
    }

    @Test
    void decimals() throws SQLException {
        List<BigDecimal> decimals = new ArrayList<>();
        for (String text : List.of("0.00", "-0.01", "12345.67", "-99999.99", "1E+3")) {
            decimals.add(new BigDecimal(text).setScale(2));
        }
        keeps(numeric(12, 2), decimals, true);
    }

    @Test
    void doubles() throws SQLException {
        keeps(DOUBLE, List.of(0d, -0.5, 1e100, -1.25e-100, 0.1), false);
    }

    @Test
    void numbersThatAreNoneAreRefused() {
        for (double none : new double[] {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY}) {
            assertThatThrownBy(() -> engine.dialect()
                            .compile(select(literal(none, DOUBLE).label("v")))
                            .inlined())
                    .isInstanceOf(CompileException.class)
                    .hasMessageContaining("ALU-0196");
        }
    }

    @Test
    void theCharacterNulIsRefused() {
        assertThatThrownBy(() -> engine.dialect()
                        .compile(select(literal("a\0b").label("v")))
                        .inlined())
                .isInstanceOf(CompileException.class)
                .hasMessageContaining("ALU-0195");
    }

    @Test
    void datesAndTimes() throws SQLException {
        keeps(DATE, List.of(LocalDate.of(2024, 2, 29), LocalDate.of(1900, 1, 1), LocalDate.of(9999, 12, 31)), true);
        keeps(TIME, List.of(LocalTime.of(0, 0), LocalTime.of(23, 59, 59)), true);
        keeps(TIMESTAMP, List.of(LocalDateTime.of(2024, 2, 29, 1, 2, 3), LocalDateTime.of(1999, 12, 31, 0, 0)), true);
    }

    @Test
    void binaries() throws SQLException {
        byte[] every = new byte[256];
        for (int i = 0; i < every.length; i++) {
            every[i] = (byte) i;
        }
        keeps(binaryType(), List.of(every, new byte[] {39, 92, 0, 39}), false);
    }

    @Test
    void aMinusBeforeANegativeNumberBeginsNoComment() throws SQLException {
        MetaData own = new MetaData();
        Table table = own.table(
                "literal_safety", column("id", INTEGER).primaryKey().autoincrement(false), column("v", INTEGER));
        own.createAll(engine);
        try (Connection connection = engine.connect();
                Transaction transaction = connection.begin()) {
            run(connection, table.insert().set("id", 1).set("v", 5));
            Column<Integer> v = table.c("v");
            assertThat(count(
                            connection,
                            table.count(
                                    v.minus(literal(-2)).eq(7), v.eq(literal(-5).negate()))))
                    .isEqualTo(1);
            transaction.rollback();
        } finally {
            own.dropAll(engine);
        }
    }

    @Test
    void textsAsDefaultsAndComments() {
        List<String> texts = texts().subList(0, PIECES.size());
        for (int i = 0; i < texts.size(); i++) {
            String text = texts.get(i);
            MetaData own = new MetaData();
            Column<String> column = column("v", string(100)).serverDefault(text);
            Table table = own.table(
                    "literal_defaults",
                    column("id", INTEGER).primaryKey().autoincrement(false),
                    takesComments() ? column.comment(text) : column);
            own.createAll(engine);
            try {
                engine.useTransaction(c -> {
                    c.execute(table.insert().set("id", 1));
                    assertThat(c.execute(select(table.<String>c("v"))).scalar(String.class))
                            .isEqualTo(text);
                });
            } finally {
                own.dropAll(engine);
            }
        }
    }

    private <T> void keeps(Type<T> type, List<T> values, boolean comparable) throws SQLException {
        MetaData own = new MetaData();
        Table table =
                own.table("literal_safety", column("id", INTEGER).primaryKey().autoincrement(false), column("v", type));
        Column<T> v = table.c("v");
        own.createAll(engine);
        try (Connection connection = engine.connect();
                Transaction transaction = connection.begin()) {
            for (int i = 0; i < values.size(); i++) {
                run(connection, table.insert().set("id", i).set(v, values.get(i)));
                if (comparable) {
                    assertThat(count(
                                    connection,
                                    table.count(
                                            v.eq(values.get(i)),
                                            table.<Integer>c("id").eq(i))))
                            .as("found by %s", values.get(i))
                            .isEqualTo(1);
                }
            }
            List<T> read = connection
                    .execute(select(v).orderBy(table.<Integer>c("id")))
                    .scalars(v);
            for (int i = 0; i < values.size(); i++) {
                assertThat(read.get(i)).isEqualTo(values.get(i));
            }
            transaction.rollback();
        } finally {
            own.dropAll(engine);
        }
    }

    /** Runs a statement as text without any parameter, past the engine. */
    private void run(Connection connection, Statement statement) throws SQLException {
        try (java.sql.Statement plain =
                connection.unwrap(java.sql.Connection.class).createStatement()) {
            plain.setEscapeProcessing(false);
            plain.execute(engine.dialect().compile(statement).inlined());
        }
    }

    private long count(Connection connection, Statement statement) throws SQLException {
        try (java.sql.Statement plain =
                connection.unwrap(java.sql.Connection.class).createStatement()) {
            plain.setEscapeProcessing(false);
            try (java.sql.ResultSet rows =
                    plain.executeQuery(engine.dialect().compile(statement).inlined())) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }
}
