package org.aludel.databases.sql;

import static org.aludel.sql.Sql.case_;
import static org.aludel.sql.Sql.column;
import static org.aludel.sql.Sql.count;
import static org.aludel.sql.Sql.func;
import static org.aludel.sql.Sql.not;
import static org.aludel.sql.Sql.params;
import static org.aludel.sql.Sql.select;
import static org.aludel.sql.Sql.unionAll;
import static org.aludel.types.Types.BOOLEAN;
import static org.aludel.types.Types.DATE;
import static org.aludel.types.Types.INTEGER;
import static org.aludel.types.Types.INTERVAL;
import static org.aludel.types.Types.TIMESTAMP;
import static org.aludel.types.Types.UNKNOWN;
import static org.aludel.types.Types.string;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.aludel.engine.Connection;
import org.aludel.engine.Engine;
import org.aludel.errors.CompileException;
import org.aludel.schema.Column;
import org.aludel.schema.MetaData;
import org.aludel.schema.Table;
import org.aludel.sql.BindParameter;
import org.aludel.sql.Capability;
import org.aludel.sql.Expr;
import org.aludel.sql.Select;
import org.aludel.sql.TableAlias;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Statements at the edge of what databases take: no rows, no values, truth by itself, names instead of expressions. */
abstract class SqlEdges {

    private final MetaData tables = new MetaData();
    private final Table pets = tables.table(
            "edge_pets",
            column("id", INTEGER).primaryKey(),
            column("name", string(20)),
            column("tame", BOOLEAN),
            column("born", DATE));
    private final Column<Integer> id = pets.c("id");
    private final Column<String> name = pets.c("name");
    private final Column<Boolean> tame = pets.c("tame");
    private final Column<LocalDate> born = pets.c("born");

    abstract String url();

    /** A database in which no other transaction of the test is open. */
    String freeUrl() {
        return url();
    }

    private void withPets(Consumer<Connection> work) {
        try (Engine engine = Engine.create(freeUrl())) {
            tables.createAll(engine);
            try {
                engine.useTransaction(connection -> {
                    connection.execute(
                            pets.insert(),
                            List.of(
                                    params("id", 1, "name", "rex", "tame", true, "born", LocalDate.of(2020, 2, 29)),
                                    params("id", 2, "name", "tom", "tame", false, "born", LocalDate.of(1500, 3, 1)),
                                    params("id", 3, "name", null, "tame", null, "born", LocalDate.of(1582, 10, 4))));
                });
                engine.useTransaction(work::accept);
            } finally {
                tables.dropAll(engine);
            }
        }
    }

    private static List<Integer> ids(Connection connection, Select select) {
        return connection.execute(select).scalars(Integer.class);
    }

    @Test
    @Tag("SQL-11")
    void limitOfNoRowsGivesNone() {
        withPets(connection -> {
            Select all = select(id).orderBy(id);
            assertThat(ids(connection, all.limit(0))).isEmpty();
            assertThat(ids(connection, all.limit(2))).containsExactly(1, 2);
            assertThat(ids(connection, all.limit(0).offset(1))).isEmpty();
            assertThat(ids(connection, all.limit(1).offset(1))).containsExactly(2);
            assertThat(connection.execute(select(count(id)).limit(0)).all()).isEmpty();
            assertThat(connection
                            .execute(unionAll(select(id), select(id)).limit(0))
                            .all())
                    .isEmpty();
            assertThat(ids(connection, all.offset(5))).isEmpty();
        });
    }

    @Test
    @Tag("SQL-05")
    void emptyListsAreConditionsAndValues() {
        withPets(connection -> {
            assertThat(ids(connection, select(id).where(id.in(List.of())))).isEmpty();
            assertThat(ids(connection, select(id).where(id.notIn(List.of())).orderBy(id)))
                    .containsExactly(1, 2, 3);
            assertThat(ids(
                            connection,
                            select(id)
                                    .where(not(id.in(List.of())), name.isNotNull())
                                    .orderBy(id)))
                    .containsExactly(1, 2);
            Expr<Integer> found = case_(id.in(List.of()), 1).otherwise(0);
            assertThat(ids(connection, select(found.label("found")))).containsExactly(0, 0, 0);
        });
    }

    @Test
    @Tag("SQL-02")
    void truthStandsByItselfAndIsCompared() {
        withPets(connection -> {
            assertThat(ids(connection, select(id).where(tame.is(true)))).containsExactly(1);
            assertThat(ids(connection, select(id).where(tame.is(false)))).containsExactly(2);
            assertThat(ids(connection, select(id).where(tame.isNot(true)).orderBy(id)))
                    .contains(2);
            assertThat(ids(connection, select(id).where(tame))).containsExactly(1);
            assertThat(ids(connection, select(id).where(not(tame)))).containsExactly(2);
            assertThat(ids(connection, select(id).where(tame.eq(true)))).containsExactly(1);
            assertThat(ids(connection, select(id).where(tame).where(id.lt(3)))).containsExactly(1);
        });
    }

