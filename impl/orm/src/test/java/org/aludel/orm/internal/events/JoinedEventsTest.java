package org.aludel.orm.internal.events;

import static org.aludel.orm.Orm.attribute;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.aludel.errors.FlushException;
import org.aludel.orm.Attribute;
import org.aludel.orm.BeforeInsert;
import org.aludel.orm.BeforeUpdate;
import org.aludel.orm.Cascade;
import org.aludel.orm.Col;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;
import org.aludel.orm.References;
import org.aludel.orm.Relationship;
import org.aludel.orm.Session;
import org.aludel.orm.Version;
import org.aludel.orm.internal.inheritance.MemoryDatabase;
import org.aludel.sql.Sql;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What handlers of a flush set goes into the rows of all tables of an object. */
@Tag("UOW-12")
class JoinedEventsTest {

    @Mapped(table = "je_people", discriminator = "kind", identity = "person")
    static class Person {
        @Id
        Integer id;

        String kind;
        String name;
        String note;

        @Col(unique = true, nullable = false)
        Integer seat;

        @Version
        int version;
    }

    @Mapped(table = "je_workers", identity = "worker")
    static class Worker extends Person {
        String job;
        Integer wage;
    }

    @Mapped(table = "je_docs", discriminator = "kind", identity = "doc")
    static class Doc {
        @Id
        @Col(length = 40)
        String id;

        String kind;
        String title;

        @Relationship(backref = "doc", cascade = Cascade.ALL)
        List<Page> pages = new ArrayList<>();
    }

    @Mapped(table = "je_papers", identity = "paper")
    static class Paper extends Doc {
        Integer words;
    }

    @Mapped(table = "je_pages")
    static class Page {
        @Id
        Integer id;

        String text;

        @References("je_docs.id")
        @Col(length = 40)
        String docId;

        @Relationship
        Doc doc;
    }

    @Mapped(table = "je_seats")
    static class Seat {
        @Id
        Integer id;

        @Col(unique = true, nullable = false)
        Integer number;

        String label;

        Seat() {}

        Seat(int number) {
            this.number = number;
        }
    }

    private final MemoryDatabase database =
            new MemoryDatabase(Person.class, Worker.class, Doc.class, Paper.class, Page.class, Seat.class);
    private final Session session = database.open();

    @AfterEach
    void close() {
        session.close();
        database.close();
    }

    private static Worker worker(String name, int seat) {
        Worker worker = new Worker();
        worker.name = name;
        worker.job = "baker";
        worker.seat = seat;
        return worker;
    }

    private Worker saved(String name, int seat) {
        Worker worker = worker(name, seat);
        session.add(worker);
        session.flush();
        database.sql.clear();
        return worker;
    }

    private List<String> stored() {
        return session.execute(
                        Sql.text("SELECT p.name || ':' || COALESCE(p.note, '-') || ':' || COALESCE(w.job, '-') || ':'"
                                + " || COALESCE(w.wage, 0) || ':' || p.seat || ':' || p.version"
                                + " FROM je_people p JOIN je_workers w ON w.id = p.id ORDER BY p.id"))
                .scalars(String.class);
    }

    @Test
    void aNewObjectTakesWhatIsSetIntoBothItsTables() {
        session.on(BeforeInsert.class, e -> {
            if (e.target() instanceof Worker worker) {
                worker.note = "new";
                worker.wage = 10;
            }
        });
        session.addAll(worker("ed", 1), worker("jack", 2));
        session.flush();
        assertThat(stored()).containsExactly("ed:new:baker:10:1:1", "jack:new:baker:10:2:1");
        assertThat(session.modifiedObjects()).isEmpty();
    }

    @Test
    void aChangeOfOneTableMayBringOneOfTheOther() {
        Worker ed = saved("ed", 1);
        session.on(BeforeUpdate.class, e -> {
            Worker worker = (Worker) e.target();
            worker.wage = worker.wage == null ? 1 : worker.wage + 1;
            worker.note = "seen";
        });
        ed.name = "edward"; // the first table only
        session.flush();
        assertThat(stored()).containsExactly("edward:seen:baker:1:1:2");
        ed.job = "smith"; // the second only
        session.flush();
        assertThat(stored()).containsExactly("edward:seen:smith:2:1:3");
        assertThat(ed.version).isEqualTo(3);
        database.sql.clear();
        session.flush();
        assertThat(database.sql).isEmpty();
    }

