package org.aludel.orm.internal.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.aludel.engine.Row;
import org.aludel.errors.ArgumentException;
import org.aludel.orm.CreateInstance;
import org.aludel.orm.EventFilter;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;
import org.aludel.orm.References;
import org.aludel.orm.Relationship;
import org.aludel.orm.ResultItem;
import org.aludel.orm.Session;
import org.aludel.orm.Unmapped;
import org.aludel.orm.internal.inheritance.MemoryDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A program makes objects for rows in its own way, and decides what becomes of the items of a result. */
@Tag("UOW-12")
class ConstructionHooksTest {

    @Mapped(table = "ch_users")
    static class User {
        @Id
        Integer id;

        String name = "nobody";

        @Unmapped
        final String service;

        @Relationship(backref = "user", orderBy = "id")
        List<Note> notes = new ArrayList<>();

        User(String service) {
            this.service = service;
        }
    }

    @Mapped(table = "ch_notes")
    static class Note {
        @Id
        Integer id;

        @References("ch_users.id")
        Integer userId;

        @Relationship
        User user;
    }

    private MemoryDatabase database;

    @BeforeEach
    void begin() {
        database = new MemoryDatabase(User.class, Note.class);
        database.insert(
                "INSERT INTO ch_users (id, name) VALUES (1, 'ed'), (2, 'jack')",
                "INSERT INTO ch_notes (id, user_id) VALUES (1, 1), (2, 1)");
    }

    @AfterEach
    void end() {
        database.close();
    }

    @Test
    void objects_are_made_by_the_programs_own_constructor_and_filled_from_their_rows() {
        List<String> asked = new ArrayList<>();
        try (Session session = database.open()) {
            assertThat(session.get(User.class, 2).service)
                    .as("no constructor runs unless asked for")
                    .isNull();
            session.on(CreateInstance.class, EventFilter.of(User.class), e -> {
                asked.add(e.type().getSimpleName() + " " + e.values());
                e.use(new User("mail"));
            });
            User ed = session.query(User.class).filterBy("name", "ed").one();
            assertThat(ed.service).isEqualTo("mail");
            assertThat(ed.name).isEqualTo("ed");
            assertThat(ed.notes).extracting(note -> note.id).containsExactly(1, 2);
            assertThat(ed.notes.get(0).user).isSameAs(ed);
            assertThat(asked).containsExactly("User {id=1, name=ed}");

            ed.name = "edward";
            session.commit();
            assertThat(ed.name).isEqualTo("edward");
            assertThat(session.get(User.class, 1)).isSameAs(ed);
        }
    }

    @Test
    void an_object_of_another_class_or_of_a_session_is_refused() {
        try (Session session = database.open()) {
            User known = session.get(User.class, 1);
            try (var wrong = session.on(CreateInstance.class, e -> e.use(new Note()))) {
                assertThatThrownBy(() -> session.get(User.class, 2))
                        .isInstanceOf(ArgumentException.class)
                        .hasMessageStartingWith("ALU-0774");
            }
            try (var wrong = session.on(CreateInstance.class, e -> e.use(known))) {
                assertThatThrownBy(() -> session.get(User.class, 2)).hasMessageStartingWith("ALU-0775");
            }
            assertThat(session.get(User.class, 2).name).isEqualTo("jack");
        }
    }

    @Test
    void items_of_a_result_are_left_out_or_replaced() {
        try (Session session = database.open()) {
            session.on(ResultItem.class, EventFilter.of(User.class), e -> {
                if (((User) e.item()).name.equals("jack")) {
                    e.leaveOut();
                }
            });
            session.on(ResultItem.class, e -> {
                if (e.item() instanceof String text) {
                    e.replace(text.toUpperCase(Locale.ROOT));
                }
            });
            assertThat(session.query(User.class).all())
                    .extracting(user -> user.name)
                    .containsExactly("ed");
            assertThat(session.query(org.aludel.orm.Orm.<User, String>attribute(User.class, "name"))
                            .all())
                    .containsExactlyInAnyOrder("ED", "JACK");
            List<Row> rows = session.query(org.aludel.orm.Orm.entity(User.class), org.aludel.orm.Orm.entity(Note.class))
                    .all();
            assertThat(rows).as("a filter of a class is not about rows").hasSize(4);
            assertThat(session.get(User.class, 2).name)
                    .as("what is loaded stays")
                    .isEqualTo("jack");
        }
    }
}
