package org.aludel.orm.internal.session;

import static org.aludel.sql.Sql.forUpdate;
import static org.aludel.sql.Sql.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.aludel.engine.AfterExecute;
import org.aludel.engine.Connection;
import org.aludel.engine.Engine;
import org.aludel.engine.NestedTransaction;
import org.aludel.engine.Transaction;
import org.aludel.errors.ArgumentException;
import org.aludel.errors.InvalidRequestException;
import org.aludel.errors.TransactionStateException;
import org.aludel.orm.Col;
import org.aludel.orm.EngineRouter;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;
import org.aludel.orm.Session;
import org.aludel.orm.SessionFactory;
import org.aludel.orm.SessionFactoryBuilder;
import org.aludel.orm.testmodel.Folder;
import org.aludel.sql.Sql;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sessions whose classes live in several databases. */
class SeveralEnginesTest {

    /** Knows nothing of folders. */
    @Mapped(table = "keywords")
    static class Keyword {

        @Id
        private Integer id;

        @Col(length = 40)
        private String word;

        Keyword() {}

        Keyword(String word) {
            this.word = word;
        }
    }

    private static int number;

    private Engine one;
    private Engine two;
    private final List<String> executed = new ArrayList<>();

    @BeforeEach
    void open() {
        number++;
        one = database("one");
        two = database("two");
    }

    private Engine database(String name) {
        Engine engine =
                Engine.builder("h2:///mem:engines_" + name + number).name(name).build();
        engine.on(AfterExecute.class, event -> executed.add(event.sql().split(" ")[0] + " " + name));
        return engine;
    }

    @AfterEach
    void close() {
        one.close();
        two.close();
        System.clearProperty("aludel.twophase.directory");
    }

    private SessionFactory factory(SessionFactoryBuilder builder) {
        SessionFactory sessions = builder.map(Keyword.class, Folder.class).build();
        sessions.metaData().createAll(one);
        sessions.metaData().createAll(two);
        executed.clear();
        return sessions;
    }

    private SessionFactory bound() {
        return factory(SessionFactory.builder().bind(Keyword.class, one).bind(Folder.class, two));
    }

    private long rows(Engine engine, String table) {
        return engine.inTransaction(connection ->
                connection.execute(text("select count(*) from " + table)).scalar(Long.class));
    }

    @Test
    @Tag("UOW-16")
    void eachClassIsWrittenAndReadInItsOwnDatabase() {
        SessionFactory sessions = bound();
        try (Session session = sessions.open()) {
            session.add(new Keyword("java"));
            session.add(new Folder("home"));
            session.commit();
            assertThat(executed).containsExactlyInAnyOrder("INSERT one", "INSERT two");
            executed.clear();
            assertThat(session.query(Keyword.class).all()).hasSize(1);
            assertThat(session.query(Folder.class).count()).isEqualTo(1);
            assertThat(executed).containsExactly("SELECT one", "SELECT two");
            assertThat(session.engine(Folder.class)).isSameAs(two);
            assertThat(session.connection(Folder.class).engine()).isSameAs(two);
        }
        assertThat(rows(one, "keywords")).isEqualTo(1);
        assertThat(rows(two, "keywords")).isZero();
        assertThat(rows(two, "folders")).isEqualTo(1);
    }

    @Test
    @Tag("UOW-16")
    void aStatementGoesWhereItsTableIs() {
        SessionFactory sessions = bound();
        try (Session session = sessions.open()) {
            session.execute(Sql.select(sessions.metaData().table("folders").c("id")))
                    .all();
            assertThat(executed).containsExactly("SELECT two");
            assertThat(session.connection(Keyword.class)
                            .execute(text("select 1"))
                            .scalar(Integer.class))
                    .isEqualTo(1);
        }
    }

    @Test
    @Tag("UOW-16")
    void aStatementThatNamesNothingNeedsAnEngine() {
        try (Session session = bound().open()) {
            assertThatThrownBy(() -> session.execute(text("select 1")))
                    .isInstanceOf(InvalidRequestException.class)
                    .hasMessageContaining("ALU-0552");
            assertThatThrownBy(session::connection).hasMessageContaining("ALU-0552");
            assertThat(session.query(Keyword.class).all()).isEmpty();
        }
    }

    @Test
    @Tag("UOW-16")
    void aTableIsBoundToo() {
        SessionFactoryBuilder builder = SessionFactory.builder(one).map(Keyword.class, Folder.class);
        SessionFactory plain = builder.build();
        builder.bind(plain.metaData().table("folders"), two).metaData(plain.metaData());
        SessionFactory sessions = factory(builder);
        sessions.useTransaction(session -> session.addAll(new Folder("x"), new Keyword("y")));
        assertThat(executed).containsExactlyInAnyOrder("INSERT two", "INSERT one");
    }

    @Test
    @Tag("UOW-16")
    void aRollbackEndsAllEngines() {
        SessionFactory sessions = bound();
        try (Session session = sessions.open()) {
            session.addAll(new Keyword("a"), new Folder("b"));
            session.flush();
            session.rollback();
        }
        assertThat(rows(one, "keywords")).isZero();
        assertThat(rows(two, "folders")).isZero();
    }

    @Test
    @Tag("UOW-08")
    void aNestedScopeSetsSavepointsWhereverItIsUsed() {
        SessionFactory sessions = bound();
        try (Session session = sessions.open()) {
            Keyword kept = new Keyword("kept");
            session.add(kept);
            session.flush();
            try (NestedTransaction nested = session.beginNested()) {
                session.addAll(new Keyword("lost"), new Folder("lost too"));
                session.flush();
                nested.rollback();
            }
            session.add(new Folder("kept too"));
            try (NestedTransaction nested = session.beginNested()) {
                session.add(new Folder("released"));
                nested.commit();
            }
            session.commit();
        }
        assertThat(rows(one, "keywords")).isEqualTo(1);
        assertThat(rows(two, "folders")).isEqualTo(2);
    }

