package org.aludel.cache;

import static org.aludel.orm.Orm.entity;
import static org.aludel.orm.Orm.joinedLoad;
import static org.aludel.orm.Orm.selectinLoad;
import static org.aludel.orm.Orm.set;
import static org.aludel.orm.Orm.subqueryLoad;
import static org.aludel.sql.Sql.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.aludel.engine.Connection;
import org.aludel.engine.Isolation;
import org.aludel.engine.NestedTransaction;
import org.aludel.engine.Transaction;
import org.aludel.errors.ArgumentException;
import org.aludel.orm.Query;
import org.aludel.orm.Session;
import org.aludel.orm.spi.ResultCache;
import org.aludel.schema.Table;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What holds for answers that are kept, whatever keeps them. */
@Tag("QRY-10")
abstract class ResultCacheContract {

    private Library library;

    abstract ResultCache cache();

    @BeforeEach
    void open() {
        library = new Library(cache());
    }

    @AfterEach
    void close() {
        library.close();
    }

    private static Query<Author> authors(Session session) {
        return session.query(Author.class).orderBy(Author_.id).cache();
    }

    private static Query<Book> books(Session session) {
        return session.query(Book.class).orderBy(Book_.id).cache();
    }

    private <T> T inSession(Function<Session, T> work) {
        try (Session session = library.sessions.open()) {
            return work.apply(session);
        }
    }

    private String textIn(Function<Session, String> work) {
        return inSession(work);
    }

    private <E> List<E> listIn(Function<Session, List<E>> work) {
        return inSession(work);
    }

    private byte[] bytesIn(Function<Session, byte[]> work) {
        return inSession(work);
    }

    private List<String> names() {
        return inSession(
                session -> authors(session).all().stream().map(a -> a.name).toList());
    }

    private List<String> titles() {
        return inSession(
                session -> books(session).all().stream().map(b -> b.title).toList());
    }

    private void change(java.util.function.Consumer<Session> work) {
        library.sessions.useTransaction(work::accept);
    }

    // ---- hits

    @Test
    void anotherSessionGetsItsOwnObjectsWithoutTheDatabase() {
        Author first = inSession(session -> authors(session).first());
        assertThat(library.selects()).isEqualTo(1);
        Author second = inSession(session -> authors(session).first());
        assertThat(library.selects()).isZero();
        assertThat(second).isNotSameAs(first);
        assertThat(second.name).isEqualTo("author 1");
        assertThat(second.born).isEqualTo(1901);
        assertThat(second.alive).isFalse();
        assertThat(second.rating).isEqualTo(0.5);
        assertThat(second.picture).containsExactly(1, 2, 1);
        assertThat(library.statistics().hits()).isEqualTo(1);
        assertThat(library.statistics().misses()).isEqualTo(1);
    }

    @Test
    void objectsAreThoseThatTheSessionHas() {
        names();
        try (Session session = library.sessions.open()) {
            Author known = session.get(Author.class, 2);
            known.name = "changed here";
            assertThat(authors(session).withoutAutoflush().all().get(1)).isSameAs(known);
            assertThat(known.name).isEqualTo("changed here");
            session.rollback();
        }
    }

    @Test
    void objectsFromTheCacheAreTrackedLikeAnyOther() {
        names();
        change(session -> authors(session).all().get(0).name = "renamed");
        assertThat(textIn(session -> session.get(Author.class, 1).name)).isEqualTo("renamed");
        assertThat(names()).containsExactly("renamed", "author 2", "author 3");
    }

