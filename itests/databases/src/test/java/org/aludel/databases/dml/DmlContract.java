package org.aludel.databases.dml;

import static org.aludel.sql.Sql.bind;
import static org.aludel.sql.Sql.column;
import static org.aludel.sql.Sql.excluded;
import static org.aludel.sql.Sql.literal;
import static org.aludel.sql.Sql.max;
import static org.aludel.sql.Sql.params;
import static org.aludel.sql.Sql.select;
import static org.aludel.sql.Sql.upsert;
import static org.aludel.types.Types.INTEGER;
import static org.aludel.types.Types.string;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.aludel.engine.Connection;
import org.aludel.engine.DefaultContext;
import org.aludel.engine.Engine;
import org.aludel.engine.Row;
import org.aludel.errors.CompileException;
import org.aludel.errors.InvalidRequestException;
import org.aludel.schema.Column;
import org.aludel.schema.MetaData;
import org.aludel.schema.Sequence;
import org.aludel.schema.Table;
import org.aludel.sql.Capability;
import org.aludel.sql.Insert;
import org.aludel.sql.Statement;
import org.aludel.sql.Update;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What statements that write do on every database; where one can't do it, its dialect must say so. */
abstract class DmlContract {

    private final AtomicInteger tokens = new AtomicInteger();
    private final MetaData metadata = new MetaData();
    private final Table notes = metadata.table(
            "notes",
            column("id", INTEGER).primaryKey(),
            column("title", string(40)).notNull(),
            column("slug", string(40)).defaultWithContext(DmlContract::slug),
            column("kind", string(10)).defaultValue("note"),
            column("token", INTEGER).defaultFrom(tokens::incrementAndGet),
            column("changes", INTEGER)
                    .defaultExpression(literal(1).plus(0))
                    .onUpdateExpression(column("changes", INTEGER).plus(1)),
            column("editor", string(10)).onUpdateValue("system"));
    private final Table stock = metadata.table(
            "stock",
            column("code", string(10)).primaryKey(),
            column("amount", INTEGER).notNull(),
            column("note_id", INTEGER));
    private final Column<Integer> id = notes.c("id");
    private final Column<String> title = notes.c("title");
    private final Column<String> slug = notes.c("slug");
    private final Column<String> code = stock.c("code");
    private final Column<Integer> amount = stock.c("amount");
    private final Column<Integer> noteId = stock.c("note_id");

    private Engine engine;
    private Connection connection;

    abstract String url();

    private static String slug(DefaultContext context) {
        String title =
                (String) Objects.requireNonNull(context.currentParameters().get("title"));
        return title.toLowerCase(Locale.ROOT);
    }

    @BeforeEach
    void open() {
        engine = Engine.create(url());
        metadata.createAll(engine);
        connection = engine.connect();
    }

    @AfterEach
    void drop() {
        connection.close();
        metadata.dropAll(engine);
        engine.close();
    }

    private boolean can(Capability capability) {
        return engine.dialect().supports(capability);
    }

    private List<String> strings(Column<String> column) {
        return connection
                .execute(select(column).orderBy(column.table() == notes ? id : code))
                .scalars(column);
    }

    private void refused(Statement statement) {
        assertThatThrownBy(() -> connection.execute(statement))
                .isInstanceOf(CompileException.class)
                .hasMessageContaining("; where: ")
                .hasMessageContaining(engine.dialect().name());
    }

    // ---- defaults

    @Test
    @Tag("SCH-05")
    void aDefaultSeesTheOtherValuesOfItsRow() {
        connection.execute(notes.insert(), params("title", "One"));
        connection.execute(notes.insert(), List.of(params("title", "Two"), params("title", "Three")));
        Insert several = notes.insert().values(List.of(Map.of("title", "Four"), Map.of("title", "Five")));
        if (can(Capability.MULTI_ROW_VALUES)) {
            connection.execute(several);
        } else {
            refused(several);
            connection.execute(notes.insert(), List.of(params("title", "Four"), params("title", "Five")));
        }
        assertThat(strings(slug)).containsExactly("one", "two", "three", "four", "five");
        assertThat(connection
                        .execute(select(notes.<Integer>c("token")).orderBy(id))
                        .scalars(Integer.class))
                .as("computed once for each row")
                .containsExactly(1, 2, 3, 4, 5);
        assertThat(connection
                        .execute(select(notes.<Integer>c("changes")).distinct())
                        .scalars(Integer.class))
                .containsExactly(1);
    }

