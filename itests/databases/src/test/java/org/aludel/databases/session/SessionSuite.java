package org.aludel.databases.session;

import static org.aludel.orm.Orm.attribute;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.aludel.databases.session.Author.Book;
import org.aludel.databases.session.Author.Genre;
import org.aludel.engine.AfterExecute;
import org.aludel.engine.Engine;
import org.aludel.engine.NestedTransaction;
import org.aludel.errors.DatabaseException;
import org.aludel.errors.IntegrityException;
import org.aludel.errors.TransactionStateException;
import org.aludel.orm.Attribute;
import org.aludel.orm.Session;
import org.aludel.orm.SessionFactory;
import org.aludel.sql.Sql;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Sessions on one database. */
abstract class SessionSuite {

    private static final Attribute<Author, String> NAME = attribute(Author.class, "name");
    private static final Attribute<Author, Integer> AGE = attribute(Author.class, "age");

    private Engine engine;
    private SessionFactory sessions;
    private Session session;
    private Author poe;
    private final List<String> sent = new ArrayList<>();

    abstract Engine createEngine();

    @BeforeEach
    void open() {
        engine = createEngine();
        sessions = SessionFactory.builder(engine)
                .map(Author.class, Book.class, Genre.class)
                .build();
        sessions.metaData().createAll(engine);
        session = sessions.open();
        poe = new Author("poe");
        Book raven = new Book("The Raven");
        raven.genres().add(new Genre("poem"));
        poe.books().add(raven);
        session.add(poe);
        session.commit();
        assertThat(poe.name()).isEqualTo("poe");
        assertThat(poe.books()).hasSize(1);
        assertThat(raven.title()).isEqualTo("The Raven");
        assertThat(raven.genres()).hasSize(1);
        engine.on(AfterExecute.class, event -> sent.add(event.sql()));
    }

    @AfterEach
    void close() {
        session.close();
        sessions.metaData().dropAll(engine);
        sessions.close();
        engine.close();
    }

    private List<String> names() {
        return session.query(NAME).orderBy(NAME).all();
    }

    @Test
    @Tag("UOW-07")
    void rollbackPutsEverythingBack() {
        Author verne = new Author("verne");
        session.add(verne);
        poe.name("edgar");
        poe.books().clear();
        session.flush();

        session.rollback();

        assertThat(poe.name()).isEqualTo("poe");
        assertThat(poe.books()).extracting(Book::title).containsExactly("The Raven");
        assertThat(session.contains(verne)).isFalse();
        assertThat(verne.id()).isNull();
        assertThat(names()).containsExactly("poe");
    }

    @Test
    @Tag("UOW-08")
    void savepointRestoresValuesWithoutSql() {
        Book raven = poe.books().get(0);
        try (NestedTransaction nested = session.beginNested()) {
            poe.name("edgar");
            poe.age(40);
            raven.genres().clear();
            poe.books().add(new Book("Ligeia"));
            session.flush();
            poe.books().remove(raven);
            session.flush();
            assertThat(session.query(Book.class).count()).isEqualTo(1);
        }
        sent.clear();

        assertThat(poe.name()).isEqualTo("poe");
        assertThat(poe.age()).isNull();
        assertThat(poe.books()).containsExactly(raven);
        assertThat(raven.author()).isSameAs(poe);
        assertThat(raven.genres()).extracting(Genre::word).containsExactly("poem");
        assertThat(sent).isEmpty();

        poe.age(41);
        session.commit();
        assertThat(poe.age()).isEqualTo(41);
        assertThat(poe.books()).containsExactly(raven);
        assertThat(raven.genres()).hasSize(1);
    }

    @Test
    @Tag("UOW-08")
    void failedFlushInsideASavepointHealsAndTheRestIsCommitted() {
        poe.age(40);
        try (NestedTransaction nested = session.beginNested()) {
            session.add(new Author("poe"));
            assertThatThrownBy(session::flush).isInstanceOf(IntegrityException.class);
            assertThatThrownBy(this::names)
                    .isInstanceOf(TransactionStateException.class)
                    .hasMessageContaining("ALU-0503");
        }
        session.add(new Author("verne"));
        session.commit();

        assertThat(names()).containsExactly("poe", "verne");
        assertThat(poe.age()).isEqualTo(40);
    }

    @Test
    @Tag("UOW-07")
    void failedFlushNeverCommitsPartOfTheWork() {
        poe.age(40);
        session.flush();
        session.add(new Author("verne"));
        session.add(new Author("poe"));

        assertThatThrownBy(session::commit).isInstanceOf(IntegrityException.class);
        assertThatThrownBy(session::commit).hasMessageContaining("ALU-0503");
        session.rollback();

        assertThat(names()).containsExactly("poe");
        assertThat(poe.age()).isNull();
    }

    @Test
    @Tag("UOW-08")
    void failedStatementInsideASavepointIsUndoneWithIt() {
        try (NestedTransaction nested = session.beginNested()) {
            poe.age(50);
            session.flush();
            assertThatThrownBy(() -> session.execute(Sql.text("INSERT INTO session_authors (name) VALUES ('poe')")))
                    .isInstanceOf(DatabaseException.class);
        }
        assertThat(poe.age()).isNull();
        poe.age(60);
        session.commit();

        assertThat(session.query(AGE).all()).containsExactly(60);
    }

    @Test
    @Tag("UOW-08")
    void savepointsNestAndTheOuterOneUndoesTheInner() {
        NestedTransaction outer = session.beginNested();
        poe.name("a");
        try (NestedTransaction inner = session.beginNested()) {
            poe.name("b");
            inner.commit();
        }
        try (NestedTransaction inner = session.beginNested()) {
            poe.name("c");
        }
        assertThat(poe.name()).isEqualTo("b");

        outer.rollback();

        assertThat(poe.name()).isEqualTo("poe");
        session.commit();
        assertThat(names()).containsExactly("poe");
    }

    @Test
    @Tag("MAP-08")
    void deletionTakesMembersAndRowsBetweenAlong() {
        session.clear();

        session.delete(session.query(Author.class).one());
        session.commit();

        assertThat(session.query(Book.class).count()).isZero();
        assertThat(session.query(Genre.class).one().books()).isEmpty();
    }

    @Test
    @Tag("UOW-09")
    void mergeBringsADetachedGraphBack() {
        session.clear();
        Author detached;
        try (Session other = sessions.open()) {
            detached = other.get(Author.class, poe.id());
            assertThat(detached.books()).hasSize(1);
        }
        detached.name("edgar");
        detached.books().get(0).title("Nevermore");
        detached.books().add(new Book("Ligeia"));

        Author merged = session.merge(detached);
        session.commit();

        assertThat(merged.name()).isEqualTo("edgar");
        assertThat(merged.books()).extracting(Book::title).containsExactly("Ligeia", "Nevermore");
    }
}