    @Test
    void relationsThatAreLoadedAlongComeFromTheCacheToo() {
        List<Function<Query<Author>, Query<Author>>> ways = List.of(
                query -> query.options(selectinLoad(Author_.books)),
                query -> query.options(joinedLoad(Author_.books)),
                query -> query.options(subqueryLoad(Author_.books)),
                query -> query.options(selectinLoad(Author_.books).options(joinedLoad(Book_.author))));
        for (Function<Query<Author>, Query<Author>> way : ways) {
            for (int i = 0; i < 2; i++) {
                library.selects();
                inSession(session -> {
                    List<Author> all = way.apply(authors(session)).all();
                    int sent = library.selects();
                    assertThat(all)
                            .flatExtracting(author -> author.books)
                            .extracting(book -> ((Book) book).title)
                            .containsExactly("book 11", "book 12", "book 21", "book 22", "book 31", "book 32");
                    assertThat(all.get(0).books.get(0).author).isSameAs(all.get(0));
                    assertThat(all.get(0).books.get(1).price).isEqualByComparingTo(new BigDecimal("1.20"));
                    assertThat(all.get(0).books.get(1).published).isEqualTo(LocalDate.of(1951, 2, 1));
                    assertThat(library.selects()).isZero();
                    return sent;
                });
            }
        }
        long before = library.statistics().misses();
        ways.forEach(way -> inSession(session -> way.apply(authors(session)).all()));
        assertThat(library.selects()).isZero();
        assertThat(library.statistics().misses()).isEqualTo(before);
    }

    @Test
    void valuesRowsCountsAndProbesAreKept() {
        for (int i = 0; i < 2; i++) {
            inSession(session -> {
                assertThat(session.query(Author_.name)
                                .orderBy(Author_.name)
                                .cache()
                                .all())
                        .hasSize(3);
                assertThat(session.query(entity(Author.class), Author_.born)
                                .filter(Author_.id.eq(2))
                                .cache()
                                .one()
                                .get(1))
                        .isEqualTo(1902L);
                assertThat(authors(session).count()).isEqualTo(3);
                assertThat(authors(session).exists()).isTrue();
                assertThat(session.query(Author.class)
                                .filter(Author_.id.eq(99))
                                .cache()
                                .oneOrNone())
                        .isNull();
                return null;
            });
        }
        assertThat(library.selects()).isEqualTo(5);
    }

    @Test
    void otherParametersAreAnotherQuestion() {
        for (int i = 1; i <= 3; i++) {
            int id = i;
            assertThat(textIn(session -> session.query(Author.class)
                            .filter(Author_.id.eq(id))
                            .cache()
                            .one()
                            .name))
                    .isEqualTo("author " + i);
        }
        assertThat(listIn(session -> session.query(Author.class)
                        .filter(Author_.id.in(1, 3))
                        .cache()
                        .all()))
                .hasSize(2);
        assertThat(listIn(session -> session.query(Author.class)
                        .filter(Author_.id.in(1, 2))
                        .cache()
                        .all()))
                .extracting(author -> author.name)
                .containsExactlyInAnyOrder("author 1", "author 2");
        assertThat(library.statistics().hits()).isZero();
        assertThat(textIn(session -> session.query(Author.class)
                        .filter(Author_.picture.eq(new byte[] {1, 2, 3}))
                        .cache()
                        .one()
                        .name))
                .isEqualTo("author 3");
        assertThat(textIn(session -> session.query(Author.class)
                        .filter(Author_.picture.eq(new byte[] {1, 2, 3}))
                        .cache()
                        .one()
                        .name))
                .isEqualTo("author 3");
        assertThat(library.statistics().hits()).isEqualTo(1);
    }

    @Test
    void whatASessionDoesToAValueReachesNoOther() {
        inSession(session -> authors(session).all().get(0).picture[0] = 99);
        inSession(session -> authors(session).all().get(0).picture[1] = 99);
        assertThat(bytesIn(session -> authors(session).all().get(0).picture)).containsExactly(1, 2, 1);
        assertThat(library.selects()).isEqualTo(1);
    }

    @Test
    void queriesThatDoNotAskAreNotKept() {
        for (int i = 0; i < 2; i++) {
            inSession(session -> session.query(Author.class).all());
        }
        assertThat(library.selects()).isEqualTo(2);
        assertThat(library.statistics().misses()).isZero();
    }

    @Test
    void locksAndStreamsAskTheDatabase() {
        names();
        library.selects();
        change(session -> authors(session).withForUpdate().all());
        inSession(session -> {
            authors(session)
                    .yieldPer(2)
                    .forEach(author -> assertThat(author.name).isNotNull());
            return null;
        });
        assertThat(library.selects()).isEqualTo(2);
    }

