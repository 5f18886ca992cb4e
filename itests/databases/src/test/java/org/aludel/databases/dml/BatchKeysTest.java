package org.aludel.databases.dml;

import static org.aludel.sql.Sql.column;
import static org.aludel.sql.Sql.params;
import static org.aludel.sql.Sql.select;
import static org.aludel.types.Types.BOOLEAN;
import static org.aludel.types.Types.DATE;
import static org.aludel.types.Types.DOUBLE;
import static org.aludel.types.Types.INTEGER;
import static org.aludel.types.Types.TIMESTAMP;
import static org.aludel.types.Types.TIMESTAMP_TZ;
import static org.aludel.types.Types.UUID;
import static org.aludel.types.Types.numeric;
import static org.aludel.types.Types.string;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.aludel.engine.AfterExecute;
import org.aludel.engine.Connection;
import org.aludel.engine.Engine;
import org.aludel.engine.EventRegistration;
import org.aludel.engine.Result;
import org.aludel.engine.Row;
import org.aludel.errors.ArgumentException;
import org.aludel.errors.IntegrityException;
import org.aludel.errors.InvalidRequestException;
import org.aludel.schema.MetaData;
import org.aludel.schema.Table;
import org.aludel.sql.Capability;
import org.aludel.testing.DatabaseExtension;
import org.aludel.testing.Databases;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Keys of batches: whose row is whose, and how many statements it takes. */
@Tag("ENG-03")
@Tag("ENG-07")
final class BatchKeysTest {

    private static final int ROWS = 301;

    @RegisterExtension
    static final DatabaseExtension POSTGRESQL = Databases.postgresql().extension();

    @RegisterExtension
    static final DatabaseExtension MARIADB = Databases.mariadb().extension();

    @RegisterExtension
    static final DatabaseExtension FIREBIRD = Databases.firebird().extension();

    @TempDir
    static Path directory;

    private final AtomicInteger defaults = new AtomicInteger();
    private final MetaData metadata = new MetaData();
    private final Table users = metadata.table(
            "users",
            column("id", INTEGER).primaryKey(),
            column("name", string(50)).notNull().unique(),
            column("age", INTEGER),
            column("number", INTEGER).defaultFrom(defaults::incrementAndGet));
    private final Table tokens = metadata.table("tokens", column("id", UUID).primaryKey(), column("note", string(50)));

    private final Table samples = samples(metadata, 9);

    /** What a program may say of the same table: fewer digits than it has. */
    private final Table samplesOfFewDigits = samples(new MetaData(), 2);

    private final Table places = metadata.table(
            "places",
            column("x", INTEGER).primaryKey().autoincrement(false),
            column("y", INTEGER).primaryKey(),
            column("name", string(50)));

    private static Table samples(MetaData metadata, int scale) {
        return metadata.table(
                "samples",
                column("id", INTEGER).primaryKey(),
                column("amount", numeric(18, scale)),
                column("moment", TIMESTAMP),
                column("point", TIMESTAMP_TZ),
                column("day", DATE),
                column("token", UUID),
                column("text", string(50)),
                column("real", DOUBLE),
                column("truth", BOOLEAN));
    }

    static Stream<String> databases() {
        return Stream.of("h2", "hsqldb", "derby", "sqlite", "postgresql", "mariadb", "firebird");
    }

    private static String url(String database) {
        return switch (database) {
            case "postgresql" -> POSTGRESQL.database().aludelUrl();
            case "mariadb" -> MARIADB.database().aludelUrl();
            case "firebird" -> FIREBIRD.database().aludelUrl();
            case "sqlite" -> "sqlite:///" + directory.resolve("keys.db");
            case "derby" -> "derby:///memory:keys";
            default -> database + ":///mem:keys";
        };
    }

    /** Statements that a batch of {@link #ROWS} takes. */
    private static int statements(String database) {
        return switch (database) {
            case "h2", "hsqldb", "firebird", "postgresql" -> 1;
            case "mariadb", "sqlite" -> 15; // 256 + 32 + 3 * 4 + 1
            default -> ROWS;
        };
    }

    private interface Work {
        void with(Engine engine, Connection connection);
    }

