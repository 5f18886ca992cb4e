package org.aludel.databases.engine;

import static org.aludel.sql.Sql.column;
import static org.aludel.sql.Sql.count;
import static org.aludel.sql.Sql.params;
import static org.aludel.sql.Sql.select;
import static org.aludel.sql.Sql.text;
import static org.aludel.types.Types.INTEGER;
import static org.aludel.types.Types.string;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.aludel.core.engine.CoreConnection;
import org.aludel.core.engine.CoreEngine;
import org.aludel.core.engine.Plan;
import org.aludel.core.engine.Rows;
import org.aludel.engine.AfterExecute;
import org.aludel.engine.Begin;
import org.aludel.engine.Commit;
import org.aludel.engine.Connection;
import org.aludel.engine.Engine;
import org.aludel.engine.EngineEvent;
import org.aludel.engine.EventRegistration;
import org.aludel.engine.ExecutionOptions;
import org.aludel.engine.HandleError;
import org.aludel.engine.Isolation;
import org.aludel.engine.NestedTransaction;
import org.aludel.engine.Result;
import org.aludel.engine.Rollback;
import org.aludel.engine.Row;
import org.aludel.engine.SavepointReleased;
import org.aludel.engine.SavepointRolledBack;
import org.aludel.engine.SavepointSet;
import org.aludel.engine.Transaction;
import org.aludel.errors.ArgumentException;
import org.aludel.errors.DataException;
import org.aludel.errors.DatabaseException;
import org.aludel.errors.IntegrityException;
import org.aludel.errors.InvalidRequestException;
import org.aludel.errors.MultipleResultsException;
import org.aludel.errors.NoResultException;
import org.aludel.errors.PoolTimeoutException;
import org.aludel.errors.SyntaxException;
import org.aludel.errors.ThreadUseException;
import org.aludel.errors.TransactionStateException;
import org.aludel.schema.Column;
import org.aludel.schema.MetaData;
import org.aludel.schema.Table;
import org.aludel.sql.BindParameter;
import org.aludel.sql.Capability;
import org.aludel.sql.Select;
import org.aludel.sql.Sql;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What every database's engine does; a subclass per database says where it is. */
abstract class EngineContract {

    private final MetaData metadata = new MetaData();
    private final Table users = metadata.table(
            "users",
            column("id", INTEGER).primaryKey(),
            column("name", string(50)).notNull().unique(),
            column("email", string(60)).key("mail"),
            column("age", INTEGER));
    private final Table addresses = metadata.table(
            "addresses",
            column("id", INTEGER).primaryKey(),
            column("user_id", INTEGER).references("users.id"),
            column("city", string(80)));
    private final Column<Integer> id = users.c("id");
    private final Column<String> name = users.c("name");
    private final Column<Integer> age = users.c("age");
    private Engine engine;

    /** Address of an empty database that lives as long as the test class. */
    abstract String url();

    @BeforeEach
    void createTables() {
        engine = Engine.create(url());
        metadata.createAll(engine);
    }

    @AfterEach
    void dropTables() {
        metadata.dropAll(engine);
        engine.close();
    }

    private void insert(Connection conn, String... names) {
        for (String each : names) {
            conn.execute(users.insert(), params("name", each));
        }
    }

    private List<String> names() {
        try (Connection conn = engine.connect()) {
            return conn.execute(select(name).orderBy(name)).scalars(name);
        }
    }

    // ---- execution and results

    @Test
    @Tag("ENG-03")
    void statementOutsideTransactionCommitsItself() {
        try (Connection conn = engine.connect()) {
            insert(conn, "ed");
        }
        assertThat(names()).containsExactly("ed");
    }

    @Test
    @Tag("ENG-07")
    void rowsAreReadByPositionNameColumnAndLabel() {
        try (Connection conn = engine.connect()) {
            conn.execute(users.insert(), params("name", "ed", "mail", "ed@x.org", "age", 7));
            Select statement = select(id, name, users.c("mail"), age.label("years"));
            Row row = conn.execute(statement).one();
            assertThat(row.get(name)).isEqualTo("ed");
            assertThat(row.get("NAME")).isEqualTo("ed");
            assertThat(row.get(2)).isEqualTo("ed@x.org");
            assertThat(row.getInt("years")).isEqualTo(7);
            assertThat(row.get(age)).isEqualTo(7);
            assertThat(row.getLong(3)).isEqualTo(7L);
            assertThat(row.get("years", String.class)).isEqualTo("7");
            assertThat(row.size()).isEqualTo(4);
            assertThatThrownBy(() -> row.get("nothing"))
                    .isInstanceOf(InvalidRequestException.class)
                    .hasMessageContaining("ALU-0234")
                    .hasMessageContaining("nothing");
        }
    }