    @Test
    void populateExistingAsksTheDatabaseAndKeepsItsAnswer() {
        names();
        inSession(session -> authors(session).populateExisting().all());
        assertThat(library.selects()).isEqualTo(2);
        names();
        assertThat(library.selects()).isZero();
    }

    @Test
    void anAnswerGrowsTooOld() throws InterruptedException {
        for (int i = 0; i < 2; i++) {
            inSession(session -> session.query(Author.class)
                    .cache("brief", Duration.ofMillis(300))
                    .all());
        }
        assertThat(library.selects()).isEqualTo(1);
        Thread.sleep(400);
        inSession(session -> session.query(Author.class)
                .cache("brief", Duration.ofMillis(300))
                .all());
        assertThat(library.selects()).isEqualTo(1);
    }

    @Test
    void impossibleWishesAreRefused() {
        inSession(session -> {
            assertThatThrownBy(() -> session.query(Author.class).cache(" "))
                    .isInstanceOf(ArgumentException.class)
                    .hasMessageContaining("ALU-0781");
            assertThatThrownBy(() -> session.query(Author.class).cache("aludel.tables"))
                    .hasMessageContaining("ALU-0781");
            assertThatThrownBy(() -> session.query(Author.class).cache("x", Duration.ZERO))
                    .hasMessageContaining("ALU-0781");
            return null;
        });
    }

    // ---- writes

    private void everyWay(Runnable check) {
        Table authors = library.sessions.metaData().table("authors");
        List<Runnable> writes = List.of(
                () -> change(session -> session.get(Author.class, 1).name += "!"),
                () -> change(session -> session.query(Author.class).update(set(Author_.name, "bulk"))),
                () -> change(session -> session.execute(authors.update().set("name", "core in a session"))),
                () -> change(session ->
                        session.bulkUpdateMappings(Author.class, List.of(Map.of("id", 1, "name", "mappings")))),
                () -> library.engine.useTransaction(
                        conn -> conn.execute(authors.update().set("name", "core"))),
                () -> {
                    try (Connection conn = library.engine.connect()) {
                        conn.execute(authors.update().set("name", "without a transaction"));
                    }
                },
                () -> library.engine.useTransaction(conn -> conn.execute(text("update authors set name = 'text'"))),
                () -> library.engine.useTransaction(conn -> {
                    try (NestedTransaction nested = conn.beginNested()) {
                        conn.execute(authors.update().set("name", "nested"));
                        nested.commit();
                    }
                }));
        for (Runnable write : writes) {
            write.run();
            check.run();
        }
    }

    @Test
    void everyWayOfWritingMakesAnswersWorthless() {
        names();
        everyWay(() -> {
            List<String> truth = inSession(
                    session -> session.query(Author_.name).orderBy(Author_.id).all());
            assertThat(names()).isEqualTo(truth);
        });
        assertThat(library.statistics().outdated()).isEqualTo(8);
    }

    @Test
    void writesToOtherTablesDoNot() {
        names();
        change(session -> session.query(Book.class).update(set(Book_.title, "x")));
        library.selects();
        names();
        assertThat(library.selects()).isZero();
    }

    @Test
    void whatTheDatabaseDeletesAlongIsNoticed() {
        assertThat(titles()).hasSize(6);
        library.engine.useTransaction(conn ->
                conn.execute(library.sessions.metaData().table("authors").delete()));
        assertThat(titles()).isEmpty();
    }

    @Test
    void tablesInSubqueriesCount() {
        Function<Session, List<Author>> withBooks = session -> session.query(Author.class)
                .filter(Author_.books.any(Book_.title.eq("book 11")))
                .cache()
                .all();
        assertThat(listIn(withBooks)).hasSize(1);
        change(session -> session.query(Book.class).update(set(Book_.title, "other")));
        assertThat(listIn(withBooks)).isEmpty();
    }

    @Test
    void queriesWithTextDependOnEveryWrite() {
        Function<Session, List<Author>> query = session -> session.query(Author.class)
                .filter(text("exists (select 1 from books where title = 'book 11')"))
                .cache()
                .all();
        assertThat(listIn(query)).hasSize(3);
        inSession(query);
        assertThat(library.selects()).isEqualTo(1);
        change(session -> session.query(Book.class).update(set(Book_.title, "other")));
        assertThat(listIn(query)).isEmpty();
    }