    private void on(String database, Work work) {
        try (Engine engine = Engine.create(url(database))) {
            metadata.createAll(engine);
            try (Connection connection = engine.connect()) {
                work.with(engine, connection);
            } finally {
                metadata.dropAll(engine);
            }
        }
    }

    private static List<Map<String, Object>> shuffled() {
        List<Map<String, Object>> sets = new ArrayList<>();
        for (int i = 0; i < ROWS; i++) {
            sets.add(params("name", "user " + i, "age", i % 7 == 0 ? null : i));
        }
        Collections.shuffle(sets, new Random(7));
        return sets;
    }

    @ParameterizedTest
    @MethodSource("databases")
    void keysComeInTheOrderOfTheSetsInFewStatements(String database) {
        on(database, (engine, connection) -> {
            List<Map<String, Object>> sets = shuffled();
            AtomicInteger statements = new AtomicInteger();
            List<Row> keys;
            try (EventRegistration ignored = engine.on(AfterExecute.class, e -> statements.incrementAndGet())) {
                keys = connection.executeForKeys(users.insert(), sets);
            }
            assertThat(keys).hasSize(ROWS);
            Map<Integer, String> there = new java.util.HashMap<>();
            for (Row row : connection.execute(select(users.c("id"), users.c("name"), users.c("number")))) {
                there.put(row.getInt(0), row.getString(1));
                assertThat(row.getInt(2)).isPositive();
            }
            for (int i = 0; i < ROWS; i++) {
                assertThat(there.get(keys.get(i).getInt("id")))
                        .isEqualTo(sets.get(i).get("name"));
            }
            assertThat(defaults.get()).isEqualTo(ROWS);
            assertThat(statements.get()).isLessThanOrEqualTo(statements(database));
        });
    }

    @ParameterizedTest
    @MethodSource("databases")
    void returningOfABatchGivesItsColumnsInTheOrderOfTheSets(String database) {
        on(database, (engine, connection) -> {
            Assumptions.assumeTrue(
                    engine.dialect().supports(Capability.INSERT_RETURNING), "the database has no RETURNING");
            List<Map<String, Object>> sets = shuffled();
            AtomicInteger statements = new AtomicInteger();
            Result result;
            try (EventRegistration ignored = engine.on(AfterExecute.class, e -> statements.incrementAndGet())) {
                result = connection.execute(users.insert().returning(users.c("age"), users.c("name")), sets);
            }
            assertThat(result.keys()).containsExactly("age", "name");
            assertThat(result.rowCount()).isEqualTo(ROWS);
            List<Row> rows = result.all();
            for (int i = 0; i < ROWS; i++) {
                assertThat(rows.get(i).size()).isEqualTo(2);
                assertThat(rows.get(i).get("name")).isEqualTo(sets.get(i).get("name"));
                assertThat((Object) rows.get(i).get("age"))
                        .isEqualTo(sets.get(i).get("age"));
            }
            assertThat(statements.get()).isLessThanOrEqualTo(statements(database));
        });
    }

    @ParameterizedTest
    @MethodSource("databases")
    void keysThatWereGivenComeBackAsGiven(String database) {
        on(database, (engine, connection) -> {
            List<Row> keys = connection.executeForKeys(
                    users.insert(),
                    List.of(
                            params("id", 30, "name", "c"),
                            params("id", 10, "name", "a"),
                            params("id", 20, "name", "b")));
            assertThat(keys).extracting(key -> key.getInt(0)).containsExactly(30, 10, 20);
            assertThat(connection
                            .execute(select(users.c("name")).orderBy(users.c("id")))
                            .scalars(String.class))
                    .containsExactly("a", "b", "c");
            java.util.UUID one = java.util.UUID.fromString("00000000-0000-0000-0000-000000000002");
            java.util.UUID two = java.util.UUID.fromString("00000000-0000-0000-0000-000000000001");
            assertThat(connection.executeForKeys(
                            tokens.insert(), List.of(params("id", one, "note", "1"), params("id", two, "note", "2"))))
                    .extracting(key -> key.get(0, java.util.UUID.class))
                    .containsExactly(one, two);
            assertThat(connection.executeForKeys(
                            places.insert(),
                            List.of(params("x", 2, "y", 1, "name", "p"), params("x", 1, "y", 1, "name", "q"))))
                    .extracting(key -> key.getInt("x") * 10 + key.getInt("y"))
                    .containsExactly(21, 11);
        });
    }

