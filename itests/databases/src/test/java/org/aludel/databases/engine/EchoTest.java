package org.aludel.databases.engine;

import static org.aludel.sql.Sql.bind;
import static org.aludel.sql.Sql.column;
import static org.aludel.sql.Sql.func;
import static org.aludel.sql.Sql.params;
import static org.aludel.sql.Sql.select;
import static org.aludel.sql.Sql.sensitive;
import static org.aludel.sql.Sql.text;
import static org.aludel.types.Types.INTEGER;
import static org.aludel.types.Types.STRING;
import static org.aludel.types.Types.string;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.aludel.engine.AfterExecute;
import org.aludel.engine.Connection;
import org.aludel.engine.EchoCategory;
import org.aludel.engine.EchoSink;
import org.aludel.engine.Engine;
import org.aludel.errors.ArgumentException;
import org.aludel.schema.MetaData;
import org.aludel.schema.Table;
import org.aludel.sql.Sql;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What an engine shows of its work, where it shows it, and what it never shows. */
@Tag("ENG-02")
class EchoTest {

    private static final String SECRET = "oPeN-seSame";

    private final List<EchoSink.Line> lines = new ArrayList<>();
    private final MetaData metadata = new MetaData();
    private final Table users = metadata.table(
            "users",
            column("id", INTEGER).primaryKey(),
            column("name", string(50)),
            column("password", string(50)).sensitive().unique());
    private Engine engine;

    @BeforeEach
    void start() {
        engine = Engine.create("h2:///mem:echo");
        metadata.createAll(engine);
        engine.echoTo(lines::add);
    }

    @AfterEach
    void stop() {
        engine.close();
    }

    private List<String> texts(EchoCategory category) {
        return lines.stream()
                .filter(line -> line.category() == category)
                .map(EchoSink.Line::text)
                .toList();
    }

    private void insert(String name, String password) {
        try (Connection conn = engine.connect()) {
            conn.execute(users.insert(), params("name", name, "password", password));
        }
    }

    @Test
    void statementsAndParametersAreShownFromTheMomentItIsSwitchedOn() {
        insert("ed", "x1");
        assertThat(lines).isEmpty();
        engine.echo(true);
        insert("jack", "x2");
        engine.echo(false);
        insert("wendy", "x3");
        assertThat(texts(EchoCategory.ENGINE))
                .containsExactly("INSERT INTO users (name, password) VALUES (?, ?) [[jack, ***]]");
        assertThat(lines.get(0).engine()).isEqualTo(engine.name());
    }

    @Test
    void oneExecutionMayBeShownOrNotWhateverTheEngineDoes() {
        try (Connection conn = engine.connect()) {
            conn.with(conn.options().withEcho(true)).execute(users.count()).close();
            assertThat(texts(EchoCategory.ENGINE)).hasSize(1);
            engine.echo(true);
            conn.with(conn.options().withEcho(false)).execute(users.count()).close();
            assertThat(texts(EchoCategory.ENGINE)).hasSize(1);
        }
    }

    @Test
    void batchesAreOneLine() {
        engine.echo(true);
        try (Connection conn = engine.connect()) {
            conn.execute(users.insert(), List.of(params("name", "ed"), params("name", "jack")));
        }
        assertThat(texts(EchoCategory.ENGINE)).containsExactly("INSERT INTO users (name) VALUES (?) [[ed], [jack]]");
    }

    @Test
    void rowsAreShownAsTheyAreRead() {
        insert("ed", SECRET);
        insert("jack", "x2");
        engine.echo(EchoCategory.ROWS, true);
        try (Connection conn = engine.connect()) {
            conn.execute(select(
                            users.c("name"),
                            func("upper", STRING, users.c("password")).label("loud")))
                    .all();
        }
        assertThat(texts(EchoCategory.ROWS)).hasSize(3);
        assertThat(texts(EchoCategory.ROWS).get(0)).startsWith("columns [").containsIgnoringCase("loud");
        assertThat(texts(EchoCategory.ROWS).subList(1, 3))
                .containsExactlyInAnyOrder("row [ed, ***]", "row [jack, ***]");
    }

    @Test
    void connectionsAreShown() {
        engine.echo(EchoCategory.POOL, true);
        engine.connect().close();
        assertThat(texts(EchoCategory.POOL)).hasSize(2);
        assertThat(texts(EchoCategory.POOL).get(0)).startsWith("checked out");
        assertThat(texts(EchoCategory.POOL).get(1)).startsWith("checked in");
        engine.echoPool(false);
        engine.connect().close();
        assertThat(texts(EchoCategory.POOL)).hasSize(2);
    }