    @Test
    @Tag("ENG-07")
    void nullReadAsPrimitiveNamesTheColumn() {
        try (Connection conn = engine.connect()) {
            insert(conn, "ed");
            Row row = conn.execute(select(name, age)).one();
            assertThat(row.get(age)).isNull();
            assertThatThrownBy(() -> row.getInt("age"))
                    .isInstanceOf(DataException.class)
                    .hasMessageContaining("ALU-0236")
                    .hasMessageContaining("age");
        }
    }

    record UserLine(int id, String name) {}

    record Renamed(int number, String label) {}

    public static class UserBean {
        private String name;
        private Integer age;

        public String getName() {
            return name;
        }

        public void setName(String name) {
            this.name = name;
        }

        public Integer getAge() {
            return age;
        }

        public void setAge(Integer age) {
            this.age = age;
        }
    }

    @Test
    @Tag("ENG-07")
    void rowsBecomeRecordsByNameElseByOrderAndBeansByProperty() {
        try (Connection conn = engine.connect()) {
            conn.execute(users.insert(), List.of(params("name", "ed", "age", 3), params("name", "wendy", "age", 4)));
            Select byName = select(name, id).orderBy(name);
            assertThat(conn.execute(byName).as(UserLine.class).all())
                    .extracting(UserLine::name)
                    .containsExactly("ed", "wendy");
            assertThat(conn.execute(select(id, name).orderBy(name))
                            .as(Renamed.class)
                            .first()
                            .label())
                    .isEqualTo("ed");
            UserBean bean = conn.execute(select(name, age).where(name.eq("wendy")))
                    .as(UserBean.class)
                    .one();
            assertThat(bean.getName()).isEqualTo("wendy");
            assertThat(bean.getAge()).isEqualTo(4);
            assertThatThrownBy(() -> conn.execute(select(name)).as(UserLine.class))
                    .isInstanceOf(ArgumentException.class)
                    .hasMessageContaining("ALU-0238");
        }
    }

    @Test
    @Tag("ENG-07")
    void oneFirstScalarAndAllSayWhatIsMissing() {
        try (Connection conn = engine.connect()) {
            assertThat(conn.execute(select(name)).first()).isNull();
            assertThat(conn.execute(select(name)).oneOrNone()).isNull();
            assertThat(conn.execute(select(name)).scalar()).isNull();
            assertThatThrownBy(() -> conn.execute(select(name)).one()).isInstanceOf(NoResultException.class);
            insert(conn, "ed", "wendy");
            assertThatThrownBy(() -> conn.execute(select(name)).one()).isInstanceOf(MultipleResultsException.class);
            assertThatThrownBy(() -> conn.execute(select(name)).oneOrNone())
                    .isInstanceOf(MultipleResultsException.class);
            assertThat(conn.execute(select(count(id))).scalar(Long.class)).isEqualTo(2L);
            assertThat(conn.execute(select(count(id))).scalar(Integer.class)).isEqualTo(2);
            assertThat(conn.execute(select(name).orderBy(name)).all()).hasSize(2);
            assertThat(conn.execute(select(name)).keys()).containsExactly("name");
        }
    }

    @Test
    @Tag("ENG-07")
    void generatedKeyComesBackWithTheInsert() {
        List<String> executed = new ArrayList<>();
        try (Connection conn = engine.connect();
                EventRegistration events = engine.on(AfterExecute.class, e -> executed.add(e.sql()))) {
            int first = conn.execute(users.insert().set(name, "ed"))
                    .insertedPrimaryKey()
                    .get(0, Integer.class);
            int second = conn.execute(users.insert(), params("name", "wendy"))
                    .insertedPrimaryKey()
                    .getInt("id");
            Result given = conn.execute(users.insert(), params("id", 77, "name", "jack"));
            assertThat(second).isGreaterThan(first);
            assertThat(given.insertedPrimaryKey().getInt(0)).isEqualTo(77);
            assertThat(given.rowCount()).isEqualTo(1);
            assertThat(executed).hasSize(3);
            assertThat(conn.execute(select(name).where(id.eq(second))).scalar()).isEqualTo("wendy");
        }
    }

