package org.aludel.databases.engine;

import static org.aludel.sql.Sql.column;
import static org.aludel.sql.Sql.count;
import static org.aludel.sql.Sql.params;
import static org.aludel.sql.Sql.rowId;
import static org.aludel.sql.Sql.select;
import static org.aludel.sql.Sql.text;
import static org.aludel.types.Types.INTEGER;
import static org.aludel.types.Types.string;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.aludel.engine.AfterExecute;
import org.aludel.engine.Begin;
import org.aludel.engine.Connection;
import org.aludel.engine.Engine;
import org.aludel.engine.EventRegistration;
import org.aludel.engine.Isolation;
import org.aludel.engine.SqlCall;
import org.aludel.engine.Transaction;
import org.aludel.errors.ArgumentException;
import org.aludel.errors.CompileException;
import org.aludel.errors.IntegrityException;
import org.aludel.errors.TransactionStateException;
import org.aludel.schema.MetaData;
import org.aludel.schema.Table;
import org.aludel.sql.Select;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Options that change how an engine writes and runs statements, and those who change them on their way. */
class EngineOptionsTest {

    private final MetaData metadata = new MetaData();
    private final Table users = metadata.table(
            "users",
            column("id", INTEGER).primaryKey(),
            column("name", string(50)).unique());
    private final Table notes = metadata.table("notes", column("word", string(50)));

    private String sql(Engine engine, Select select) {
        return engine.dialect().toSql(select);
    }

    @Test
    @Tag("ENG-13")
    void everySelectIsOrderedWhereTheEngineIsToldSo() {
        try (Engine engine = Engine.create("h2:///mem:ordered?defaultOrdering=true")) {
            assertThat(sql(engine, select(users.c("name"))))
                    .isEqualTo("SELECT users.name FROM users ORDER BY users.id");
            assertThat(sql(
                            engine,
                            select(users.c("name"))
                                    .where(users.c("id", Integer.class).gt(1))
                                    .limit(2)))
                    .contains("ORDER BY users.id");
            assertThat(sql(engine, select(notes.c("word")))).endsWith("FROM notes ORDER BY notes._ROWID_");
            assertThat(sql(engine, select(users.as("u").c("name")))).endsWith("ORDER BY u.id");
            // an order of its own, groups and DISTINCT stay as they are
            assertThat(sql(engine, select(users.c("name")).orderBy(users.c("name"))))
                    .endsWith("ORDER BY users.name");
            assertThat(sql(engine, select(count(users.c("id"))))).doesNotContain("ORDER BY");
            assertThat(sql(engine, select(users.c("name")).distinct())).doesNotContain("ORDER BY");
            assertThat(sql(engine, select(users.c("name")).groupBy(users.c("name"))))
                    .doesNotContain("ORDER BY");
            metadata.createAll(engine);
            try (Connection conn = engine.connect()) {
                for (int id : new int[] {3, 1, 2}) {
                    conn.execute(users.insert(), params("id", id, "name", "n" + id));
                }
                assertThat(conn.execute(select(users.c("name"))).scalars(String.class))
                        .containsExactly("n1", "n2", "n3");
            }
        }
        try (Engine engine = Engine.create("h2:///mem:plain")) {
            assertThat(sql(engine, select(users.c("name")))).doesNotContain("ORDER BY");
        }
    }

    @Test
    @Tag("ENG-13")
    void rowsHaveTheAddressOfTheirDatabase() {
        for (String url : new String[] {"h2:///mem:rowid", "sqlite://"}) {
            try (Engine engine = Engine.create(url);
                    Connection conn = engine.connect()) {
                metadata.createAll(conn);
                conn.execute(notes.insert(), List.of(params("word", "a"), params("word", "b")));
                List<Object> ids = new ArrayList<>();
                conn.execute(select(rowId(notes).label("address"), notes.c("word"))
                                .orderBy(rowId(notes)))
                        .forEach(row -> ids.add(row.get(0)));
                assertThat(ids).hasSize(2).doesNotHaveDuplicates();
                assertThat(conn.execute(select(notes.c("word"))
                                        .where(rowId(notes).eq(ids.get(1))))
                                .scalar(String.class))
                        .isEqualTo("b");
            }
        }
        try (Engine engine = Engine.create("hsqldb:///mem:rowid")) {
            assertThatThrownBy(() -> sql(engine, select(rowId(notes))))
                    .isInstanceOf(CompileException.class)
                    .hasMessageContaining("row id")
                    .hasMessageContaining("primary key");
        }
    }