    @Test
    @Tag("SCH-05")
    @Tag("SQL-13")
    void whatIsGivenGoesBeforeDefaultsAndParametersBeforeValues() {
        connection.execute(
                notes.insert().set(title, "A").set("kind", "memo"), params("title", "B", "slug", "own", "token", 7));
        Row row = connection.execute(select(notes)).one();
        assertThat(row.get(title)).isEqualTo("B");
        assertThat(row.get(slug)).isEqualTo("own");
        assertThat(row.get("kind")).isEqualTo("memo");
        assertThat(row.get("token")).isEqualTo(7);
        assertThat(tokens).hasValue(0);
    }

    @Test
    @Tag("SCH-05")
    @Tag("SQL-14")
    void updatesAddTheirDefaults() {
        connection.execute(notes.insert(), List.of(params("title", "a"), params("title", "b")));
        connection.execute(
                notes.update().where(title.eq(bind("old", string(40)))),
                List.of(params("old", "a", "title", "x"), params("old", "b", "title", "y")));
        List<Row> rows = connection.execute(select(notes).orderBy(id)).all();
        assertThat(rows).extracting(row -> row.get("title")).containsExactly("x", "y");
        assertThat(rows).extracting(row -> row.get("changes")).containsExactly(2, 2);
        assertThat(rows).extracting(row -> row.get("editor")).containsExactly("system", "system");
    }

    @Test
    @Tag("SCH-05")
    void aDefaultMayAskTheDatabase() {
        MetaData more = new MetaData();
        Table numbered = more.table(
                "numbered",
                column("id", INTEGER)
                        .primaryKey()
                        .defaultWithContext(context -> 1
                                + Objects.requireNonNullElse(
                                        (Integer) context.connection()
                                                .execute(select(max(id)))
                                                .scalar(),
                                        0)),
                column("title", string(40)));
        more.createAll(engine);
        try {
            connection.execute(notes.insert().set(id, 40).set(title, "first"));
            Row key = connection.execute(numbered.insert().set("title", "x")).insertedPrimaryKey();
            assertThat(key.get(0)).isEqualTo(41);
        } finally {
            more.dropAll(engine);
        }
    }

    @Test
    @Tag("SCH-05")
    @Tag("SQL-13")
    void sequencesGiveKeysWhereTheDatabaseHasThem() {
        MetaData more = new MetaData();
        Sequence tickets = more.sequence(Sequence.of("tickets_seq").startingWith(500));
        Table ticket =
                more.table("ticket", column("id", INTEGER).primaryKey().sequence(tickets), column("title", string(40)));
        Statement explicit = ticket.insert().set("id", tickets.next()).set("title", "x");
        if (!can(Capability.SEQUENCES)) {
            refused(explicit);
            return;
        }
        more.createAll(connection, false);
        try {
            assertThat(connection
                            .execute(ticket.insert(), params("title", "x"))
                            .insertedPrimaryKey()
                            .get(0, Integer.class))
                    .isEqualTo(500);
            connection.execute(explicit);
            connection.execute(ticket.insert(), List.of(params("title", "y"), params("title", "z")));
            assertThat(connection.execute(select(max(ticket.<Integer>c("id")))).scalar())
                    .isEqualTo(503);
        } finally {
            more.dropAll(connection, false);
        }
    }

    // ---- insert

    @Test
    @Tag("SQL-13")
    void rowsGivenInTheOrderOfTheColumns() {
        connection.execute(stock.insert().values(List.of("a", 1)));
        if (can(Capability.MULTI_ROW_VALUES)) {
            connection.execute(stock.insert().values(List.of(List.of("b", 2, 20), List.of("c", 3, 30))));
            assertThat(strings(code)).containsExactly("a", "b", "c");
        } else {
            assertThat(strings(code)).containsExactly("a");
        }
    }

    @Test
    @Tag("SQL-13")
    void aRowOfDefaults() {
        MetaData more = new MetaData();
        Table plain = more.table(
                "plain",
                column("id", INTEGER).primaryKey(),
                column("state", string(5)).serverDefault("new"));
        more.createAll(engine);
        try {
            Row key = connection.execute(plain.insert().values(Map.of())).insertedPrimaryKey();
            assertThat(key.get(0)).isNotNull();
            assertThat(connection.execute(select(plain.<String>c("state"))).scalar())
                    .isEqualTo("new");
        } finally {
            more.dropAll(engine);
        }
    }