    @Test
    @Tag("ENG-04")
    void batchWhoseLaterSetLacksANameIsRefusedBeforeAnythingIsSent() {
        try (Connection conn = engine.connect()) {
            List<Map<String, Object>> sets = List.of(params("name", "ed", "age", 1), params("name", "wendy"));
            assertThatThrownBy(() -> conn.execute(users.insert(), sets))
                    .isInstanceOf(ArgumentException.class)
                    .hasMessageContaining("ALU-0230")
                    .hasMessageContaining("set 2")
                    .hasMessageContaining("age");
        }
        assertThat(names()).isEmpty();
    }

    @Test
    @Tag("ENG-14")
    void batchIsOneEventWithAllItsSets() {
        List<AfterExecute> events = new ArrayList<>();
        try (Connection conn = engine.connect();
                EventRegistration registration = engine.on(AfterExecute.class, events::add)) {
            conn.execute(users.insert(), List.of(params("name", "jack", "age", 1), params("name", "wendy", "age", 2)));
        }
        assertThat(events).hasSize(1);
        assertThat(events.get(0).parameterSets()).hasSize(2);
        assertThat(events.get(0).parameterSets().get(1).toString()).contains("wendy");
        assertThat(events.get(0).sql()).startsWithIgnoringCase("insert");
        engine.inTransaction(conn -> conn.execute(users.count()).scalar(Long.class));
        assertThat(events).as("a removed handler hears nothing").hasSize(1);
    }

    @Test
    @Tag("ENG-03")
    void textTakesParametersAndReadsByMetadata() {
        try (Connection conn = engine.connect()) {
            insert(conn, "ed", "wendy");
            Row row = conn.execute(text("SELECT id, name FROM users WHERE name = :name"), params("name", "ed"))
                    .one();
            assertThat(row.get("name")).isEqualTo("ed");
            assertThat(row.get(name)).isEqualTo("ed");
            assertThat(row.get("id", Long.class)).isPositive();
            assertThatThrownBy(() -> conn.execute(text("SELECT id FROM users WHERE name = :name")))
                    .isInstanceOf(ArgumentException.class)
                    .hasMessageContaining("ALU-0240");
            assertThatThrownBy(() -> conn.execute(select(name), params("nme", 1)))
                    .isInstanceOf(ArgumentException.class)
                    .hasMessageContaining("nme");
        }
    }

    @Test
    @Tag("ENG-12")
    void statementOfTheSameStructureIsCompiledOnce() {
        try (Connection conn = engine.connect()) {
            conn.execute(select(name).where(age.gt(1))).all();
            long misses = engine.statementCache().misses();
            for (int i = 0; i < 20; i++) {
                conn.execute(select(name).where(age.gt(i))).all();
                conn.execute(select(name).where(age.gt(1))).all();
            }
            assertThat(engine.statementCache().misses()).isEqualTo(misses);
            assertThat(engine.statementCache().hits()).isGreaterThanOrEqualTo(40);
            conn.execute(select(name).where(age.lt(1))).all();
            assertThat(engine.statementCache().misses()).isEqualTo(misses + 1);
        }
    }

    @Test
    @Tag("ENG-12")
    void listsOfDifferentLengthsShareACompilation() {
        try (Connection conn = engine.connect()) {
            insert(conn, "a", "b", "c", "d", "e");
            conn.execute(select(name).where(name.in("a", "b"))).all();
            long misses = engine.statementCache().misses();
            assertThat(conn.execute(select(name).where(name.in("a", "b", "c")).orderBy(name))
                            .scalars(name))
                    .containsExactly("a", "b", "c");
            assertThat(conn.execute(select(name)
                                    .where(name.in(List.of("a", "b", "c", "d", "x")))
                                    .orderBy(name))
                            .scalars(name))
                    .containsExactly("a", "b", "c", "d");
            assertThat(conn.execute(select(name).where(name.in(List.of()))).all())
                    .isEmpty();
            assertThat(engine.statementCache().misses()).isLessThanOrEqualTo(misses + 2);
        }
    }

