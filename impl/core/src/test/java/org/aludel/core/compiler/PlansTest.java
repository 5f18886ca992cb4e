package org.aludel.core.compiler;

import static org.aludel.sql.Sql.bind;
import static org.aludel.sql.Sql.column;
import static org.aludel.sql.Sql.count;
import static org.aludel.sql.Sql.literal;
import static org.aludel.sql.Sql.max;
import static org.aludel.sql.Sql.select;
import static org.aludel.sql.Sql.text;
import static org.aludel.types.Types.BIGINT;
import static org.aludel.types.Types.INTEGER;
import static org.aludel.types.Types.NUMERIC;
import static org.aludel.types.Types.string;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.aludel.core.dialect.StandardDialect;
import org.aludel.schema.Column;
import org.aludel.schema.MetaData;
import org.aludel.schema.Table;
import org.aludel.sql.Cte;
import org.aludel.sql.Expr;
import org.aludel.sql.Select;
import org.aludel.sql.Statement;
import org.aludel.sql.spi.Resolver;
import org.aludel.sql.spi.Unresolved;
import org.aludel.types.Type;
import org.aludel.types.Types;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class PlansTest {

    private final AtomicInteger ticks = new AtomicInteger();
    private final MetaData metadata = new MetaData();
    private final Table users = metadata.table(
            "users",
            column("id", INTEGER).primaryKey(),
            column("name", string(50)),
            column("email", string(60)).key("mail"),
            column("tick", INTEGER).defaultFrom(ticks::incrementAndGet).onUpdateFrom(ticks::incrementAndGet),
            column("kind", string(5)).defaultValue("plain"));
    private final Column<Integer> id = users.c("id");
    private final Column<String> name = users.c("name");

    private static Compiled compile(Statement statement, String... names) {
        return StandardDialect.INSTANCE.compile(statement, List.of(names), null);
    }

    /** The values that the slots take, in the order of the marks. */
    private static List<@Nullable Object> values(Statement statement, Compiled compiled) {
        return Arrays.stream(compiled.binds())
                .<@Nullable Object>map(slot -> slot.index() >= 0
                        ? statement.structure().binds()[slot.index()].value()
                        : slot.defaultValue())
                .toList();
    }

    @Test
    void slotsFollowTheMarksWhateverTheOrderOfTheStructure() {
        Cte early = select(id).where(id.lt(3)).cte("early");
        Select statement = select(literal("x").label("l"))
                .where(name.eq("ed"), id.in(select(early.<Integer>c("id"))))
                .limit(7)
                .offset(2);
        Compiled compiled = compile(statement);
        assertThat(compiled.sql())
                .isEqualTo(
                        "WITH early AS (SELECT users.id AS id FROM users WHERE users.id < ?) SELECT ? AS l FROM users"
                                + " WHERE users.name = ? AND users.id IN (SELECT early.id FROM early) LIMIT ? OFFSET ?");
        assertThat(values(statement, compiled)).containsExactly(3, "x", "ed", 7L, 2L);
    }

    @Test
    void aCompiledStatementServesOthersOfItsStructure() {
        Select first = select(name).where(name.eq("ed"), id.gt(1));
        Select second = select(name).where(name.eq("wendy"), id.gt(2));
        assertThat(values(second, compile(first))).containsExactly("wendy", 2);
    }

    @Test
    @Tag("SQL-04")
    void listsExpandAtExecutionInPowersOfTwo() {
        Compiled compiled = compile(select(name).where(id.in(1, 2, 3), name.notIn("a")));
        assertThat(compiled.isExpanding()).isTrue();
        assertThat(compiled.paddedSize(3)).isEqualTo(4);
        assertThat(compiled.paddedSize(5)).isEqualTo(8);
        assertThat(compiled.sql(new Object[] {3, 1}))
                .isEqualTo("SELECT users.name FROM users WHERE users.id IN (?, ?, ?, ?) AND (users.name NOT IN (?))");
        assertThat(compiled.sql(new Object[] {4, 1})).isSameAs(compiled.sql(new Object[] {3, 1}));
    }

    @Test
    @Tag("SQL-05")
    void aListThatTurnsOutEmptyIsNeverTrue() {
        Compiled in = compile(select(name).where(id.in(bind("ids", INTEGER))), "ids");
        assertThat(in.sql(new Object[] {0}))
                .isEqualTo("SELECT users.name FROM users WHERE users.id IN (NULL) AND (1 != 1)");
        Compiled notIn = compile(select(name).where(id.notIn(bind("ids", INTEGER))), "ids");
        assertThat(notIn.sql(new Object[] {0}))
                .isEqualTo("SELECT users.name FROM users WHERE (users.id NOT IN (NULL) OR (1 = 1))");
    }

    @Test
    void resultColumnsKnowNameTypeAndSource() {
        Expr<Long> counted = count(id);
        Compiled compiled = compile(select(users.<String>c("mail"), counted, max(id).label("top"), text("y")));
        assertThat(compiled.columns()).extracting(ResultColumn::name).startsWith("mail", "count_1", "top");
        assertThat(compiled.columns())
                .extracting(ResultColumn::type)
                .startsWith(string(60), BIGINT, INTEGER)
                .endsWith((Type<?>) null);
        assertThat(compiled.columns()[1].source()).isSameAs(counted);
        assertThat(compiled.columns()[3].handler()).isNull();
    }

    @Test
    @Tag("SQL-13")
    @Tag("SCH-05")
    void parametersNameTheColumnsAndDefaultsAreAdded() {
        Compiled compiled = compile(users.insert(), "mail", "name");
        assertThat(compiled.sql()).isEqualTo("INSERT INTO users (name, email, tick, kind) VALUES (?, ?, ?, ?)");
        assertThat(compiled.binds()).extracting(BindSlot::name).containsExactly("name", "mail", null, null);
        assertThat(compiled.binds()[2].defaultValue()).isEqualTo(1);
        assertThat(compiled.binds()[2].defaultValue()).isEqualTo(2);
        assertThat(compiled.binds()[3].defaultValue()).isEqualTo("plain");
    }

    @Test
    @Tag("SQL-13")
    void parametersOverrideWhatTheStatementSets() {
        Statement insert = users.insert().set(name, "a").set("mail", "m");
        Compiled compiled = compile(insert, "name");
        assertThat(compiled.binds()[0].name()).isEqualTo("name");
        assertThat(compiled.binds()[1].index()).isGreaterThanOrEqualTo(0);
    }

    @Test
    @Tag("SQL-14")
    void updatesTakeColumnsFromParametersAndOthersFromTheStatement() {
        Compiled compiled = compile(users.update().where(id.eq(bind("key", INTEGER))), "name", "key");
        assertThat(compiled.sql()).isEqualTo("UPDATE users SET name=?, tick=? WHERE users.id = ?");
        assertThat(compiled.binds()).extracting(BindSlot::name).containsExactly("name", null, "key");
    }

    @Test
    void aParameterThatNamesNothingIsRefused() {
        assertThatThrownBy(() -> compile(users.insert(), "nam"))
                .hasMessageStartingWith("ALU-0135")
                .hasMessageContaining("nam of users");
        assertThatThrownBy(() -> compile(users.update().where(id.eq(1)))).hasMessageStartingWith("ALU-0136");
    }

    @Test
    @Tag("ENG-07")
    void anInsertSaysWhereItsKeyIs() {
        InsertPlan generated = compile(users.insert(), "name").insert();
        assertThat(generated).isNotNull();
        assertThat(generated.retrieval()).isEqualTo(InsertPlan.Retrieval.GENERATED_KEYS);
        assertThat(generated.columnNames()).containsExactly("ID");
        assertThat(generated.primaryKey()).containsExactly(new InsertPlan.KeyPart(id, -1, 0));
        InsertPlan given = compile(users.insert(), "name", "id").insert();
        assertThat(given).isNotNull();
        assertThat(given.retrieval()).isEqualTo(InsertPlan.Retrieval.NONE);
        assertThat(given.primaryKey()).containsExactly(new InsertPlan.KeyPart(id, 0, -1));
        InsertPlan unwanted = StandardDialect.INSTANCE
                .compile(users.insert(), List.of("name"), null, false)
                .insert();
        assertThat(unwanted).isNotNull();
        assertThat(unwanted.retrieval()).isEqualTo(InsertPlan.Retrieval.NONE);
    }

    @Test
    void parametersOfWithMoveTheKeyAndTheValuesThatDefaultsLookAt() {
        Table notes = metadata.table(
                "notes",
                column("id", INTEGER).primaryKey(),
                column("text", string(50)),
                column("twice", INTEGER)
                        .defaultWithContext(
                                row -> 2 * (Integer) row.currentParameters().get("id")));
        Cte early = select(name).where(name.eq("ed"), id.lt(3)).cte("early");
        Compiled compiled = compile(
                notes.insert()
                        .set(
                                notes.<String>c("text"),
                                select(early.<String>c("name")).<String>asScalar()),
                "id");
        assertThat(compiled.sql())
                .isEqualTo("WITH early AS (SELECT users.name AS name FROM users WHERE users.name = ? AND users.id < ?)"
                        + " INSERT INTO notes (id, text, twice) VALUES (?, (SELECT early.name FROM early), ?)");
        assertThat(compiled.insert()).isNotNull();
        assertThat(compiled.insert().primaryKey()).containsExactly(new InsertPlan.KeyPart(notes.c("id"), 2, -1));
        assertThat(compiled.computed()).isNotNull();
        assertThat(compiled.computed().computed()).containsExactly(new RowSlots.Place(notes.c("twice"), 0, 3));
        assertThat(compiled.computed().places()).contains(new RowSlots.Place(notes.c("id"), 0, 2));
    }

    @Test
    void aSubqueryAmongTheValuesDoesNotMakeAnInsertAQuery() {
        Compiled insert = compile(users.insert().set(id, select(max(id)).<Integer>asScalar()));
        assertThat(insert.kind()).isEqualTo(Compiled.Kind.INSERT);
        assertThat(insert.returnsRows()).isFalse();
        Compiled delete = compile(users.delete().where(id.in(select(id).where(name.eq("x")))));
        assertThat(delete.kind()).isEqualTo(Compiled.Kind.DELETE);
        assertThat(delete.columns()).isEmpty();
    }

    // ---- mapped attributes

    private record Named<T>(String property, Class<T> javaType) implements Unresolved<T> {

        @Override
        public Object identity() {
            return this;
        }

        @Override
        public Type<T> type() {
            return Types.unknown(javaType);
        }

        @Override
        public String outputName() {
            return property;
        }
    }

    private final Resolver resolver = attribute -> users.c(((Named<?>) attribute.identity()).property());

    @Test
    void attributesAreResolvedWhenTheStatementIsCompiled() {
        Named<Integer> mappedId = new Named<>("id", Integer.class);
        Named<String> mail = new Named<>("mail", String.class);
        Select statement = select(mail, max(mappedId), mappedId.plus(NUMERIC.coerce(1)))
                .where(mail.startsWith("a"), mappedId.gt(2))
                .orderBy(mail.desc());
        Compiled compiled = StandardDialect.INSTANCE.compile(statement, List.of(), resolver);
        assertThat(compiled.sql())
                .isEqualTo("SELECT users.email, max(users.id) AS max_1, users.id + ? AS anon_1 FROM users"
                        + " WHERE (users.email LIKE ? || '%' ESCAPE '/') AND users.id > ? ORDER BY users.email DESC");
        assertThat(compiled.columns()[0].source()).isSameAs(mail);
        assertThat(compiled.columns()).extracting(ResultColumn::type).startsWith(string(60), INTEGER);
        assertThatThrownBy(() -> compile(statement)).hasMessageStartingWith("ALU-0130");
    }

    @Test
    void attributesInSubqueriesKeepTheirOwnNames() {
        Named<String> mail = new Named<>("mail", String.class);
        var inner = select(mail).subquery();
        Compiled compiled = StandardDialect.INSTANCE.compile(select(inner.<String>c("mail")), List.of(), resolver);
        assertThat(compiled.sql())
                .isEqualTo("SELECT anon_1.mail FROM (SELECT users.email AS mail FROM users) AS anon_1");
    }
}
