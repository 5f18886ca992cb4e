package org.aludel.orm.internal.events;

import static org.aludel.orm.CollectionClass.keyedBy;
import static org.aludel.orm.Orm.relationship;
import static org.aludel.sql.Sql.column;
import static org.aludel.types.Types.INTEGER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.aludel.engine.Engine;
import org.aludel.orm.AfterCommit;
import org.aludel.orm.AfterInsert;
import org.aludel.orm.AttributeSet;
import org.aludel.orm.BeforeInsert;
import org.aludel.orm.EventFilter;
import org.aludel.orm.ExecuteStatement;
import org.aludel.orm.Id;
import org.aludel.orm.Instrument;
import org.aludel.orm.Listens;
import org.aludel.orm.Mapped;
import org.aludel.orm.Mappings;
import org.aludel.orm.Session;
import org.aludel.orm.SessionFactory;
import org.aludel.orm.Validates;
import org.aludel.orm.internal.events.Note.Board;
import org.aludel.orm.internal.events.Note.Ordered;
import org.aludel.orm.internal.events.Note.Ranked;
import org.aludel.orm.internal.events.Note.Tagged;
import org.aludel.orm.internal.events.Note.Titled;
import org.aludel.orm.testmodel.TestDatabase;
import org.aludel.orm.testmodel.User;
import org.aludel.orm.testmodel.User_;
import org.aludel.schema.MetaData;
import org.aludel.schema.Table;
import org.aludel.types.MappedType;
import org.aludel.types.Type;
import org.aludel.types.Types;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The examples of the pages about events and collections. */
@Instrument(PagesTest.Settings.class)
class PagesTest {

    private final TestDatabase database = TestDatabase.create();
    private final SessionFactory sessions = database.sessions();
    private final List<String> lines = new ArrayList<>();
    private int committed;

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    @Tag("UOW-12")
    void handlersAreLambdas() {
        sessions.on(BeforeInsert.class, EventFilter.of(User.class), e -> ((User) e.target()).setAge(18));
        sessions.on(AttributeSet.class, EventFilter.of(User_.name), e -> e.replace(((String) e.value()).trim()));
        try (Session session = sessions.open()) {
            session.on(AfterCommit.class, e -> committed++);
            User ed = new User(" ed");
            session.add(ed);
            session.commit();
            assertThat(ed.getAge()).isEqualTo(18);
            assertThat(ed.getName()).isEqualTo("ed");
        }
        assertThat(committed).isEqualTo(1);
    }

    /** The listener object of the page. */
    public final class Audit {
        @Listens
        public void inserted(AfterInsert event) {
            lines.add("inserted " + event.target().getClass().getSimpleName());
        }

        @Listens(type = User.class, attribute = "name")
        public void renamed(AttributeSet event) {
            lines.add("renamed to " + event.value());
        }
    }

    @Test
    void handlersAreMethods() {
        sessions.listen(new Audit());

        sessions.useTransaction(session -> session.add(new User("ed")));

        assertThat(lines).containsExactly("renamed to ed", "inserted User");
    }

    @Test
    void statementsAreNarrowed() {
        sessions.useTransaction(session -> {
            User young = new User("young");
            young.setAge(10);
            User old = new User("old");
            old.setAge(20);
            session.addAll(young, old);
        });
        sessions.on(ExecuteStatement.class, e -> {
            if (e.isSelect() && e.type() == User.class && !e.isColumnLoad()) {
                e.filter(User_.age.gt(17));
            }
        });

        try (Session session = sessions.open()) {
            assertThat(session.query(User.class).all())
                    .extracting(User::getName)
                    .containsExactly("old");
            assertThat(session.query(User.class).count()).isEqualTo(1);
        }
    }

    @Mapped(table = "accounts")
    static class Account {
        @Id
        Integer id;

        String email;

        @Validates("email")
        private String checkEmail(String email) {
            if (email != null && !email.contains("@")) {
                throw new IllegalArgumentException("no address: " + email);
            }
            return email;
        }
    }