    @Test
    @Tag("ENG-07")
    void streamedRowsComeInPortionsAndLeaveTheConnectionUsable() {
        try (Connection conn = engine.connect()) {
            List<Map<String, Object>> sets = new ArrayList<>();
            for (int i = 0; i < 250; i++) {
                sets.add(params("name", "user" + i, "age", i));
            }
            conn.execute(users.insert(), sets);
            try (Stream<Row> rows = conn.stream(select(age).orderBy(age), 50)) {
                assertThat(rows.limit(120).mapToInt(r -> r.getInt(0)).sum()).isEqualTo(119 * 120 / 2);
            }
            assertThat(conn.execute(users.count()).scalar(Long.class)).isEqualTo(250L);
            assertThat(conn.with(ExecutionOptions.DEFAULT.withMaxRows(3))
                            .execute(select(name))
                            .all())
                    .hasSize(3);
        }
    }

    // ---- plans, as the object mapper uses them

    @Test
    @Tag("ENG-03")
    void plansTakeValuesByPositionAndReadByColumn() {
        CoreEngine core = (CoreEngine) engine;
        try (CoreConnection conn = core.connect()) {
            Plan insert = core.plan(users.insert(), List.of("name", "age"), null);
            assertThat(conn.batch(
                            insert, List.of(new Object[] {"a", 1}, new Object[] {"b", null}, new Object[] {"c", 3})))
                    .hasSize(3);
            assertThat(conn.update(insert, new Object[] {"d", 4})).isEqualTo(1);
            Plan update = core.plan(
                    users.update().where(name.eq(BindParameter.named("who", name.type()))),
                    List.of("age", "who"),
                    null);
            assertThat(conn.update(update, new Object[] {40, "d"})).isEqualTo(1);
            assertThat(conn.update(update, new Object[] {40, "nobody"})).isZero();
            Plan query = core.plan(select(name, age).orderBy(name), List.of(), null);
            try (Rows rows = conn.rows(query, new Object[0])) {
                assertThat(rows.next()).isTrue();
                assertThat(rows.getString(0)).isEqualTo("a");
                assertThat(rows.getInt(1)).isEqualTo(1);
                assertThat(rows.next()).isTrue();
                assertThat(rows.getObject(1)).isNull();
                assertThatThrownBy(() -> rows.getInt(1))
                        .isInstanceOf(DataException.class)
                        .hasMessageContaining("ALU-0236");
                assertThat(rows.next()).isTrue();
                assertThat(rows.getLong(1)).isEqualTo(3L);
                assertThat(rows.next()).isTrue();
                assertThat(rows.getDouble(1)).isEqualTo(40.0);
                assertThat(rows.next()).isFalse();
                assertThat(rows.isClosed()).isTrue();
            }
        }
    }

    @Test
    @Tag("ENG-07")
    void generatedKeysOfOneRowAndOfABatchComeBackAsRows() {
        CoreEngine core = (CoreEngine) engine;
        try (CoreConnection conn = core.connect()) {
            Plan insert = core.plan(users.insert(), List.of("name"), null);
            int first;
            try (Rows keys = conn.insertReturning(insert, new Object[] {"a"})) {
                assertThat(keys.next()).isTrue();
                first = keys.getInt(0);
            }
            if (engine.dialect().supports(Capability.BATCH_GENERATED_KEYS)) {
                List<Integer> all = new ArrayList<>();
                try (Rows keys = conn.batchReturning(
                        insert, List.of(new Object[] {"b"}, new Object[] {"c"}, new Object[] {"d"}))) {
                    while (keys.next()) {
                        all.add(keys.getInt(0));
                    }
                }
                assertThat(all).hasSize(3).doesNotContain(first).isSorted();
                assertThat(conn.execute(select(name).where(id.eq(all.get(1)))).scalar())
                        .isEqualTo("c");
            }
        }
    }

    // ---- transactions

    @Test
    @Tag("ENG-05")
    void leavingTheBlockWithoutCommitRollsBack() {
        try (Connection conn = engine.connect();
                Transaction tx = conn.begin()) {
            insert(conn, "ed");
            assertThat(tx.isActive()).isTrue();
        }
        assertThat(names()).isEmpty();
    }

    @Test
    @Tag("ENG-05")
    void innerCommitsOnlyCountAndTheOutermostCommits() {
        try (Connection conn = engine.connect();
                Transaction outer = conn.begin()) {
            try (Transaction inner = conn.begin()) {
                insert(conn, "ed");
                inner.commit();
            }
            assertThat(conn.inTransaction()).isTrue();
            insert(conn, "wendy");
            outer.commit();
            assertThat(conn.inTransaction()).isFalse();
        }
        assertThat(names()).containsExactly("ed", "wendy");
    }

