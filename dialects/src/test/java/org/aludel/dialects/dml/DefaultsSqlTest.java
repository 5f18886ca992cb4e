package org.aludel.dialects.dml;

import static org.aludel.sql.Sql.column;
import static org.aludel.sql.Sql.func;
import static org.aludel.sql.Sql.params;
import static org.aludel.sql.Sql.select;
import static org.aludel.types.Types.INTEGER;
import static org.aludel.types.Types.TIMESTAMP;
import static org.aludel.types.Types.string;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.aludel.core.dialect.CoreDialect;
import org.aludel.schema.MetaData;
import org.aludel.schema.Sequence;
import org.aludel.schema.Table;
import org.aludel.sql.CompiledSql;
import org.aludel.sql.Dialect;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class DefaultsSqlTest extends Shop {

    private final MetaData defaults = new MetaData();
    private final Table entry = defaults.table(
            "entry",
            column("id", INTEGER).primaryKey(),
            column("text", string(10)),
            column("kind", INTEGER).defaultValue(5),
            column("made", TIMESTAMP).defaultExpression(func("now", TIMESTAMP)),
            column("stored", INTEGER).serverDefault("7"),
            column("changes", INTEGER).onUpdateValue(9),
            column("tick", INTEGER).sequence(Sequence.of("ticks")));

    private static String insert(Dialect dialect, Table table, Map<String, ?> parameters) {
        return dialect.compile(table.insert(), parameters).sql();
    }

    @Test
    @Tag("SCH-05")
    void eachKindOfDefaultIsWrittenInItsWay() {
        Map<String, Object> text = Map.of("text", "x");
        assertThat(insert(POSTGRESQL, entry, text))
                .isEqualTo("INSERT INTO entry (text, kind, made, tick) VALUES (?, ?, now(), nextval('ticks'))"
                        + " RETURNING entry.id");
        assertThat(insert(SQL_SERVER, entry, text))
                .isEqualTo("INSERT INTO entry (text, kind, made, tick) OUTPUT inserted.id"
                        + " VALUES (?, ?, CURRENT_TIMESTAMP, NEXT VALUE FOR ticks)");
        assertThat(insert(MYSQL, entry, text))
                .as("without sequences the column is left out")
                .isEqualTo("INSERT INTO entry (text, kind, made) VALUES (?, ?, now())");
        assertThat(insert(POSTGRESQL, entry, Map.of("text", "x", "kind", 6, "stored", 8, "tick", 3)))
                .isEqualTo(
                        "INSERT INTO entry (text, kind, made, stored, tick) VALUES (?, ?, now(), ?, ?) RETURNING entry.id");
    }

    @Test
    @Tag("SCH-05")
    void rowsAndQueriesGetDefaultsToo() {
        sql(
                MYSQL,
                entry.insert().values(List.of(Map.of("text", "x"), Map.of("text", "y"))),
                "INSERT INTO entry (text, kind, made) VALUES (?, ?, now()), (?, ?, now())");
        sql(
                MYSQL,
                entry.insert().fromSelect(List.of("text"), select(name)),
                "INSERT INTO entry (text, kind, made) SELECT customer.name, ? AS anon_1, now() AS now_1 FROM customer");
        sql(
                MYSQL,
                entry.insert().fromSelect(List.of("text"), select(name), false),
                "INSERT INTO entry (text) SELECT customer.name FROM customer");
    }

    @Test
    @Tag("SCH-05")
    void updatesHaveDefaultsOfTheirOwn() {
        sql(STANDARD, entry.update().set("text", "x"), "UPDATE entry SET text=?, changes=?");
        assertThat(STANDARD.compile(entry.update().set("text", "x").set("changes", 1))
                        .parameters())
                .containsExactly("x", 1);
    }

    @Test
    @Tag("SCH-05")
    void keysOfSequencesAreWrittenInlineOrFetchedBeforehand() {
        Table ticket = new MetaData()
                .table(
                        "ticket",
                        column("id", INTEGER).primaryKey().sequence(Sequence.of("ticket_seq")),
                        column("x", INTEGER));
        assertThat(insert(POSTGRESQL, ticket, params("x", 1)))
                .isEqualTo("INSERT INTO ticket (id, x) VALUES (nextval('ticket_seq'), ?) RETURNING ticket.id");
        CoreDialect without = POSTGRESQL.with(s -> s.implicitReturning(false));
        CompiledSql fetched = without.compile(ticket.insert(), params("x", 1));
        assertThat(fetched.sql()).isEqualTo("INSERT INTO ticket (id, x) VALUES (?, ?)");
        assertThat(fetched.parameters())
                .containsExactly(new CompiledSql.Awaited(CompiledSql.Awaited.Source.DATABASE, "id"), 1);
        assertThat(without.compile(ticket.insert().inline(), params("x", 1)).sql())
                .isEqualTo("INSERT INTO ticket (id, x) VALUES (nextval('ticket_seq'), ?)");
    }

    @Test
    @Tag("SCH-05")
    void anOptionalSequenceIsUsedWhereKeysNeedOne() {
        Table ticket = new MetaData()
                .table(
                        "ticket",
                        column("id", INTEGER)
                                .primaryKey()
                                .sequence(Sequence.of("ticket_seq").optional()),
                        column("x", INTEGER));
        assertThat(insert(POSTGRESQL, ticket, params("x", 1)))
                .isEqualTo("INSERT INTO ticket (x) VALUES (?) RETURNING ticket.id");
        assertThat(insert(ORACLE, ticket, params("x", 1))).contains("(id, x)").contains("ticket_seq.nextval");
        assertThat(insert(SQLITE, ticket, params("x", 1))).startsWith("INSERT INTO ticket (x) VALUES (?)");
    }

    @Test
    @Tag("SCH-05")
    void aDefaultThatLooksAtItsRowIsShownAsSuch() {
        Table note = new MetaData()
                .table(
                        "note",
                        column("title", string(10)),
                        column("slug", string(10)).defaultWithContext(c ->
                                (String) c.currentParameters().get("title")));
        CompiledSql compiled = STANDARD.compile(note.insert(), params("title", "x"));
        assertThat(compiled.sql()).isEqualTo("INSERT INTO note (title, slug) VALUES (?, ?)");
        assertThat(compiled.parameters())
                .containsExactly("x", new CompiledSql.Awaited(CompiledSql.Awaited.Source.DEFAULT, "slug"));
        assertThatThrownBy(compiled::inlined).hasMessageStartingWith("ALU-0190");
    }
}