    @ParameterizedTest
    @MethodSource("databases")
    void aSetThatFailsIsReportedAndLeavesNothingInItsTransaction(String database) {
        on(database, (engine, connection) -> {
            assertThatThrownBy(() -> engine.useTransaction(own -> own.executeForKeys(
                            users.insert(), List.of(params("name", "a"), params("name", "b"), params("name", "a")))))
                    .isInstanceOf(IntegrityException.class);
            assertThat(connection.execute(users.count()).scalar(Long.class)).isZero();
        });
    }

    @ParameterizedTest
    @MethodSource("databases")
    void setsAreCheckedBeforeAnythingIsSent(String database) {
        on(database, (engine, connection) -> {
            assertThat(connection.executeForKeys(users.insert(), List.of())).isEmpty();
            assertThatThrownBy(() -> connection.executeForKeys(
                            users.insert(), List.of(params("name", "a", "age", 1), params("name", "b"))))
                    .isInstanceOf(ArgumentException.class)
                    .hasMessageContaining("ALU-0230");
            assertThat(connection.execute(users.count()).scalar(Long.class)).isZero();
            MetaData other = new MetaData();
            Table keyless = other.table("keyless", column("n", INTEGER));
            other.createAll(engine);
            try {
                assertThatThrownBy(() ->
                                connection.executeForKeys(keyless.insert(), List.of(params("n", 1), params("n", 2))))
                        .isInstanceOf(InvalidRequestException.class)
                        .hasMessageContaining("ALU-0239");
            } finally {
                other.dropAll(engine);
            }
        });
    }

    private static List<Map<String, Object>> hardSamples() {
        Object[] amounts = {"0", "-0.000000001", "123456789.123456789", "1E+3", "-999999999.999999999", null};
        Object[] texts = {"", "NULL", "a,b", "{x}", "say \"no\" \\", null};
        Object[] moments = {"1970-01-01T00:00:00", "2024-02-29T23:59:59.120", "0999-03-01T12:30:00", null};
        List<Map<String, Object>> sets = new ArrayList<>();
        for (int i = 0; i < 24; i++) {
            Object amount = amounts[i % amounts.length];
            Object moment = moments[i % moments.length];
            sets.add(params(
                    "amount",
                    amount == null ? null : new BigDecimal((String) amount),
                    "moment",
                    moment == null ? null : LocalDateTime.parse((String) moment),
                    "point",
                    moment == null || i % 4 == 2
                            ? null
                            : LocalDateTime.parse((String) moment).atOffset(ZoneOffset.ofHours(i % 3)),
                    "day",
                    i % 5 == 0 ? null : LocalDate.of(1600 + 31 * i, 1 + i % 12, 1 + i),
                    "token",
                    i % 5 == 1 ? null : new java.util.UUID(i * 0x9E3779B97F4A7C15L, ~i),
                    "text",
                    texts[i % texts.length],
                    "real",
                    i % 5 == 2 ? null : i * Math.PI,
                    "truth",
                    i % 3 == 0 ? null : i % 2 == 0));
        }
        return sets;
    }

    @ParameterizedTest
    @MethodSource("databases")
    void valuesOfManySetsAreStoredAsThoseOfOne(String database) {
        on(database, (engine, connection) -> {
            List<Map<String, Object>> sets = hardSamples();
            List<Integer> together = connection.executeForKeys(samplesOfFewDigits.insert(), sets).stream()
                    .map(key -> key.getInt(0))
                    .toList();
            for (int i = 0; i < sets.size(); i++) {
                Row single = connection
                        .execute(samplesOfFewDigits.insert(), sets.get(i))
                        .insertedPrimaryKey();
                assertThat(stored(connection, together.get(i)))
                        .as("%s", sets.get(i))
                        .isEqualTo(stored(connection, single.getInt(0)));
            }
        });
    }

    private List<Object> stored(Connection connection, int id) {
        List<Object> values = new ArrayList<>(connection
                .execute(select(samples).where(samples.<Integer>c("id").eq(id)))
                .one()
                .toList());
        assertThat(values.remove(0)).isEqualTo(id);
        return values;
    }
}