    @Test
    @Tag("SQL-13")
    void theRowsOfAQueryGetDefaultsToo() {
        connection.execute(stock.insert(), List.of(params("code", "p", "amount", 1), params("code", "q", "amount", 2)));
        connection.execute(notes.insert().fromSelect(List.of(title, "slug"), select(code, code)));
        assertThat(connection.execute(select(notes.<String>c("kind"))).scalars(String.class))
                .containsExactly("note", "note");
        assertThat(strings(title)).containsExactlyInAnyOrder("p", "q");
    }

    @Test
    @Tag("SQL-13")
    void aKeyThatIsAnExpressionComesBack() {
        connection.execute(stock.insert(), params("code", "k", "amount", 30));
        Insert insert = notes.insert()
                .set(id, select(max(amount)).<Integer>asScalar())
                .set(title, "computed")
                .set(slug, "s");
        if (can(Capability.INSERT_RETURNING)) {
            assertThat(connection.execute(insert).insertedPrimaryKey().get(0)).isEqualTo(30);
        } else {
            connection.execute(insert);
            assertThat(connection.execute(select(id)).scalar()).isEqualTo(30);
        }
    }

    // ---- returning

    @Test
    @Tag("SQL-15")
    void batchesGiveTheirRowsBackInOrder() {
        Insert insert = notes.insert().returning(id, title);
        List<Map<String, Object>> sets = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            sets.add(Map.of("title", "t" + i, "slug", "s"));
        }
        if (!can(Capability.INSERT_RETURNING)) {
            assertThatThrownBy(() -> connection.execute(insert, sets)).isInstanceOf(CompileException.class);
            return;
        }
        List<Row> rows = connection.execute(insert, sets).all();
        assertThat(rows).extracting(row -> row.get(title)).containsExactly(titles(20));
        assertThat(rows).extracting(row -> row.get(id)).doesNotContainNull().doesNotHaveDuplicates();
    }

    private static String[] titles(int count) {
        String[] titles = new String[count];
        for (int i = 0; i < count; i++) {
            titles[i] = "t" + i;
        }
        return titles;
    }

    @Test
    @Tag("SQL-15")
    void updatesAndDeletesGiveRowsBackWhereTheDatabaseCan() {
        connection.execute(stock.insert(), List.of(params("code", "a", "amount", 1), params("code", "b", "amount", 2)));
        Statement update =
                stock.update().set(amount, amount.plus(10)).where(code.eq("a")).returning(code, amount);
        if (can(Capability.UPDATE_RETURNING)) {
            assertThat(connection.execute(update).one().get(amount)).isEqualTo(11);
        } else {
            refused(update);
        }
        Statement delete = stock.delete().where(code.eq("b")).returning(amount);
        if (can(Capability.DELETE_RETURNING)) {
            assertThat(connection.execute(delete).scalars(amount)).containsExactly(2);
        } else {
            refused(delete);
        }
    }

    // ---- update, delete

    @Test
    @Tag("SQL-14")
    void valuesComeFromOtherTables() {
        connection.execute(notes.insert().set(id, 1).set(title, "a").set(slug, "s"));
        connection.execute(
                stock.insert(),
                List.of(
                        params("code", "x", "amount", 5, "note_id", 1),
                        params("code", "y", "amount", 6, "note_id", null)));
        connection.execute(stock.update()
                .set(code, select(title).where(id.eq(noteId)).<String>asScalar())
                .where(noteId.isNotNull()));
        assertThat(strings(code)).containsExactly("a", "y");
        Update update = notes.update().set(title, code).where(noteId.eq(id));
        if (can(Capability.UPDATE_FROM)) {
            connection.execute(stock.update().set(code, "z").where(amount.eq(5)));
            assertThat(connection.execute(update).rowCount()).isEqualTo(1);
            assertThat(strings(title)).containsExactly("z");
        } else {
            refused(update);
        }
    }

    @Test
    @Tag("SQL-14")
    void rowsGoBecauseOfOthers() {
        connection.execute(notes.insert().set(id, 1).set(title, "a").set(slug, "s"));
        connection.execute(
                stock.insert(),
                List.of(
                        params("code", "x", "amount", 5, "note_id", 1),
                        params("code", "y", "amount", 6, "note_id", 2)));
        Statement delete = stock.delete().where(noteId.eq(id), title.eq("a"));
        if (can(Capability.DELETE_USING)) {
            assertThat(connection.execute(delete).rowCount()).isEqualTo(1);
        } else {
            refused(delete);
            connection.execute(stock.delete().where(noteId.in(select(id).where(title.eq("a")))));
        }
        assertThat(strings(code)).containsExactly("y");
    }

    // ---- upsert

    @Test
    @Tag("SQL-16")
    void upsertInsertsOrUpdates() {
        Insert count = upsert(stock).update(amount, amount.plus(excluded(amount)));
        connection.execute(count, params("code", "a", "amount", 1));
        connection.execute(count, params("code", "a", "amount", 2));
        connection.execute(count, List.of(params("code", "a", "amount", 4), params("code", "b", "amount", 8)));
        assertThat(connection.execute(select(amount).orderBy(code)).scalars(amount))
                .containsExactly(7, 8);
        connection.execute(upsert(stock).set(code, "b").set(amount, 99).doNothing());
        assertThat(connection.execute(select(amount).orderBy(code)).scalars(amount))
                .containsExactly(7, 8);
    }

    @Test
    @Tag("SQL-16")
    void upsertMayUpdateSomeRowsOnly() {
        connection.execute(
                stock.insert(), List.of(params("code", "a", "amount", 1), params("code", "b", "amount", 50)));
        Insert raise = upsert(stock).update(amount).updateWhere(amount.lt(excluded(amount)));
        List<Map<String, Object>> sets = List.of(Map.of("code", "a", "amount", 10), Map.of("code", "b", "amount", 10));
        if (engine.dialect().name().equals("mariadb")) {
            assertThatThrownBy(() -> connection.execute(raise, sets)).isInstanceOf(CompileException.class);
            return;
        }
        connection.execute(raise, sets);
        assertThat(connection.execute(select(amount).orderBy(code)).scalars(amount))
                .containsExactly(10, 50);
    }

    @Test
    @Tag("SQL-16")
    void upsertOfTheRowsOfAQuery() {
        connection.execute(stock.insert(), List.of(params("code", "a", "amount", 1), params("code", "b", "amount", 2)));
        Insert insert = upsert(stock)
                .fromSelect(List.of(code, amount), select(code, amount.times(10)))
                .update(amount);
        if (can(Capability.MULTI_ROW_UPSERT)) {
            connection.execute(insert);
            assertThat(connection.execute(select(amount).orderBy(code)).scalars(amount))
                    .containsExactly(10, 20);
        } else {
            refused(insert);
        }
    }

    // ---- bound to an engine

    @Test
    @Tag("ENG-17")
    void aBoundStatementExecutesItself() {
        assertThat(stock.insert()
                        .set(code, "a")
                        .set(amount, 1)
                        .bind(engine)
                        .execute()
                        .rowCount())
                .isEqualTo(1);
        assertThat(stock.count().bind(engine).scalar(Long.class)).isEqualTo(1);
        assertThat(select(code).bind(engine).execute().scalars(code)).containsExactly("a");
        for (Row row : select(code).bind(engine).execute()) {
            assertThat(row.get(code)).isEqualTo("a");
        }
        assertThat(engine.poolStatus().checkedOut())
                .as("only this test's connection")
                .isEqualTo(1);
    }

    @Test
    @Tag("ENG-17")
    void boundTablesNeedNoConnection() {
        MetaData bound = new MetaData().bind(engine);
        Table things = bound.table(
                "things",
                column("id", INTEGER).primaryKey(),
                column("uid", string(40)).defaultFrom(() -> UUID.randomUUID().toString()));
        bound.createAll();
        try {
            things.insert().set("id", 5).execute();
            assertThat(things.count().scalar()).isEqualTo(1L);
            assertThat(select(things).toString()).isEqualTo(select(things).toSql(engine.dialect()));
        } finally {
            bound.dropAll();
        }
        bound.bind(null);
        assertThatThrownBy(() -> things.count().execute())
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageStartingWith("ALU-0176");
    }
}