    @Test
    @Tag("ENG-05")
    void rollbackAtAnyDepthEndsAll() {
        try (Connection conn = engine.connect();
                Transaction outer = conn.begin()) {
            insert(conn, "ed");
            Transaction inner = conn.begin();
            inner.rollback();
            assertThat(outer.isActive()).isFalse();
            assertThatThrownBy(outer::commit)
                    .isInstanceOf(TransactionStateException.class)
                    .hasMessageContaining("ALU-0220");
        }
        assertThat(names()).isEmpty();
    }

    @Test
    @Tag("ENG-05")
    void workInTransactionCommitsOrLetsTheUsersOwnExceptionOut() throws IOException {
        long n = engine.inTransaction(conn -> {
            insert(conn, "ed");
            return conn.execute(users.count()).scalar(Long.class);
        });
        assertThat(n).isEqualTo(1);
        IOException own = new IOException("mine");
        assertThatThrownBy(() -> engine.useTransaction(conn -> {
                    insert(conn, "wendy");
                    throw own;
                }))
                .isSameAs(own);
        assertThat(names()).containsExactly("ed");
    }

    @Test
    @Tag("ENG-08")
    void rollbackToSavepointKeepsWhatCameBefore() {
        try (Connection conn = engine.connect();
                Transaction tx = conn.begin()) {
            insert(conn, "ed");
            try (NestedTransaction lost = conn.beginNested()) {
                insert(conn, "lost");
                try (NestedTransaction innermost = conn.beginNested()) {
                    insert(conn, "innermost");
                    innermost.commit();
                }
                lost.rollback();
                assertThat(lost.isActive()).isFalse();
            }
            try (NestedTransaction kept = conn.beginNested()) {
                insert(conn, "kept");
                kept.commit();
            }
            try (NestedTransaction left = conn.beginNested()) {
                insert(conn, "left");
            }
            tx.commit();
        }
        assertThat(names()).containsExactly("ed", "kept");
    }

    @Test
    @Tag("ENG-08")
    void savepointOutsideTransactionBeginsOne() {
        try (Connection conn = engine.connect()) {
            try (NestedTransaction nested = conn.beginNested()) {
                insert(conn, "ed");
                nested.commit();
            }
            assertThat(conn.inTransaction()).isFalse();
            try (NestedTransaction nested = conn.beginNested()) {
                insert(conn, "lost");
            }
        }
        assertThat(names()).containsExactly("ed");
    }

    @Test
    @Tag("ENG-08")
    void savepointHealsAnError() {
        try (Connection conn = engine.connect();
                Transaction tx = conn.begin()) {
            insert(conn, "ed");
            assertThatThrownBy(() -> {
                        try (NestedTransaction nested = conn.beginNested()) {
                            insert(conn, "ed");
                            nested.commit();
                        }
                    })
                    .isInstanceOf(IntegrityException.class);
            insert(conn, "wendy");
            tx.commit();
        }
        assertThat(names()).containsExactly("ed", "wendy");
    }

    @Test
    @Tag("ENG-03")
    void swallowedErrorNeverCommitsInSilence() {
        try (Connection conn = engine.connect();
                Transaction tx = conn.begin()) {
            insert(conn, "ed");
            assertThatThrownBy(() -> insert(conn, "ed")).isInstanceOf(IntegrityException.class);
            if (engine.dialect().supports(Capability.ERROR_ABORTS_TRANSACTION)) {
                assertThatThrownBy(tx::commit)
                        .isInstanceOf(TransactionStateException.class)
                        .hasMessageContaining("ALU-0221")
                        .hasMessageContaining("ALU-0251")
                        .hasCauseInstanceOf(IntegrityException.class);
                assertThat(tx.isActive()).isFalse();
            } else {
                tx.commit();
            }
        }
        assertThat(names())
                .isEqualTo(engine.dialect().supports(Capability.ERROR_ABORTS_TRANSACTION) ? List.of() : List.of("ed"));
    }

    @Test
    @Tag("ENG-03")
    void errorOnTheUnwrappedConnectionIsSeenAtCommit() throws Exception {
        if (!engine.dialect().supports(Capability.ERROR_ABORTS_TRANSACTION)) {
            return;
        }
        try (Connection conn = engine.connect();
                Transaction tx = conn.begin()) {
            insert(conn, "ed");
            java.sql.Connection jdbc = conn.unwrap(java.sql.Connection.class);
            try (java.sql.Statement statement = jdbc.createStatement()) {
                assertThatThrownBy(() -> statement.execute("SELECT nonsense"))
                        .isInstanceOf(java.sql.SQLException.class);
            }
            assertThatThrownBy(tx::commit).isInstanceOf(TransactionStateException.class);
        }
        assertThat(names()).isEmpty();
    }