    @Test
    void rollbackLeavesAnswersGood() {
        names();
        library.selects();
        try (Session session = library.sessions.open()) {
            session.get(Author.class, 1).name = "never";
            session.flush();
            session.rollback();
        }
        library.engine.useTransaction(conn -> {
            NestedTransaction nested = conn.beginNested();
            conn.execute(library.sessions.metaData().table("authors").update().set("name", "never"));
            nested.rollback();
        });
        library.selects();
        assertThat(names()).containsExactly("author 1", "author 2", "author 3");
        assertThat(library.selects()).isZero();
        assertThat(library.statistics().outdated()).isZero();
    }

    // ---- transactions

    @Test
    void aTransactionThatHasWrittenAsksTheDatabaseAndKeepsNothing() {
        names();
        try (Session writer = library.sessions.open()) {
            writer.get(Author.class, 1).name = "mine";
            assertThat(authors(writer).all().get(0).name).isEqualTo("mine");
            assertThat(library.statistics().bypasses()).isEqualTo(1);
            assertThat(names()).as("others see what is committed").startsWith("author 1");
            writer.rollback();
        }
        assertThat(names()).startsWith("author 1");
    }

    @Test
    void afterARollbackToASavepointTheCacheAnswersAgain() {
        names();
        library.selects();
        try (Session session = library.sessions.open()) {
            try (NestedTransaction nested = session.beginNested()) {
                session.query(Author.class).update(set(Author_.name, "mine"));
                assertThat(session.query(Author_.name).cache().all()).containsOnly("mine");
                nested.rollback();
            }
            library.selects();
            authors(session).all();
            assertThat(library.selects()).isZero();
        }
    }

    @Test
    void aTransactionThatSeesAnOldStateNeitherTakesNorGivesNewerAnswers() {
        try (Connection old = library.engine.connect()) {
            old.isolation(Isolation.REPEATABLE_READ);
            try (Transaction transaction = old.begin();
                    Session reader = library.sessions.open(old)) {
                assertThat(reader.query(Author_.name).filter(Author_.id.eq(1)).one())
                        .isEqualTo("author 1");
                change(session -> session.query(Author.class).update(set(Author_.name, "new")));
                assertThat(names()).containsOnly("new");
                assertThat(reader.query(Author_.name)
                                .orderBy(Author_.id)
                                .cache()
                                .all())
                        .startsWith("author 1");
                transaction.rollback();
            }
        }
        assertThat(listIn(session ->
                        session.query(Author_.name).orderBy(Author_.id).cache().all()))
                .containsOnly("new");
    }

    // ---- many threads

    @Test
    void readersNeverSeeWhatWasTrueBeforeACommitThatTheyKnowOf() throws Exception {
        AtomicInteger committed = new AtomicInteger();
        AtomicBoolean over = new AtomicBoolean();
        change(session -> session.query(Author.class).update(set(Author_.born, 0L)));
        ExecutorService threads = Executors.newFixedThreadPool(5);
        try {
            Callable<Integer> reader = () -> {
                int reads = 0;
                while (!over.get()) {
                    int known = committed.get();
                    List<Long> seen = inSession(session -> session.query(Author_.born)
                            .orderBy(Author_.id)
                            .cache()
                            .all());
                    assertThat(seen).allSatisfy(born -> assertThat(born).isGreaterThanOrEqualTo(known));
                    reads++;
                }
                return reads;
            };
            List<Future<Integer>> readers = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                readers.add(threads.submit(reader));
            }
            for (int i = 1; i <= 150; i++) {
                long value = i;
                change(session -> session.query(Author.class).update(set(Author_.born, value)));
                committed.set(i);
            }
            over.set(true);
            for (Future<Integer> each : readers) {
                assertThat(each.get(30, TimeUnit.SECONDS)).isPositive();
            }
        } finally {
            over.set(true);
            threads.shutdownNow();
        }
        assertThat(library.statistics().failures()).isZero();
    }
}