    @Test
    @Tag("SQL-06")
    void labelsNameWhatRowsAreGroupedAndOrderedBy() {
        withPets(connection -> {
            Expr<Integer> size = func("char_length", INTEGER, name).label("size");
            assertThat(connection
                            .execute(select(size, count(id).label("n"))
                                    .where(name.isNotNull())
                                    .groupBy("size")
                                    .orderBy("size"))
                            .all())
                    .singleElement()
                    .satisfies(row -> assertThat(row.getLong("n")).isEqualTo(2));
        });
    }

    @Test
    @Tag("SQL-11")
    void distinctRowsPutNullsWhereTheyAreWanted() {
        withPets(connection -> {
            assertThat(connection
                            .execute(select(name).distinct().orderBy(name.asc().nullsFirst()))
                            .scalars(String.class))
                    .containsExactly(null, "rex", "tom");
            assertThat(connection
                            .execute(select(name).distinct().orderBy(name.desc().nullsLast()))
                            .scalars(String.class))
                    .containsExactly("tom", "rex", null);
        });
    }

    @Test
    @Tag("TYP-01")
    void daysBeforeTheGregorianCalendarStayTheSame() {
        withPets(connection -> {
            assertThat(connection.execute(select(born).orderBy(id)).scalars(LocalDate.class))
                    .containsExactly(LocalDate.of(2020, 2, 29), LocalDate.of(1500, 3, 1), LocalDate.of(1582, 10, 4));
            assertThat(ids(connection, select(id).where(born.eq(LocalDate.of(1500, 3, 1)))))
                    .containsExactly(2);
            assertThat(ids(connection, select(id).where(born.lt(LocalDate.of(1582, 10, 4)))))
                    .containsExactly(2);
        });
    }

    @Test
    @Tag("TYP-01")
    void timesWrittenIntoTheTextAreThoseThatAreStored() {
        Table walks = new MetaData()
                .table(
                        "edge_walks",
                        column("id", INTEGER).primaryKey().autoincrement(false),
                        column("began", TIMESTAMP),
                        column("length", INTERVAL));
        Column<LocalDateTime> began = walks.c("began");
        Column<Duration> length = walks.c("length");
        LocalDateTime noon = LocalDateTime.of(2024, 5, 1, 12, 0);
        LocalDateTime later = noon.plusNanos(250_000_000);
        try (Engine engine = Engine.create(freeUrl())) {
            walks.metaData().createAll(engine);
            try {
                engine.useTransaction(connection -> {
                    connection.execute(
                            walks.insert(),
                            List.of(
                                    params("id", 1, "began", noon, "length", Duration.ofMinutes(90)),
                                    params("id", 2, "began", later, "length", Duration.ofMillis(-1_500))));
                    Select ids = select(walks.c("id", Integer.class));
                    assertThat(ids(
                                    connection,
                                    ids.where(began.eq(
                                            BindParameter.of(TIMESTAMP, noon).literalExecute()))))
                            .containsExactly(1);
                    assertThat(ids(
                                    connection,
                                    ids.where(began.gt(
                                            BindParameter.of(TIMESTAMP, noon).literalExecute()))))
                            .containsExactly(2);
                    assertThat(ids(
                                    connection,
                                    ids.where(length.eq(BindParameter.of(INTERVAL, Duration.ofMinutes(90))
                                            .literalExecute()))))
                            .containsExactly(1);
                    assertThat(ids(connection, ids.where(length.lt(Duration.ZERO))))
                            .containsExactly(2);
                });
            } finally {
                walks.metaData().dropAll(engine);
            }
        }
    }

    @Test
    @Tag("SQL-08")
    void lateralSubqueriesSeeTheirNeighboursOrAreRefused() {
        withPets(connection -> {
            TableAlias others = pets.as("others");
            TableAlias older = select(count(others.c("id")).label("n"))
                    .where(others.c("id", Integer.class).lt(id))
                    .lateral("older");
            Select joined =
                    select(older.c("n", Long.class)).from(pets.crossJoin(older)).orderBy(id);
            if (connection.engine().dialect().supports(Capability.LATERAL)) {
                assertThat(connection.execute(joined).scalars(Long.class)).containsExactly(0L, 1L, 2L);
            } else {
                assertThatThrownBy(() -> connection.execute(joined))
                        .isInstanceOf(CompileException.class)
                        .hasMessageContaining("ALU-0131")
                        .hasMessageContaining("LATERAL");
                assertThat(joined.toString()).contains("LATERAL");
            }
        });
    }

    @Test
    @Tag("SQL-06")
    void subtotalsAreMadeOrRefused() {
        withPets(connection -> {
            for (String word : List.of("rollup", "cube")) {
                Select totals = select(name, count(id).label("n")).groupBy(func(word, UNKNOWN, name));
                if (subtotals().contains(word)) {
                    assertThat(connection.execute(totals).all()).hasSize(4);
                } else {
                    assertThatThrownBy(() -> connection.execute(totals))
                            .isInstanceOf(CompileException.class)
                            .hasMessageContaining("ALU-0131")
                            .hasMessageContaining(word.toUpperCase(Locale.ROOT));
                }
            }
        });
    }

    /** The ways in which the database groups by several sets of columns. */
    List<String> subtotals() {
        return List.of();
    }
}