    @Test
    @Tag("ENG-03")
    void unwrappedConnectionWorksButCanNotEndTheTransaction() throws Exception {
        try (Connection conn = engine.connect();
                Transaction tx = conn.begin()) {
            java.sql.Connection jdbc = conn.unwrap(java.sql.Connection.class);
            assertThatThrownBy(jdbc::commit)
                    .isInstanceOf(TransactionStateException.class)
                    .hasMessageContaining("ALU-0224");
            assertThatThrownBy(jdbc::rollback).isInstanceOf(TransactionStateException.class);
            assertThatThrownBy(() -> jdbc.setAutoCommit(true)).isInstanceOf(TransactionStateException.class);
            assertThatThrownBy(jdbc::close).isInstanceOf(TransactionStateException.class);
            try (java.sql.Statement statement = jdbc.createStatement()) {
                statement.executeUpdate("INSERT INTO users (id, name) VALUES (500, 'plain')");
            }
            tx.rollback();
        }
        assertThat(names()).isEmpty();
    }

    @Test
    @Tag("ENG-14")
    void eventsTellTheLifeOfATransaction() {
        List<Class<?>> seen = new ArrayList<>();
        try (EventRegistration all = engine.on(EngineEvent.class, e -> {
                    if (List.of(
                                    Begin.class,
                                    Commit.class,
                                    Rollback.class,
                                    SavepointSet.class,
                                    SavepointReleased.class,
                                    SavepointRolledBack.class,
                                    HandleError.class)
                            .contains(e.getClass())) {
                        seen.add(e.getClass());
                    }
                });
                Connection conn = engine.connect()) {
            try (Transaction tx = conn.begin()) {
                conn.beginNested().commit();
                conn.beginNested().rollback();
                tx.commit();
            }
            try (Transaction tx = conn.begin()) {
                assertThatThrownBy(() -> conn.execute(text("SELECT nonsense FROM nowhere")))
                        .isInstanceOf(SyntaxException.class);
            }
        }
        assertThat(seen)
                .containsExactly(
                        Begin.class,
                        SavepointSet.class,
                        SavepointReleased.class,
                        SavepointSet.class,
                        SavepointRolledBack.class,
                        Commit.class,
                        Begin.class,
                        HandleError.class,
                        Rollback.class);
    }

    @Test
    @Tag("ENG-11")
    void isolationIsSetForTheConnectionAndGoesBackWithIt() {
        try (Engine serializable =
                        Engine.builder(url()).isolation(Isolation.SERIALIZABLE).build();
                Connection conn = serializable.connect()) {
            assertThat(conn.isolation()).isEqualTo(Isolation.SERIALIZABLE);
        }
        Isolation usual;
        try (Connection conn = engine.connect()) {
            usual = conn.isolation();
            conn.isolation(Isolation.SERIALIZABLE);
            assertThat(conn.isolation()).isEqualTo(Isolation.SERIALIZABLE);
            try (Transaction tx = conn.begin()) {
                assertThatThrownBy(() -> conn.isolation(Isolation.READ_COMMITTED))
                        .isInstanceOf(TransactionStateException.class)
                        .hasMessageContaining("ALU-0227");
            }
        }
        try (Connection conn = engine.connect()) {
            assertThat(conn.isolation()).isEqualTo(usual);
        }
    }

    @Test
    @Tag("ENG-11")
    void optionsOfExecutionHoldUntilTheConnectionGoesBack() {
        try (Engine single = Engine.builder(url())
                .pool(p -> p.size(1).maxOverflow(0))
                .fetchSize(50)
                .statementTimeout(java.time.Duration.ofSeconds(30))
                .build()) {
            try (Connection conn = single.connect()) {
                insert(conn, "ed", "jack");
                Connection reading = conn.with(conn.options().withReadOnly(true).withFetchSize(1));
                assertThat(reading.execute(select(name)).all()).hasSize(2);
                Connection limited =
                        conn.with(conn.options().withMaxRows(1).withTimeout(java.time.Duration.ofSeconds(20)));
                assertThat(limited.execute(select(name)).all()).hasSize(1);
            }
            try (Connection conn = single.connect()) {
                insert(conn, "wendy"); // the hint is gone
                assertThat(conn.execute(select(name)).all()).hasSize(3);
            }
        }
    }

