package org.aludel.orm.internal.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.aludel.engine.NestedTransaction;
import org.aludel.errors.IntegrityException;
import org.aludel.errors.InvalidRequestException;
import org.aludel.errors.TransactionStateException;
import org.aludel.orm.Col;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;
import org.aludel.orm.References;
import org.aludel.orm.Relationship;
import org.aludel.orm.Session;
import org.aludel.orm.internal.inheritance.MemoryDatabase;
import org.aludel.sql.Sql;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Parts of a session's work are written apart: given objects, or what has changed since a scope began. */
@Tag("UOW-11")
class ChangeScopeTest {

    @Mapped(table = "cs_authors")
    static class Author {
        @Id
        Integer id;

        @Col(nullable = false)
        String name;

        Integer age;

        @Relationship(backref = "author", orderBy = "id")
        List<Book> books = new ArrayList<>();

        Author() {}

        Author(String name) {
            this.name = name;
        }
    }

    @Mapped(table = "cs_books")
    static class Book {
        @Id
        Integer id;

        String title;

        @References("cs_authors.id")
        Integer authorId;

        @Relationship
        Author author;

        Book() {}

        Book(String title) {
            this.title = title;
        }
    }

    private MemoryDatabase database;
    private Session session;
    private Author ed;
    private Author jack;

    @BeforeEach
    void begin() {
        database = new MemoryDatabase(Author.class, Book.class);
        session = database.open();
        ed = new Author("ed");
        jack = new Author("jack");
        session.addAll(ed, jack);
        session.commit();
    }

    @AfterEach
    void end() {
        session.close();
        database.close();
    }

    private List<String> stored() {
        return database.engine.inTransaction(connection -> connection
                .execute(Sql.text("SELECT name FROM cs_authors ORDER BY id"))
                .scalars(String.class));
    }

    @Test
    void a_flush_of_given_objects_writes_nothing_else() {
        ed.name = "edward";
        jack.name = "jackson";
        Author wendy = new Author("wendy");
        Author mary = new Author("mary");
        session.addAll(wendy, mary);
        database.sql.clear();

        session.flush(ed, mary);

        assertThat(database.sql).hasSize(2);
        assertThat(session.modifiedObjects()).containsExactly(jack);
        assertThat(session.newObjects()).containsExactly(wendy);
        session.commit();
        assertThat(stored()).containsExactly("edward", "jackson", "mary", "wendy");
    }

    @Test
    void a_flush_of_given_objects_brings_the_new_ones_that_they_refer_to() {
        Author wendy = new Author("wendy");
        Book book = new Book("first");
        wendy.books.add(book);
        Book other = new Book("second");
        wendy.books.add(other);
        session.add(wendy);
        session.flush(book);
        assertThat(book.authorId).isEqualTo(wendy.id).isNotNull();
        assertThat(session.newObjects()).containsExactly(other);
        session.flush();
        assertThat(other.authorId).isEqualTo(wendy.id);
    }

    @Test
    void a_flush_of_given_objects_deletes_only_those() {
        session.delete(ed);
        session.delete(jack);
        session.flush(ed);
        assertThat(session.deletedObjects()).containsExactly(jack);
        session.rollback();
        assertThat(stored()).containsExactly("ed", "jack");
    }

    @Test
    void a_failed_flush_of_given_objects_rolls_everything_back_like_any_other() {
        Author nameless = new Author();
        Author fine = new Author("fine");
        session.addAll(nameless, fine);
        assertThatThrownBy(() -> session.flush(nameless)).isInstanceOf(IntegrityException.class);
        session.rollback();
        assertThat(session.newObjects()).isEmpty();
        session.add(fine);
        session.commit();
        assertThat(stored()).containsExactly("ed", "jack", "fine");
    }

    @Test
    void only_objects_of_the_session_can_be_flushed() {
        assertThatThrownBy(() -> session.flush(new Author("stranger")))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageStartingWith("ALU-0512");
    }

    @Test
    void the_commit_of_a_scope_saves_only_what_changed_since() {
        ed.name = "edward";
        Author early = new Author("early");
        session.add(early);
        try (NestedTransaction work = session.begin()) {
            assertThat(session.newObjects()).isEmpty();
            assertThat(session.modifiedObjects()).isEmpty();
            assertThat(session.get(Author.class, ed.id))
                    .as("the same identity map")
                    .isSameAs(ed);
            jack.name = "jackson";
            session.add(new Author("late"));
            work.commit();
            assertThat(work.isActive()).isFalse();
        }
        assertThat(stored()).containsExactly("ed", "jackson", "late");
        assertThat(session.inTransaction()).isFalse();
        assertThat(session.modifiedObjects()).containsExactly(ed);
        assertThat(session.newObjects()).containsExactly(early);
        assertThat(ed.name).isEqualTo("edward");
        session.commit();
        assertThat(stored()).containsExactly("edward", "jackson", "late", "early");
    }