    @Test
    @Tag("ENG-13")
    void optionsComeFromBuilderUrlAndProperties() {
        Select empty = select(users.c("id")).where(users.c("id", Integer.class).in(List.of()));
        String dynamic = "users.id != users.id";
        try (Engine byBuilder = Engine.builder("h2:///mem:o1")
                        .option("emptyInStrategy", "dynamic")
                        .build();
                Engine byUrl = Engine.create("h2:///mem:o2?aludel.emptyInStrategy=dynamic");
                Engine byProperties =
                        Engine.of(Map.of("url", "h2:///mem:o3", "aludel.option.emptyInStrategy", "dynamic"));
                Engine plain = Engine.create("h2:///mem:o4")) {
            for (Engine engine : List.of(byBuilder, byUrl, byProperties)) {
                assertThat(sql(engine, empty)).contains(dynamic);
                engine.connect().close(); // the option is none of the driver's, and stays when the version is known
                assertThat(sql(engine, empty)).contains(dynamic);
            }
            assertThat(sql(plain, empty)).doesNotContain(dynamic);
        }
        try (Engine old = Engine.builder(new JdbcDataSource())
                .dialect("oracle")
                .option("useAnsi", false)
                .build()) {
            Table other = new MetaData().table("other", column("user_id", INTEGER));
            assertThat(sql(
                            old,
                            select(users.c("id"))
                                    .from(users)
                                    .outerJoin(
                                            other, users.c("id", Integer.class).eq(other.c("user_id", Integer.class)))))
                    .contains("(+)");
        }
    }

    @Test
    @Tag("ENG-13")
    void implicitReturningCanBeSwitchedOff() {
        try (Engine on = Engine.create("sqlite://");
                Engine off = Engine.create("sqlite://?implicitReturning=false")) {
            for (Engine engine : List.of(on, off)) {
                List<String> sent = new ArrayList<>();
                metadata.createAll(engine);
                engine.on(AfterExecute.class, e -> sent.add(e.sql()));
                try (Connection conn = engine.connect()) {
                    assertThat(conn.execute(users.insert(), params("name", "ed"))
                                    .insertedPrimaryKey()
                                    .get(0, Integer.class))
                            .isEqualTo(1);
                }
                assertThat(sent.get(0).contains("RETURNING")).isEqualTo(engine == on);
            }
        }
    }

    @Test
    @Tag("ENG-13")
    void withoutBatchModeSetsGoOneByOne() {
        try (Engine engine =
                        Engine.builder("sqlite://").option("batchMode", false).build();
                Connection conn = engine.connect()) {
            metadata.createAll(conn);
            assertThatThrownBy(() -> conn.execute(
                            users.insert(),
                            List.of(params("name", "ed"), params("name", "jack"), params("name", "ed"))))
                    .isInstanceOf(IntegrityException.class);
            assertThat(conn.execute(users.count()).scalar(Long.class)).isEqualTo(2);
        }
    }

    @Test
    @Tag("ENG-13")
    void unknownOptionsAndValuesAreRefused() {
        assertThatThrownBy(() -> Engine.builder("h2:///mem:x").option("nosuch", true))
                .isInstanceOf(ArgumentException.class)
                .hasMessageContaining("ALU-0204")
                .hasMessageContaining("defaultOrdering");
        assertThatThrownBy(() -> Engine.create("h2:///mem:x?defaultOrdering=perhaps"))
                .hasMessageContaining("ALU-0204")
                .hasMessageContaining("true or false");
        assertThatThrownBy(() -> Engine.create("h2:///mem:x?aludel.nosuch=1")).hasMessageContaining("ALU-0204");
        assertThatThrownBy(() -> Engine.create("h2:///mem:x?emptyInStrategy=never"))
                .hasMessageContaining("DYNAMIC");
    }

    // ---- on the way

