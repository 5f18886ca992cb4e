package org.aludel.databases.sql;

import static org.aludel.schema.ForeignKeyAction.CASCADE;
import static org.aludel.schema.ForeignKeyAction.SET_NULL;
import static org.aludel.sql.Sql.case_;
import static org.aludel.sql.Sql.check;
import static org.aludel.sql.Sql.column;
import static org.aludel.sql.Sql.count;
import static org.aludel.sql.Sql.excluded;
import static org.aludel.sql.Sql.exists;
import static org.aludel.sql.Sql.func;
import static org.aludel.sql.Sql.index;
import static org.aludel.sql.Sql.literal;
import static org.aludel.sql.Sql.max;
import static org.aludel.sql.Sql.not;
import static org.aludel.sql.Sql.onDelete;
import static org.aludel.sql.Sql.params;
import static org.aludel.sql.Sql.select;
import static org.aludel.sql.Sql.skipLocked;
import static org.aludel.sql.Sql.sum;
import static org.aludel.sql.Sql.text;
import static org.aludel.sql.Sql.tuple;
import static org.aludel.sql.Sql.union;
import static org.aludel.sql.Sql.unique;
import static org.aludel.sql.Sql.upsert;
import static org.aludel.types.Types.BIGINT;
import static org.aludel.types.Types.BINARY;
import static org.aludel.types.Types.BOOLEAN;
import static org.aludel.types.Types.BYTE;
import static org.aludel.types.Types.CHARACTER;
import static org.aludel.types.Types.DATE;
import static org.aludel.types.Types.DOUBLE;
import static org.aludel.types.Types.FLOAT;
import static org.aludel.types.Types.INSTANT;
import static org.aludel.types.Types.INTEGER;
import static org.aludel.types.Types.INTERVAL;
import static org.aludel.types.Types.JSON;
import static org.aludel.types.Types.SMALLINT;
import static org.aludel.types.Types.STRING;
import static org.aludel.types.Types.TEXT;
import static org.aludel.types.Types.TIME;
import static org.aludel.types.Types.TIMESTAMP;
import static org.aludel.types.Types.TIMESTAMP_TZ;
import static org.aludel.types.Types.UUID;
import static org.aludel.types.Types.array;
import static org.aludel.types.Types.enumeration;
import static org.aludel.types.Types.numeric;
import static org.aludel.types.Types.string;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.aludel.engine.Connection;
import org.aludel.engine.Engine;
import org.aludel.engine.Row;
import org.aludel.engine.Transaction;
import org.aludel.errors.CompileException;
import org.aludel.errors.DatabaseException;
import org.aludel.errors.IntegrityException;
import org.aludel.schema.Column;
import org.aludel.schema.MetaData;
import org.aludel.schema.Table;
import org.aludel.sql.BindParameter;
import org.aludel.sql.Capability;
import org.aludel.sql.Cte;
import org.aludel.sql.Expr;
import org.aludel.sql.RowValues;
import org.aludel.sql.Select;
import org.aludel.sql.Statement;
import org.aludel.sql.TableFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What statements do on every database; where one can't do it, its dialect must say so. */
abstract class SqlContract extends SqlEdges {

    private final MetaData metadata = new MetaData();
    private final Table users = metadata.table(
            "users",
            column("id", INTEGER).primaryKey(),
            column("name", string(50)).notNull(),
            column("email", string(60)).key("mail"),
            column("age", INTEGER),
            unique("mail").named("uq_users_mail"),
            check("age >= 0").named("ck_users_age"),
            index("ix_users_name", "name"));
    private final Table addresses = metadata.table(
            "addresses",
            column("id", INTEGER).primaryKey(),
            column("user_id", INTEGER).references("users.id", onDelete(CASCADE)),
            column("city", string(80)));
    private final Column<Integer> id = users.c("id");
    private final Column<String> name = users.c("name");
    private final Column<String> mail = users.c("mail");
    private final Column<Integer> age = users.c("age");
    private final Column<Integer> userId = addresses.c("user_id");
    private final Column<String> city = addresses.c("city");