    @Test
    @Tag("ENG-04")
    void batchWithNamesThatTheFirstSetLacksIsRefusedToo() {
        try (Connection conn = engine.connect()) {
            assertThatThrownBy(() -> conn.execute(
                            users.insert(), List.of(params("name", "ed"), params("name", "jack", "age", 7))))
                    .isInstanceOf(ArgumentException.class)
                    .hasMessageContaining("ALU-0230")
                    .hasMessageContaining("age");
        }
        assertThat(names()).isEmpty();
    }

    @Test
    @Tag("ENG-11")
    void autocommitMakesEachStatementStay() {
        try (Connection conn = engine.connect()) {
            conn.isolation(Isolation.AUTOCOMMIT);
            try (Transaction tx = conn.begin()) {
                insert(conn, "ed");
            }
        }
        assertThat(names()).containsExactly("ed");
    }

    // ---- errors

    @Test
    @Tag("ENG-15")
    void integrityErrorsTellKindStatementAndParameters() {
        try (Connection conn = engine.connect()) {
            insert(conn, "ed");
            IntegrityException unique = catchThrowableOfType(IntegrityException.class, () -> insert(conn, "ed"));
            assertThat(unique.kind()).isEqualTo(IntegrityException.Kind.UNIQUE);
            assertThat(unique.code()).isEqualTo("ALU-0251");
            assertThat(unique.constraint()).isNotBlank();
            assertThat(unique.statement()).containsIgnoringCase("insert into users");
            assertThat(unique.parameters()).contains("ed");
            assertThat(unique.engine()).isEqualTo(engine.name());
            IntegrityException missing = catchThrowableOfType(
                    IntegrityException.class, () -> conn.execute(users.insert(), params("name", null)));
            assertThat(missing.kind()).isEqualTo(IntegrityException.Kind.NOT_NULL);
            assertThat(missing.constraint()).containsIgnoringCase("name");
            IntegrityException foreign = catchThrowableOfType(
                    IntegrityException.class, () -> conn.execute(addresses.insert(), params("user_id", 4711)));
            assertThat(foreign.kind()).isEqualTo(IntegrityException.Kind.FOREIGN_KEY);
        }
    }

    @Test
    @Tag("ENG-02")
    @Tag("ENG-15")
    void sensitiveValuesStayOutOfErrorsAndTheirCauses() {
        String secret = "oPeN-seSame";
        Table accounts = metadata.table(
                "accounts",
                column("id", INTEGER).primaryKey(),
                column("password", string(11)).sensitive().unique().notNull());
        List<String> echoed = new ArrayList<>();
        try (Connection conn = engine.connect()) {
            accounts.create(conn);
            engine.echoTo(line -> echoed.add(line.text()));
            engine.echo(true);
            conn.execute(accounts.insert(), params("password", secret));
            Throwable twice = catchThrowableOfType(
                    IntegrityException.class, () -> conn.execute(accounts.insert(), params("password", secret)));
            Throwable inBatch = catchThrowableOfType(
                    DatabaseException.class,
                    () -> conn.execute(
                            accounts.insert(), List.of(params("password", "other"), params("password", secret))));
            Throwable notThere = catchThrowableOfType(
                    DatabaseException.class,
                    () -> conn.execute(
                            text("SELECT nosuch FROM accounts WHERE password = :p")
                                    .bind(Sql.bind("p", string(11).sensitive())),
                            params("p", secret)));
            for (Throwable error : new Throwable[] {twice, inBatch, notThere}) {
                for (Throwable each = error; each != null; each = each.getCause()) {
                    assertThat(each.toString()).doesNotContain(secret);
                }
            }
            assertThat(((DatabaseException) twice).parameters()).containsExactly("***");
        } finally {
            engine.echo(false);
            try (Connection conn = engine.connect()) {
                accounts.drop(conn);
            }
            metadata.remove(accounts);
        }
        assertThat(echoed).isNotEmpty();
        assertThat(echoed.toString()).doesNotContain(secret);
    }