    @Test
    void aVersionStepsOnceWhicheverTablesAreWritten() {
        Worker ed = saved("ed", 1);
        session.on(BeforeUpdate.class, e -> ((Worker) e.target()).name = "by handler");
        ed.wage = 5;
        session.flush();
        assertThat(stored()).containsExactly("by handler:-:baker:5:1:2");
        session.commit();
        assertThat(ed.version).isEqualTo(2);
    }

    @Test
    void whatIsSetBesideAnExpressionIsWrittenToo() {
        Worker ed = saved("ed", 1);
        session.on(BeforeUpdate.class, e -> {
            ((Worker) e.target()).job = "smith";
            ((Worker) e.target()).note = "raised";
        });
        Attribute<Worker, Integer> wage = attribute(Worker.class, "wage");
        ed.wage = 7;
        session.flush();
        assertThat(stored()).containsExactly("ed:raised:smith:7:1:2");
        session.execute(Sql.text("UPDATE je_workers SET job = 'x'"));
        session.expire(ed);
        session.set(ed, wage, wage.plus(3)); // in the table where the handler sets another column
        session.flush();
        assertThat(stored()).containsExactly("ed:raised:smith:10:1:3");
    }

    @Test
    void rowsThatSwapUniqueValuesTakeWhatIsSet() {
        Worker ed = saved("ed", 1);
        Worker jack = saved("jack", 2);
        session.on(BeforeUpdate.class, e -> {
            ((Worker) e.target()).note = "moved";
            ((Worker) e.target()).wage = 3;
        });
        ed.seat = 2;
        jack.seat = 1;
        session.flush();
        assertThat(stored()).containsExactly("ed:moved:baker:3:2:2", "jack:moved:baker:3:1:2");
        database.sql.clear();
        session.flush();
        assertThat(database.sql).isEmpty();
    }

    @Test
    void rowsWithoutAnythingElseThatSwapUniqueValuesTakeWhatIsSet() {
        Seat one = new Seat(1);
        Seat two = new Seat(2);
        session.addAll(one, two);
        session.flush();
        session.on(BeforeUpdate.class, e -> ((Seat) e.target()).label = "moved");
        one.number = 2;
        two.number = 1;
        session.flush();
        assertThat(session.execute(Sql.text("SELECT number || ':' || label FROM je_seats ORDER BY id"))
                        .scalars(String.class))
                .containsExactly("2:moved", "1:moved");
        session.commit();
        assertThat(one.label).isEqualTo("moved");
    }

    @Test
    void aKeyThatIsSetReachesAllTablesAndWhatRefersToIt() {
        session.on(BeforeInsert.class, e -> {
            if (e.target() instanceof Doc doc) {
                doc.id = "x-" + doc.id;
            }
        });
        Paper paper = new Paper();
        paper.id = "1";
        paper.words = 7;
        Page page = new Page();
        page.text = "first";
        paper.pages.add(page);
        session.add(paper);
        session.commit();
        assertThat(paper.id).isEqualTo("x-1");
        assertThat(session.execute(Sql.text("SELECT words FROM je_papers WHERE id = 'x-1'"))
                        .scalar(Integer.class))
                .isEqualTo(7);
        assertThat(page.doc).isSameAs(paper);
        assertThat(session.get(Paper.class, "x-1")).isSameAs(paper);
        assertThat(session.get(Doc.class, "1")).isNull();
    }

    @Test
    void aKeyMayBeGivenByTheHandler() {
        session.on(BeforeInsert.class, e -> {
            if (e.target() instanceof Doc doc && doc.id == null) {
                doc.id = UUID.randomUUID().toString();
            }
        });
        List<Object> told = new ArrayList<>();
        session.on(BeforeInsert.class, e -> told.add(e.target()));
        Paper paper = new Paper();
        paper.words = 7;
        Page page = new Page();
        paper.pages.add(page);
        session.add(paper);
        session.commit();
        assertThat(paper.id).hasSize(36);
        assertThat(told).containsExactlyInAnyOrder(paper, page);
        assertThat(session.query(Page.class).one().doc).isSameAs(paper);
    }

    @Test
    void aKeyThatNobodyGivesIsStillRefused() {
        session.on(BeforeInsert.class, e -> {});
        session.add(new Paper());
        assertThatThrownBy(session::flush).isInstanceOf(FlushException.class).hasMessageStartingWith("ALU-0605");
        session.rollback();
        assertThat(session.query(Doc.class).count()).isZero();
    }
}