    private Engine engine;
    private Connection connection;
    private Transaction transaction;

    /** The least part of a second that the database keeps. */
    ChronoUnit leastTime() {
        return ChronoUnit.MICROS;
    }

    @BeforeEach
    void fill() {
        engine = Engine.create(url());
        metadata.createAll(engine);
        connection = engine.connect();
        transaction = connection.begin();
        connection.execute(
                users.insert(),
                List.of(
                        params("id", 1, "name", "ed", "mail", "ed@x", "age", 30),
                        params("id", 2, "name", "wendy", "mail", "w@x", "age", 40),
                        params("id", 3, "name", "50%_off", "mail", null, "age", null)));
        connection.execute(
                addresses.insert(),
                List.of(params("id", 1, "user_id", 1, "city", "Paris"), params("id", 2, "user_id", 1, "city", "Rome")));
    }

    @AfterEach
    void drop() {
        transaction.rollback();
        connection.close();
        metadata.dropAll(engine);
        engine.close();
    }

    private List<String> names(Select select) {
        return connection.execute(select).scalars(String.class);
    }

    private boolean can(Capability capability) {
        return engine.dialect().supports(capability);
    }

    @Test
    @Tag("SQL-02")
    void conditionsChooseRows() {
        assertThat(names(select(name).where(name.like("%e%")).orderBy(id))).containsExactly("ed", "wendy");
        assertThat(names(select(name).where(name.contains("%_")))).containsExactly("50%_off");
        assertThat(names(select(name).where(name.startsWith("50%"), name.endsWith("_off"))))
                .hasSize(1);
        assertThat(names(select(name).where(name.startsWith("5_%")))).isEmpty();
        assertThat(names(select(name).where(name.ilike("ED")))).containsExactly("ed");
        assertThat(names(select(name).where(age.between(20, 35)))).containsExactly("ed");
        assertThat(names(select(name).where(mail.eq((String) null)))).containsExactly("50%_off");
        assertThat(names(select(name).where(mail.isDistinctFrom("ed@x")).orderBy(id)))
                .containsExactly("wendy", "50%_off");
        assertThat(names(select(name).where(mail.isNotDistinctFrom("ed@x")))).containsExactly("ed");
        assertThat(names(select(name).where(not(age.gt(35))))).containsExactly("ed");
    }