    @Test
    @Tag("UOW-16")
    void replicasServeReadsUntilTheTransactionWrites() {
        SessionFactory sessions = factory(SessionFactory.builder(one).router(EngineRouter.replicas(two)));
        try (Session session = sessions.open()) {
            assertThat(session.query(Keyword.class).all()).isEmpty();
            assertThat(executed).containsExactly("SELECT two");
            executed.clear();
            session.add(new Keyword("new"));
            assertThat(session.query(Keyword.class).all()).hasSize(1);
            assertThat(executed).containsExactly("INSERT one", "SELECT one");
            session.commit();
            executed.clear();
            assertThat(session.query(Keyword.class).all()).isEmpty(); // nothing replicates here
            assertThat(session.query(Keyword.class).withForUpdate(forUpdate()).all())
                    .hasSize(1);
            assertThat(executed).containsExactly("SELECT two", "SELECT one");
        }
    }

    @Test
    @Tag("UOW-16")
    void aRouterSeesWhatItIsAskedAbout() {
        List<String> asked = new ArrayList<>();
        SessionFactory sessions = factory(SessionFactory.builder(one).router(request -> {
            Class<?> type = request.type();
            asked.add((type == null ? "-" : type.getSimpleName())
                    + (request.isFlush() ? " flush" : "")
                    + (request.isWrite() ? " write" : "")
                    + (request.statement() == null ? "" : " statement"));
            return request.isFlush() ? one : two;
        }));
        try (Session session = sessions.open()) {
            session.add(new Keyword("w"));
            session.flush();
            assertThat(session.query(Keyword.class).count()).isZero();
            session.execute(text("select 1"));
            session.commit();
        }
        assertThat(asked).containsExactly("Keyword flush write", "Keyword", "- statement");
    }

    @Test
    @Tag("UOW-08")
    void twoPhasesCommitAllEnginesOrNone(@TempDir Path decisions) {
        System.setProperty("aludel.twophase.directory", decisions.toString());
        SessionFactory sessions =
                factory(SessionFactory.builder(one).bind(Folder.class, two).twoPhase(true));
        try (Session session = sessions.open()) {
            session.addAll(new Keyword("a"), new Folder("b"));
            session.commit();
            session.addAll(new Keyword("c"), new Folder("d"));
            session.prepare();
            assertThatThrownBy(() -> session.query(Keyword.class).all())
                    .isInstanceOf(TransactionStateException.class)
                    .hasMessageContaining("ALU-0555");
            session.rollback();
            assertThat(session.query(Keyword.class).count()).isEqualTo(1);
            session.rollback();
            session.addAll(new Keyword("e"), new Folder("f"));
            session.prepare();
            session.commit();
        }
        assertThat(rows(one, "keywords")).isEqualTo(2);
        assertThat(rows(two, "folders")).isEqualTo(2);
    }

    @Test
    @Tag("UOW-08")
    void prepareCleansUpAfterAnyError(@TempDir Path decisions) {
        System.setProperty("aludel.twophase.directory", decisions.toString());
        SessionFactory sessions =
                factory(SessionFactory.builder(one).bind(Folder.class, two).twoPhase(true));
        try (Session session = sessions.open()) {
            Keyword keyword = new Keyword("a");
            session.addAll(keyword, new Folder("b"));
            try (var failing = session.on(org.aludel.orm.BeforeCommit.class, e -> {
                throw new IllegalStateException("not now");
            })) {
                assertThatThrownBy(session::prepare).hasMessage("not now");
            }
            session.rollback();
            assertThat(session.newObjects()).isEmpty();

            session.add(keyword);
            session.prepare();
            assertThatThrownBy(session::prepare).isInstanceOf(TransactionStateException.class);
            assertThat(session.inTransaction())
                    .as("a call that fails ends the transaction")
                    .isFalse();
            session.add(keyword);
            session.commit();
        }
        assertThat(rows(one, "keywords")).isEqualTo(1);
        assertThat(rows(two, "folders")).isZero();
    }

    @Test
    @Tag("UOW-08")
    void prepareNeedsTwoPhases() {
        try (Session session = bound().open()) {
            session.add(new Keyword("a"));
            assertThatThrownBy(session::prepare)
                    .isInstanceOf(TransactionStateException.class)
                    .hasMessageContaining("ALU-0550");
            session.commit();
        }
        assertThat(rows(one, "keywords")).isEqualTo(1);
    }

    @Test
    @Tag("UOW-07")
    void aSessionWorksInsideATransactionOfTheProgram() {
        SessionFactory sessions = factory(SessionFactory.builder(one));
        try (Connection connection = one.connect()) {
            try (Transaction transaction = connection.begin();
                    Session session = sessions.open(connection)) {
                connection.execute(text("insert into keywords (word) values ('core')"));
                session.add(new Keyword("orm"));
                session.commit();
                assertThat(session.query(Keyword.class).count()).isEqualTo(2);
                transaction.rollback();
            }
            assertThat(rows(one, "keywords")).isZero();
            try (Session session = sessions.open(connection)) {
                session.add(new Keyword("alone"));
                session.commit();
            }
            assertThat(rows(one, "keywords")).isEqualTo(1);
            try (Session session = bound().open(connection)) {
                assertThatThrownBy(() -> session.query(Folder.class).all())
                        .isInstanceOf(ArgumentException.class)
                        .hasMessageContaining("ALU-0551");
            }
            assertThat(connection.isClosed()).isFalse();
        }
    }
}