    @Test
    @Tag("ENG-15")
    void batchErrorTellsTheConstraint() {
        try (Connection conn = engine.connect()) {
            IntegrityException error = catchThrowableOfType(
                    IntegrityException.class,
                    () -> conn.execute(
                            users.insert(), List.of(params("name", "a"), params("name", "b"), params("name", "a"))));
            assertThat(error.kind()).isEqualTo(IntegrityException.Kind.UNIQUE);
        }
    }

    @Test
    @Tag("ENG-15")
    void unknownTableIsASyntaxError() {
        try (Connection conn = engine.connect()) {
            assertThatThrownBy(() -> conn.execute(text("SELECT * FROM nowhere")))
                    .isInstanceOf(SyntaxException.class)
                    .hasMessageContaining("ALU-0264")
                    .hasMessageContaining("nowhere");
        }
    }

    @Test
    @Tag("ENG-15")
    void hiddenParametersStayOutOfErrors() {
        try (Engine hiding = Engine.builder(url()).hideParameters(true).build();
                Connection conn = hiding.connect()) {
            insert(conn, "secret-name");
            IntegrityException error =
                    catchThrowableOfType(IntegrityException.class, () -> insert(conn, "secret-name"));
            assertThat(error.parameters()).contains("***").doesNotContain("secret-name");
        }
    }

    @Test
    @Tag("ENG-03")
    void useByTwoThreadsAtOnceIsCaught() throws Exception {
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch tried = new CountDownLatch(1);
        AtomicReference<Throwable> caught = new AtomicReference<>();
        try (Connection conn = engine.connect()) {
            Thread other = new Thread(() -> {
                try {
                    inside.await();
                    conn.execute(select(name)).all();
                } catch (Throwable e) {
                    caught.set(e);
                } finally {
                    tried.countDown();
                }
            });
            other.start();
            try (EventRegistration slow = engine.on(AfterExecute.class, e -> {
                inside.countDown();
                try {
                    tried.await();
                } catch (InterruptedException interrupted) {
                    Thread.currentThread().interrupt();
                }
            })) {
                conn.execute(users.count()).scalar();
            }
            other.join();
            assertThat(caught.get()).isInstanceOf(ThreadUseException.class).hasMessageContaining("ALU-0213");
            assertThat(conn.execute(users.count()).scalar(Long.class)).isZero();
        }
    }

    @Test
    @Tag("ENG-03")
    void closedConnectionIsRefusedAndClosingAgainDoesNothing() {
        Connection conn = engine.connect();
        conn.close();
        conn.close();
        assertThat(conn.isClosed()).isTrue();
        assertThatThrownBy(() -> conn.execute(select(name)))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("ALU-0212");
    }

    // ---- pools

    @Test
    @Tag("POOL-02")
    void exhaustedPoolNamesWhoHoldsTheConnections() {
        try (Engine small = Engine.builder(url())
                        .pool(p -> p.size(1)
                                .maxOverflow(0)
                                .timeout(java.time.Duration.ofMillis(300))
                                .traceLeaks(true))
                        .build();
                Connection held = small.connect()) {
            assertThat(small.poolStatus().checkedOut()).isEqualTo(1);
            assertThatThrownBy(small::connect)
                    .isInstanceOf(PoolTimeoutException.class)
                    .hasMessageContaining("ALU-0211")
                    .hasMessageContaining(EngineContract.class.getSimpleName());
        }
    }

    @Test
    @Tag("POOL-07")
    void prePingReplacesADeadConnection() throws Exception {
        try (Engine pinging = Engine.builder(url())
                .pool(p -> p.size(1).maxOverflow(0).prePing(true))
                .build()) {
            try (Connection conn = pinging.connect()) {
                insertAndKill(conn);
            }
            try (Connection conn = pinging.connect()) {
                assertThat(conn.execute(users.count()).scalar(Long.class)).isEqualTo(1L);
            }
        }
    }

    private void insertAndKill(Connection conn) throws Exception {
        insert(conn, "ed");
        conn.unwrap(java.sql.Connection.class).unwrap(java.sql.Connection.class).close();
    }

    @Test
    @Tag("POOL-07")
    void lostConnectionMidTransactionIsNeverUsedAgain() throws Exception {
        try (Engine lossy =
                Engine.builder(url()).pool(p -> p.size(1).maxOverflow(0)).build()) {
            try (Connection conn = lossy.connect()) {
                conn.invalidate();
            }
            try (Connection conn = lossy.connect()) {
                insert(conn, "ed");
            }
        }
        assertThat(names()).containsExactly("ed");
    }
}