    @Test
    @Tag("SQL-05")
    void listsOfAnyLength() {
        assertThat(names(select(name).where(id.in(1, 2, 3)).orderBy(id))).hasSize(3);
        assertThat(names(select(name).where(id.notIn(1, 2, 3)))).isEmpty();
        assertThat(names(select(name).where(id.in(List.of())))).isEmpty();
        assertThat(names(select(name).where(id.notIn(List.of())))).hasSize(3);
        assertThat(names(select(name).where(id.in(select(userId))))).containsExactly("ed");
        List<Integer> many = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            many.add(i);
        }
        assertThat(names(select(name).where(id.in(many)))).hasSize(3);
        assertThat(names(select(name).where(tuple(id, name).inRows(List.of(List.of(1, "ed"), List.of(2, "ed"))))))
                .containsExactly("ed");
    }

    @Test
    @Tag("SQL-06")
    @Tag("SQL-11")
    void groupsOrdersAndLimits() {
        Expr<Long> cities = count(addresses.c("id"));
        List<Row> rows = connection
                .execute(select(name, cities.label("n"))
                        .from(users.leftJoin(addresses))
                        .groupBy(name)
                        .having(cities.ge(0L))
                        .orderBy(name.desc()))
                .all();
        assertThat(rows).extracting(row -> row.get("n")).containsExactly(0L, 2L, 0L);
        assertThat(names(select(name).orderBy(id).limit(1).offset(1))).containsExactly("wendy");
        assertThat(names(select(name).orderBy(id).offset(2))).containsExactly("50%_off");
        assertThat(names(select(name).orderBy(age.desc().nullsLast()))).containsExactly("wendy", "ed", "50%_off");
        assertThat(names(select(name).orderBy(age.asc().nullsFirst()))).containsExactly("50%_off", "ed", "wendy");
        assertThat(connection.execute(users.count(age.gt(10))).scalar(Long.class))
                .isEqualTo(2L);
        assertThat(connection.execute(select(sum(age))).scalar(Integer.class)).isEqualTo(70);
    }

    @Test
    @Tag("SQL-03")
    @Tag("SQL-12")
    void expressions() {
        assertThat(names(select(name.plus("!").plus(mail)).where(id.eq(1)))).containsExactly("ed!ed@x");
        assertThat(connection
                        .execute(select(age.plus(1).times(2)).where(id.eq(1)))
                        .scalar(Integer.class))
                .isEqualTo(62);
        assertThat(connection
                        .execute(select(age.cast(string(10))).where(id.eq(1)))
                        .scalar(String.class))
                .isEqualTo("30");
        assertThat(names(select(case_(age.gt(35), "old")
                                .when(age.gt(20), "grown")
                                .otherwise("?"))
                        .orderBy(id)))
                .containsExactly("grown", "old", "?");
        assertThat(names(select(func("coalesce", mail, "none")).where(id.eq(3))))
                .containsExactly("none");
    }

    @Test
    @Tag("SQL-08")
    @Tag("SQL-09")
    @Tag("SQL-10")
    void subqueriesCompoundsAndCommonTableExpressions() {
        assertThat(names(select(name)
                        .where(exists(select(literal(1)).from(addresses).where(userId.eq(id))))))
                .containsExactly("ed");
        assertThat(names(select(name).where(age.eq(select(max(age)).<Integer>asScalar()))))
                .containsExactly("wendy");
        var oldest = select(userId, count(city).label("n")).groupBy(userId).subquery();
        assertThat(connection
                        .execute(select(oldest.<Long>c("n"))
                                .join(users, oldest.<Integer>c("user_id").eq(id)))
                        .scalar(Long.class))
                .isEqualTo(2L);
        assertThat(names(union(select(name), select(city))
                        .orderBy(name)
                        .limit(2)
                        .as("u")
                        .select()))
                .hasSize(2);
        assertThat(connection
                        .execute(union(
                                select(name).orderBy(name).limit(1),
                                select(city).orderBy(city.desc()).limit(1)))
                        .scalars(String.class))
                .containsExactlyInAnyOrder("50%_off", "Rome");
        Cte numbers = Cte.recursive(
                "n",
                select(literal(1).label("i")),
                n -> select(n.<Integer>c("i").plus(1)).where(n.<Integer>c("i").lt(4)));
        Select counted = select(numbers.<Integer>c("i")).orderBy(numbers.<Integer>c("i"));
        if (can(Capability.CTE)) {
            assertThat(connection.execute(counted).scalars(Integer.class)).containsExactly(1, 2, 3, 4);
        } else {
            assertThatThrownBy(() -> connection.execute(counted)).isInstanceOf(CompileException.class);
        }
        Select ranked = select(
                        func("row_number", BIGINT).over().orderBy(id.desc()).label("r"))
                .orderBy(id);
        if (can(Capability.WINDOW_FUNCTIONS)) {
            assertThat(connection.execute(ranked).scalars(Long.class)).containsExactly(3L, 2L, 1L);
        } else {
            assertThatThrownBy(() -> connection.execute(ranked)).isInstanceOf(CompileException.class);
        }
    }

    @Test
    @Tag("SQL-11")
    void locks() {
        Select locked = select(name).where(id.eq(1));
        assertThat(names(locked.withForUpdate())).containsExactly("ed");
        if (can(Capability.SKIP_LOCKED)) {
            assertThat(names(locked.withForUpdate(skipLocked()))).containsExactly("ed");
        }
    }

    @Test
    @Tag("SQL-16")
    void upsertsInsertOrUpdate() {
        connection.execute(upsert(users)
                .set(id, 9)
                .set(name, "new")
                .set("mail", "n@x")
                .onConflict("mail")
                .update(name));
        connection.execute(upsert(users)
                .set(id, 10)
                .set(name, "ed2")
                .set("mail", "ed@x")
                .onConflict("mail")
                .update(name));
        connection.execute(upsert(users)
                .set(id, 11)
                .set(name, "ed3")
                .set("mail", "ed@x")
                .onConflict("mail")
                .doNothing());
        connection.execute(upsert(users).set(id, 2).set(name, "x").set("age", 1).update(age, age.plus(excluded(age))));
        assertThat(names(select(name).orderBy(id))).containsExactly("ed2", "wendy", "50%_off", "new");
        assertThat(connection.execute(select(age).where(id.eq(2))).scalar(Integer.class))
                .isEqualTo(41);
        Statement several = upsert(users)
                .rows(List.of(params("id", 1, "name", "a"), params("id", 20, "name", "b")))
                .update(name);
        if (can(Capability.MULTI_ROW_UPSERT)) {
            connection.execute(several);
            assertThat(names(select(name).where(id.in(1, 20)).orderBy(id))).containsExactly("a", "b");
        } else {
            assertThatThrownBy(() -> connection.execute(several)).isInstanceOf(CompileException.class);
        }
    }

    @Test
    @Tag("SQL-13")
    @Tag("SQL-15")
    void insertsOfSeveralRowsAndOfQueries() {
        Statement both =
                addresses.insert().rows(List.of(params("id", 5, "city", "Oslo"), params("id", 6, "city", "Bonn")));
        if (can(Capability.MULTI_ROW_VALUES)) {
            connection.execute(both);
        } else {
            assertThatThrownBy(() -> connection.execute(both)).isInstanceOf(CompileException.class);
            connection.execute(
                    addresses.insert(), List.of(params("id", 5, "city", "Oslo"), params("id", 6, "city", "Bonn")));
        }
        connection.execute(addresses
                .insert()
                .fromSelect(
                        List.of(addresses.c("id"), city),
                        select(id.plus(10), name).where(id.eq(1))));
        assertThat(names(select(city).orderBy(addresses.c("id"))))
                .containsExactly("Paris", "Rome", "Oslo", "Bonn", "ed");
        Statement returning = addresses.insert().set("id", 12).set(city, "Lima").returning(city);
        if (can(Capability.INSERT_RETURNING)) {
            assertThat(connection.execute(returning).scalars(String.class)).containsExactly("Lima");
        } else {
            assertThatThrownBy(() -> connection.execute(returning)).isInstanceOf(CompileException.class);
        }
        if (can(Capability.MULTI_ROW_RETURNING)) {
            assertThat(connection
                            .execute(users.insert()
                                    .rows(List.of(params("id", 21, "name", "k1"), params("id", 22, "name", "k2")))
                                    .returning(name))
                            .scalars(String.class))
                    .containsExactlyInAnyOrder("k1", "k2");
        }
    }

    @Test
    @Tag("SQL-14")
    @Tag("SQL-15")
    void updatesAndDeletes() {
        assertThat(connection
                        .execute(users.update().set(name, name.plus("!")).where(id.in(1, 2)))
                        .rowCount())
                .isEqualTo(2);
        connection.execute(users.update()
                .set(mail, select(max(city)).where(userId.eq(id)).<String>asScalar())
                .where(id.eq(1)));
        assertThat(names(select(mail).where(id.eq(1)))).containsExactly("Rome");
        if (can(Capability.UPDATE_FROM)) {
            connection.execute(users.update().set(name, city).where(userId.eq(id), city.eq("Paris")));
            assertThat(names(select(name).where(id.eq(1)))).containsExactly("Paris");
        }
        Statement changed = users.update().set(name, "z").where(id.eq(2)).returning(id, name);
        if (can(Capability.UPDATE_RETURNING)) {
            assertThat(connection.execute(changed).one().get(name)).isEqualTo("z");
        } else {
            assertThatThrownBy(() -> connection.execute(changed)).isInstanceOf(CompileException.class);
        }
        if (can(Capability.DELETE_USING)) {
            connection.execute(users.delete().where(userId.eq(id), city.eq("Nowhere")));
        }
        assertThat(connection.execute(users.delete().where(id.eq(1))).rowCount())
                .isEqualTo(1);
        assertThat(names(select(city)))
                .as("deleted by the foreign key's action")
                .isEmpty();
    }

    @Test
    void arraysCarryRowsWhereTheDatabaseUnnestsThem() {
        if (!can(Capability.UNNEST)) {
            return;
        }
        TableFunction rows = new TableFunction(
                "unnest",
                List.of(
                        BindParameter.of(array(STRING), List.of("u1", "u2")),
                        BindParameter.of(array(INTEGER), Arrays.asList(7, null))),
                "v",
                List.of(column("name", STRING), column("age", INTEGER), column("ord", BIGINT)),
                true);
        connection.execute(text("select setval('users_id_seq', 100)"));
        List<Row> inserted = connection
                .execute(users.insert()
                        .fromSelect(
                                List.of(name, age),
                                select(rows.<String>c("name"), rows.<Integer>c("age"))
                                        .orderBy(rows.<Long>c("ord")))
                        .returning(id, name, age))
                .all();
        assertThat(inserted).extracting(row -> row.get(name)).containsExactlyInAnyOrder("u1", "u2");
        RowValues values = new RowValues(
                "v",
                List.of(column("key", INTEGER), column("label", STRING)),
                List.of(List.of(1, "one"), List.of(2, "two")));
        assertThat(connection
                        .execute(users.update()
                                .set(name, values.<String>c("label"))
                                .from(values)
                                .where(id.eq(values.<Integer>c("key"))))
                        .rowCount())
                .isEqualTo(2);
        assertThat(names(select(name).where(id.in(1, 2)).orderBy(id))).containsExactly("one", "two");
    }

    @Test
    @Tag("ENG-15")
    void violationsNameTheirConstraint() {
        violated(users.insert().set(id, 8).set(name, "x").set("mail", "ed@x"), "UNIQUE", "mail");
        violated(users.insert().set(id, 8).set(name, "x").set("age", -1), "CHECK", "age");
        violated(users.insert().set(id, 8).set("mail", "n"), "NOT_NULL", "name");
        violated(addresses.insert().set("id", 8).set("user_id", 99), "FOREIGN_KEY", null);
    }

    private void violated(Statement statement, String kind, String constraint) {
        IntegrityException error = catchThrowableOfType(IntegrityException.class, () -> {
            try (var savepoint = connection.beginNested()) {
                connection.execute(statement);
                savepoint.commit();
            }
        });
        assertThat(error).isNotNull();
        assertThat(error.kind()).hasToString(kind);
        if (constraint != null) {
            assertThat(error.constraint()).containsIgnoringCase(constraint.equals("mail") ? "mail" : constraint);
        }
    }

    @Test
    void uniqueValuesSwapWhereTheDatabaseChecksAtTheEndOfTheStatement() {
        Statement swap = users.update()
                .set(mail, case_(id.eq(1), "w@x").otherwise("ed@x"))
                .where(id.in(1, 2));
        if (can(Capability.UNIQUE_AT_STATEMENT_END)) {
            connection.execute(swap);
            assertThat(names(select(mail).where(id.eq(1)))).containsExactly("w@x");
        } else {
            assertThatThrownBy(() -> connection.execute(swap)).isInstanceOf(DatabaseException.class);
        }
    }

    @Test
    @Tag("SCH-07")
    void tablesOfACycleAreCreatedAndDropped() {
        MetaData cyclic = new MetaData();
        cyclic.table(
                "cycle_a",
                column("id", INTEGER).primaryKey(),
                column("b_id", INTEGER).references("cycle_b.id", onDelete(SET_NULL)));
        cyclic.table(
                "cycle_b",
                column("id", INTEGER).primaryKey(),
                column("a_id", INTEGER).references("cycle_a.id"));
        transaction.rollback();
        cyclic.createAll(engine);
        cyclic.createAll(engine);
        engine.useTransaction(c -> {
            c.execute(cyclic.table("cycle_a").insert().set("id", 1));
            c.execute(cyclic.table("cycle_b").insert().set("id", 1).set("a_id", 1));
            c.execute(cyclic.table("cycle_b").delete());
            c.execute(cyclic.table("cycle_a").delete());
        });
        cyclic.dropAll(engine);
        cyclic.dropAll(engine);
    }

    @Test
    @Tag("TYP-01")
    void valuesOfEveryTypeComeBack() {
        MetaData own = new MetaData();
        Table every = own.table(
                "every_type",
                column("id", BIGINT).primaryKey(),
                column("truth", BOOLEAN),
                column("small", SMALLINT),
                column("tiny", BYTE),
                column("money", numeric(12, 2)),
                column("wide", DOUBLE),
                column("narrow", FLOAT),
                column("words", TEXT),
                column("letter", CHARACTER),
                column("day", DATE),
                column("clock", TIME),
                column("moment", TIMESTAMP),
                column("zoned", TIMESTAMP_TZ),
                column("instant", INSTANT),
                column("bytes", BINARY),
                column("uid", UUID),
                column("doc", JSON),
                column("unit", enumeration(TimeUnit.class)),
                column("length", INTERVAL));
        Map<String, Object> values = new HashMap<>();
        values.put("truth", true);
        values.put("small", (short) -3);
        values.put("tiny", (byte) 7);
        values.put("money", new BigDecimal("12.30"));
        values.put("wide", 0.1);
        values.put("narrow", 2.5f);
        values.put("words", "ünï ' \\ \n".repeat(50));
        values.put("letter", 'x');
        values.put("day", LocalDate.of(2024, 2, 29));
        values.put("clock", LocalTime.of(23, 59, 58));
        values.put("moment", LocalDateTime.of(2024, 2, 29, 1, 2, 3, 456_789_000).truncatedTo(leastTime()));
        values.put("zoned", OffsetDateTime.of(2024, 2, 29, 1, 2, 3, 456_000_000, ZoneOffset.ofHours(2)));
        values.put("instant", Instant.ofEpochSecond(1_700_000_000L, 5_000).truncatedTo(leastTime()));
        values.put("bytes", new byte[] {0, 1, -1});
        values.put("uid", new java.util.UUID(1, 2));
        values.put("doc", "{\"a\":[1,null]}");
        values.put("unit", TimeUnit.MICROSECONDS);
        values.put("length", Duration.ofMillis(-1_500));
        transaction.rollback();
        own.createAll(engine);
        engine.useTransaction(c -> {
            c.execute(every.insert(), values);
            c.execute(every.insert());
            Row row =
                    c.execute(every.select().orderBy(every.<Long>c("id"))).all().get(0);
            values.forEach((key, value) -> {
                Object read = row.get(key);
                if (value instanceof OffsetDateTime zoned) {
                    assertThat((OffsetDateTime) read).isAtSameInstantAs(zoned);
                } else if (key.equals("doc")) {
                    assertThat(String.valueOf(read).replace(" ", "")).isEqualTo(value);
                } else {
                    assertThat(read).as(key).isEqualTo(value);
                }
            });
            Row empty =
                    c.execute(every.select().orderBy(every.<Long>c("id"))).all().get(1);
            values.keySet().forEach(key -> assertThat(empty.get(key)).as(key).isNull());
            assertThat(c.execute(every.count(
                                    every.<java.util.UUID>c("uid").eq(new java.util.UUID(1, 2)),
                                    every.<LocalDate>c("day").gt(LocalDate.of(2024, 1, 1)),
                                    every.<TimeUnit>c("unit").in(TimeUnit.MICROSECONDS, TimeUnit.DAYS),
                                    every.<BigDecimal>c("money").eq(new BigDecimal("12.3"))))
                            .scalar(Long.class))
                    .isEqualTo(1L);
        });
        own.dropAll(engine);
    }
}