    @Test
    void queries_inside_write_what_changed_since_and_nothing_else() {
        ed.name = "edward";
        session.begin(s -> {
            jack.name = "jackson";
            assertThat(s.query(Author.class).filterBy("name", "jackson").count())
                    .isEqualTo(1);
            assertThat(s.query(Author.class).filterBy("name", "edward").count()).isZero();
        });
        assertThat(stored()).containsExactly("ed", "jackson");
    }

    @Test
    void an_object_that_changes_again_is_saved_whole() {
        ed.name = "edward";
        jack.age = 1;
        session.begin(s -> {
            ed.name = "eddie";
            jack.name = "jackson";
        });
        assertThat(stored()).containsExactly("eddie", "jackson");
        assertThat(session.modifiedObjects()).isEmpty();
        assertThat(jack.age).isEqualTo(1);
    }

    @Test
    void a_new_object_that_a_saved_row_refers_to_is_saved_with_it() {
        Author early = new Author("early");
        session.add(early);
        session.begin(s -> {
            Book book = new Book("late");
            book.author = early;
            s.add(book);
        });
        assertThat(stored()).containsExactly("ed", "jack", "early");
    }

    @Test
    void a_scope_left_without_commit_takes_back_what_changed_since_and_keeps_what_was_before() {
        ed.name = "edward";
        ed.books.add(new Book("early"));
        Author early = new Author("early");
        session.add(early);
        Author late = new Author("late");
        try (NestedTransaction work = session.begin()) {
            ed.name = "eddie";
            ed.books.add(new Book("late"));
            early.name = "too early";
            jack.name = "jackson";
            session.add(late);
            session.flush();
            assertThat(session.contains(late)).isTrue();
        }
        assertThat(ed.name).isEqualTo("edward");
        assertThat(ed.books).extracting(book -> book.title).containsExactly("early");
        assertThat(early.name).isEqualTo("early");
        assertThat(jack.name).isEqualTo("jack");
        assertThat(session.contains(late)).isFalse();
        session.commit();
        assertThat(stored()).containsExactly("edward", "jack", "early");
        assertThat(session.query(Book.class).all())
                .extracting(book -> book.title)
                .containsExactly("early");
    }

    @Test
    void an_exception_in_the_task_takes_the_scope_back_and_comes_out() {
        assertThatThrownBy(() -> session.begin(s -> {
                    ed.name = "eddie";
                    throw new java.io.IOException("out of paper");
                }))
                .isInstanceOf(java.io.IOException.class);
        assertThat(ed.name).isEqualTo("ed");
        session.commit();
        assertThat(stored()).containsExactly("ed", "jack");
    }

    @Test
    void inner_scopes_write_and_the_outermost_commits() {
        Author before = new Author("before");
        session.add(before);
        try (NestedTransaction outer = session.begin()) {
            Author one = new Author("one");
            session.add(one);
            try (NestedTransaction inner = session.begin()) {
                session.add(new Author("two"));
                inner.commit();
            }
            assertThat(session.inTransaction()).isTrue();
            assertThat(session.newObjects()).containsExactly(one);
            try (NestedTransaction inner = session.begin()) {
                session.add(new Author("three"));
                session.flush();
            }
            outer.commit();
        }
        assertThat(stored()).containsExactlyInAnyOrder("ed", "jack", "one", "two");
        session.commit();
        assertThat(stored()).hasSize(5);
    }

    @Test
    void a_failed_scope_heals_when_it_is_left() {
        ed.name = "edward";
        try (NestedTransaction work = session.begin()) {
            session.add(new Author());
            assertThatThrownBy(work::commit).isInstanceOf(IntegrityException.class);
        }
        assertThat(ed.name).isEqualTo("edward");
        session.commit();
        assertThat(stored()).containsExactly("edward", "jack");
    }

    @Test
    void committing_or_rolling_back_the_session_ends_its_scopes() {
        ed.name = "edward";
        NestedTransaction work = session.begin();
        jack.name = "jackson";
        session.commit();
        assertThat(stored()).containsExactly("edward", "jackson");
        assertThat(work.isActive()).isFalse();
        assertThatThrownBy(work::commit)
                .isInstanceOf(TransactionStateException.class)
                .hasMessageStartingWith("ALU-0773");
        work.close();

        ed.name = "lost";
        NestedTransaction another = session.begin();
        jack.name = "lost too";
        session.rollback();
        another.close();
        assertThat(ed.name).isEqualTo("edward");
        assertThat(jack.name).isEqualTo("jackson");
    }

    @Test
    void deletions_wait_too() {
        session.delete(ed);
        session.begin(s -> s.delete(jack));
        assertThat(stored()).containsExactly("ed");
        session.commit();
        assertThat(stored()).isEmpty();
    }
}