    static class Settings {
        Integer id;
        Map<String, String> options;
    }

    @Test
    @Tag("MAP-15")
    void validatorsRefuseValues() {
        try (Engine engine = Engine.create("h2:///mem:validators");
                SessionFactory factory =
                        SessionFactory.builder(engine).map(Account.class).build()) {
            Account account = new Account();
            account.email = "ed@wood";
            assertThatThrownBy(() -> account.email = "nowhere").isInstanceOf(IllegalArgumentException.class);
            assertThat(account.email).isEqualTo("ed@wood");
            assertThat(factory.isClosed()).isFalse();
        }
    }

    @Test
    @Tag("TYP-07")
    void changesInPlaceAreWritten() {
        Type<Map> text = new MappedType<>(Map.class, Types.string(100), PagesTest::write, PagesTest::read);
        Table settings = new MetaData().table("settings", column("id", INTEGER).primaryKey(), column("options", text));
        Mappings mappings = new Mappings();
        mappings.map(Settings.class, settings, m -> m.mutable("options"));
        try (Engine engine = Engine.create("h2:///mem:mutable");
                SessionFactory factory =
                        SessionFactory.builder(engine).with(mappings).build()) {
            factory.metaData().createAll(engine);
            Integer id = factory.inTransaction(session -> {
                Settings some = new Settings();
                some.options = new LinkedHashMap<>(Map.of("a", "1"));
                session.add(some);
                session.flush();
                some.options.put("b", "2");
                return some.id;
            });
            try (Session session = factory.open()) {
                Settings some = session.get(Settings.class, id);
                assertThat(some.options).containsEntry("b", "2");
                try (var nested = session.beginNested()) {
                    some.options.clear();
                    nested.rollback();
                }
                assertThat(some.options).hasSize(2);
                some.options.remove("a");
                some.options.put("a", "1");
                assertThat(session.isModified(some)).isFalse();
            }
        }
    }

    private static String write(Map<?, ?> map) {
        return map.toString();
    }

    private static Map<String, String> read(String text) {
        Map<String, String> map = new LinkedHashMap<>();
        for (String entry : text.substring(1, text.length() - 1).split(", ")) {
            String[] sides = entry.split("=");
            map.put(sides[0], sides[1]);
        }
        return map;
    }

    @Test
    @Tag("MAP-09")
    void keysComeFromFunctions() {
        try (Engine engine = Engine.create("h2:///mem:keys");
                SessionFactory factory = SessionFactory.builder(engine)
                        .map(Board.class, Titled.class, Ordered.class, Ranked.class, Tagged.class)
                        .configure(Board.class, mapping -> {
                            mapping.property(
                                    "titled",
                                    relationship(Titled.class).collection(keyedBy(Titled.class, note -> note.title)));
                        })
                        .build()) {
            Board board = new Board();
            board.titled.put("a", new Titled("a"));
            assertThat(board.titled).containsOnlyKeys("a");
            assertThat(factory.isClosed()).isFalse();
        }
    }

    @Test
    void thePagesExamplesAreHere() throws IOException {
        Path root = Path.of(System.getProperty("aludel.build.root", "../.."));
        Path tests = root.resolve("impl/orm/src/test/java/org/aludel/orm/internal/events");
        String source = "";
        for (String name : List.of("PagesTest", "Note", "DynamicRelationTest")) {
            source += flat(Files.readString(tests.resolve(name + ".java"))).replace("Cascade.", "");
        }
        int examples = 0;
        for (String page : List.of("events", "collections")) {
            String text = Files.readString(root.resolve("src/site/markdown/" + page + ".md"));
            Matcher blocks =
                    Pattern.compile("```java\n(.*?)```", Pattern.DOTALL).matcher(text);
            while (blocks.find()) {
                for (String line : blocks.group(1).split("\n")) {
                    assertThat(source).contains(flat(line).replaceAll(";$", ""));
                }
                examples++;
            }
        }
        assertThat(examples).isEqualTo(12);
    }

    private static String flat(String code) {
        return code.replaceAll("\\s+", "");
    }
}