    @Test
    void theApplicationSpeaksInTheSameStream() {
        engine.echo(true);
        engine.log("importing");
        insert("ed", "x1");
        engine.log("done");
        assertThat(lines.stream().map(EchoSink.Line::category))
                .containsExactly(EchoCategory.APPLICATION, EchoCategory.ENGINE, EchoCategory.APPLICATION);
        assertThatThrownBy(() -> engine.echo(EchoCategory.APPLICATION, false))
                .isInstanceOf(ArgumentException.class)
                .hasMessageContaining("ALU-0275");
    }

    @Test
    void withoutASinkTheLoggersGetIt() {
        List<String> logged = new ArrayList<>();
        Handler handler = new Handler() {
            @Override
            public void publish(LogRecord line) {
                logged.add(line.getLoggerName() + " " + line.getLevel() + " " + line.getMessage());
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        Logger logger = Logger.getLogger("org.aludel");
        logger.addHandler(handler);
        try {
            engine.echoTo(null);
            engine.echo(true);
            insert("ed", "x1");
            engine.log("hello");
        } finally {
            logger.removeHandler(handler);
        }
        assertThat(logged)
                .containsExactly(
                        "org.aludel.engine INFO [" + engine.name()
                                + "] INSERT INTO users (name, password) VALUES (?, ?) [[ed, ***]]",
                        "org.aludel.application INFO [" + engine.name() + "] hello");
    }

    @Test
    @Tag("ENG-01")
    void categoriesAreNamedInPropertiesToo() {
        try (Engine other = Engine.of(Map.of("url", "h2:///mem:echo2", "echo", "engine, rows"))) {
            assertThat(other.isEchoed(EchoCategory.ENGINE)).isTrue();
            assertThat(other.isEchoed(EchoCategory.ROWS)).isTrue();
            assertThat(other.isEchoed(EchoCategory.POOL)).isFalse();
        }
        assertThatThrownBy(() -> Engine.of(Map.of("url", "h2:///mem:echo2", "echo", "loud")))
                .hasMessageContaining("ALU-0204")
                .hasMessageContaining("POOL");
    }

    @Test
    void whatIsMarkedSensitiveIsNeverShown() {
        for (EchoCategory category : EchoCategory.values()) {
            engine.echo(category, true);
        }
        List<String> events = new ArrayList<>();
        engine.on(AfterExecute.class, e -> {
            events.add(e.toString());
            assertThat(e.parameterSets().toString()).doesNotContain(SECRET);
        });
        insert("ed", SECRET);
        try (Connection conn = engine.connect()) {
            // by column, in whatever expression it stands
            conn.execute(select(users.c("id"))
                            .where(users.c("password", String.class).eq(SECRET)))
                    .all();
            conn.execute(select(users.c("id"))
                            .where(users.c("password", String.class).in(List.of(SECRET, "b"))))
                    .all();
            conn.execute(select(users.c("id"))
                            .where(users.c("password", String.class).startsWith(SECRET)))
                    .all();
            conn.execute(select(users.c("id"))
                            .where(Sql.<String>func("lower", STRING, users.c("password"))
                                    .eq(SECRET)
                                    .and(users.c("name", String.class).eq("shown"))))
                    .all();
            conn.execute(users.update()
                    .set(users.c("password", String.class), SECRET)
                    .where(users.c("id", Integer.class).eq(1)));
            conn.execute(
                            select(users.c("password"))
                                    .where(users.c("password", String.class).eq(bind("p", STRING))),
                            params("p", SECRET))
                    .all();
            conn.execute(select(users)).all();
            // by value, by parameter, by type
            conn.execute(select(sensitive(SECRET).label("x"))).all();
            conn.execute(
                            select(users.c("id"))
                                    .where(users.c("name", String.class)
                                            .eq(bind("p", STRING).sensitive())),
                            params("p", SECRET))
                    .all();
            conn.execute(select(users.c("id"))
                            .where(users.c("name", String.class)
                                    .eq(sensitive(SECRET).literalExecute())))
                    .all();
            conn.execute(
                            text("SELECT id FROM users WHERE name = :p").bind(bind("p", STRING.sensitive())),
                            params("p", SECRET))
                    .all();
        }
        assertThat(lines).isNotEmpty();
        assertThat(events).isNotEmpty();
        assertThat(lines.toString())
                .doesNotContainIgnoringCase(SECRET)
                .contains("***")
                .contains("shown");
        assertThat(events.toString()).doesNotContainIgnoringCase(SECRET);
    }

    @Test
    void aListenerGetsTheValuesThemselves() {
        List<Object> values = new ArrayList<>();
        engine.on(AfterExecute.class, e -> values.addAll(e.parameterSets().get(0)));
        insert("ed", SECRET);
        assertThat(values).containsExactly("ed", SECRET);
    }
}