    @Test
    @Tag("ENG-14")
    void sqlAndItsValuesMayBeChangedBeforeTheyAreSent() {
        try (Engine engine = Engine.create("h2:///mem:rewritten");
                Connection conn = engine.connect()) {
            metadata.createAll(conn);
            List<String> sent = new ArrayList<>();
            engine.on(AfterExecute.class, e -> sent.add(e.sql()));
            EventRegistration comment = engine.rewriteSql((c, call) -> call.withSql(call.sql() + " -- job 7"));
            EventRegistration upper =
                    engine.rewriteSql((c, call) -> call.withParameterSets(call.parameterSets().stream()
                            .map(set -> set.stream()
                                    .map(value ->
                                            value instanceof String s ? s.toUpperCase(java.util.Locale.ROOT) : value)
                                    .toList())
                            .toList()));
            conn.execute(users.insert(), List.of(params("name", "ed"), params("name", "jack")));
            conn.execute(users.insert(), params("name", "wendy"));
            List<String> found = conn.execute(select(users.c("name"))
                            .where(users.c("name", String.class).in(List.of("ed", "wendy"))))
                    .scalars(String.class);
            assertThat(found).containsExactlyInAnyOrder("ED", "WENDY");
            assertThat(sent).hasSize(3).allMatch(each -> each.endsWith(" -- job 7"));
            upper.close();
            comment.close();
            conn.execute(users.count()).close();
            assertThat(sent.get(3)).doesNotContain("job");
            engine.rewriteSql((c, call) -> new SqlCall(call.sql(), List.of(List.of())));
            assertThatThrownBy(() -> conn.execute(users.insert(), params("name", "x")))
                    .isInstanceOf(ArgumentException.class)
                    .hasMessageContaining("ALU-0276");
        }
    }

    @Test
    @Tag("ENG-14")
    void statementsMayBeChangedBeforeTheyAreCompiled() {
        try (Engine engine = Engine.create("h2:///mem:rewritten2");
                Connection conn = engine.connect()) {
            metadata.createAll(conn);
            conn.execute(users.insert(), List.of(params("name", "ed"), params("name", "jack")));
            engine.rewriteStatements(
                    (c, statement) -> statement instanceof Select select ? select.limit(1) : statement);
            assertThat(conn.execute(select(users.c("name"))).all()).hasSize(1);
        }
    }

    @Test
    @Tag("ENG-14")
    void listenersHaveAnOrderAndMayHearOnce() {
        try (Engine engine = Engine.create("h2:///mem:listeners")) {
            List<String> heard = new ArrayList<>();
            engine.on(Begin.class, e -> heard.add("second"));
            engine.onFirst(Begin.class, e -> heard.add("first"));
            engine.once(Begin.class, e -> heard.add("once"));
            engine.useTransaction(conn -> {});
            engine.useTransaction(conn -> {});
            assertThat(heard).containsExactly("first", "second", "once", "first", "second");
        }
    }

    // ---- transactions of threads

    @Test
    @Tag("ENG-05")
    @Tag("ENG-03")
    void anEngineBoundToThreadsBeginsTransactionsItself() {
        try (Engine engine = Engine.builder("h2:///mem:threads")
                .pool(p -> p.threadLocal(true))
                .build()) {
            metadata.bind(engine).createAll();
            try (Transaction outer = engine.begin()) {
                users.insert().values(params("name", "ed")).execute(); // on the thread's connection
                try (Transaction inner = engine.begin()) {
                    users.insert().values(params("name", "jack")).execute();
                    inner.commit();
                }
                assertThat(engine.poolStatus().checkedOut()).isEqualTo(1);
                outer.rollback();
            }
            assertThat(engine.poolStatus().checkedOut()).isZero();
            assertThat(users.count().scalar()).isEqualTo(0L);
            try (Transaction tx = engine.begin()) {
                users.insert().values(params("name", "ed")).execute();
                tx.commit();
                assertThat(tx.isActive()).isFalse();
            }
            assertThat(users.count().scalar()).isEqualTo(1L);
            assertThat(engine.poolStatus().checkedOut()).isZero();
        }
        try (Engine engine = Engine.create("h2:///mem:nothreads")) {
            assertThatThrownBy(engine::begin)
                    .isInstanceOf(TransactionStateException.class)
                    .hasMessageContaining("ALU-0277")
                    .hasMessageContaining("threadLocal(true)");
        }
    }

    @Test
    @Tag("ENG-11")
    void isolationIsAnOptionOfExecutionToo() {
        try (Engine engine = Engine.create("h2:///mem:isolation")) {
            Isolation usual;
            try (Connection conn = engine.connect()) {
                usual = conn.isolation();
                Connection strict = conn.with(conn.options().withIsolation(Isolation.SERIALIZABLE));
                assertThat(strict.isolation()).isEqualTo(Isolation.SERIALIZABLE);
                try (Transaction tx = strict.begin()) {
                    assertThatThrownBy(() -> strict.with(strict.options().withIsolation(Isolation.READ_COMMITTED)))
                            .hasMessageContaining("ALU-0227");
                    assertThatThrownBy(() -> strict.with(strict.options().withReadOnly(true)))
                            .hasMessageContaining("ALU-0227");
                }
            }
            try (Connection conn = engine.connect()) {
                assertThat(conn.isolation()).isEqualTo(usual);
                assertThat(conn.execute(text("SELECT 1")).scalar(Integer.class)).isEqualTo(1);
            }
        }
    }
}
