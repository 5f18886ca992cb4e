package org.aludel.orm.internal.extension;

import static org.aludel.orm.Orm.aliased;
import static org.aludel.orm.Orm.attribute;
import static org.aludel.orm.Orm.composite;
import static org.aludel.orm.Orm.defer;
import static org.aludel.orm.Orm.set;
import static org.aludel.orm.Orm.setNull;
import static org.aludel.sql.Sql.column;
import static org.aludel.types.Types.INTEGER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.aludel.errors.ArgumentException;
import org.aludel.errors.MappingException;
import org.aludel.orm.Alias;
import org.aludel.orm.Attribute;
import org.aludel.orm.AttributeSet;
import org.aludel.orm.Col;
import org.aludel.orm.Composite;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;
import org.aludel.orm.Mappings;
import org.aludel.orm.MutableComposite;
import org.aludel.orm.Session;
import org.aludel.orm.internal.inheritance.MemoryDatabase;
import org.aludel.schema.MetaData;
import org.aludel.schema.Table;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Attributes that are kept in several columns. */
@Tag("MAP-03")
class CompositeTest {

    record Place(String street, @Col(length = 40) String city) implements Serializable {}

    /** A value class whose changes in place are noticed. */
    static final class Size extends MutableComposite {

        private int width;
        private int height;

        Size(int width, int height) {
            this.width = width;
            this.height = height;
        }

        void width(int value) {
            change(() -> width = value);
        }

        @Override
        public Size copy() {
            return new Size(width, height);
        }
    }

    record Point(Integer x, Integer y) {}

    @Mapped(table = "person", discriminator = "type", identity = "person")
    static class Person implements Serializable {
        private static final long serialVersionUID = 1L;

        @Id
        Integer id;

        String name;

        @Composite(prefix = "home_")
        Place home;

        Person() {}

        Person(String name, Place home) {
            this.name = name;
            this.home = home;
        }
    }

    @Mapped(identity = "worker")
    static class Worker extends Person {
        private static final long serialVersionUID = 1L;

        @Composite(prefix = "work_")
        Place work;
    }

    @Mapped(table = "box")
    static class Box {
        @Id
        Integer id;

        @Composite
        Size size;
    }

    @Mapped(table = "edge")
    static class Edge {
        @Id
        Integer id;

        Integer x1;
        Integer y1;

        @Composite(columns = {"x1", "y1"})
        Point start;
    }

    static final Attribute<Person, Integer> ID = attribute(Person.class, "id");
    static final Attribute<Person, Place> HOME = attribute(Person.class, "home");
    static final Attribute<Worker, Place> WORK = attribute(Worker.class, "work");
    static final Attribute<Edge, Point> START = attribute(Edge.class, "start");

    static final Place ROME = new Place("Via Appia", "Rome");
    static final Place PARIS = new Place("Rue Mouffetard", "Paris");

    private MemoryDatabase db;

    @BeforeEach
    void open() {
        db = new MemoryDatabase(Person.class, Worker.class, Box.class, Edge.class);
    }

    @AfterEach
    void close() {
        db.close();
    }

    private void people() {
        db.sessions.useTransaction(session -> {
            session.addAll(new Person("ann", ROME), new Person("bob", PARIS), new Person("cid", null));
            session.flush();
        });
    }

    @Test
    void isKeptInColumnsOfTheOwnersTable() {
        Table table = db.sessions.metaData().table("person");
        assertThat(table.columns())
                .extracting(column -> column.name())
                .contains("home_street", "home_city", "work_city");
        people();
        try (Session session = db.open()) {
            assertThat(session.get(Person.class, 1).home).isEqualTo(ROME);
            assertThat(session.get(Person.class, 3).home).isNull();
        }
    }

    @Test
    void isReplacedAsAWhole() {
        people();
        try (Session session = db.open()) {
            Person ann = session.get(Person.class, 1);
            ann.home = new Place("Via Appia", "Ostia");
            assertThat(session.history(ann, HOME).deleted()).containsExactly(ROME);
            assertThat(session.history(ann, HOME).added()).containsExactly(ann.home);
            db.sql.clear();
            session.commit();
            assertThat(db.sql)
                    .singleElement()
                    .asString()
                    .isEqualTo("UPDATE person SET home_city=? WHERE person.id = ?");
            assertThat(ann.home).isEqualTo(new Place("Via Appia", "Ostia"));
            ann.home = null;
            session.commit();
            assertThat(session.get(Person.class, 1).home).isNull();
            assertThat(session.isModified(ann)).isFalse();
        }
    }

    @Test
    void equalValuesAreNoChange() {
        people();
        try (Session session = db.open()) {
            Person ann = session.get(Person.class, 1);
            ann.home = new Place("Via Appia", "Rome");
            assertThat(session.isModified(ann)).isFalse();
        }
    }

    @Test
    void rollbackAndExpiryBringTheOldValueBack() {
        people();
        try (Session session = db.open()) {
            Person ann = session.get(Person.class, 1);
            ann.home = PARIS;
            session.flush();
            try (var nested = session.beginNested()) {
                ann.home = null;
                session.flush();
                nested.rollback();
            }
            assertThat(ann.home).isEqualTo(PARIS);
            session.rollback();
            assertThat(ann.home).isEqualTo(ROME);
            ann.home = PARIS;
            session.expire(ann);
            assertThat(ann.home).isEqualTo(ROME);
        }
    }

    @Test
    void isComparedOrderedAndSelected() {
        people();
        try (Session session = db.open()) {
            assertThat(session.query(ID)
                            .filter(HOME.eq(new Place("Via Appia", "Rome")))
                            .all())
                    .containsExactly(1);
            assertThat(session.query(ID).filter(HOME.ne(ROME)).all()).containsExactly(2);
            assertThat(session.query(ID)
                            .filter(HOME.in(ROME, PARIS))
                            .orderBy(ID)
                            .all())
                    .containsExactly(1, 2);
            assertThat(session.query(ID).filter(HOME.isNull()).all()).containsExactly(3);
            assertThat(session.query(ID)
                            .filter(HOME.isNotNull())
                            .orderBy(HOME.desc())
                            .all())
                    .containsExactly(1, 2);
            assertThat(session.query(HOME)
                            .filter(ID.le(3))
                            .orderBy(HOME.nullsLast())
                            .all())
                    .containsExactly(PARIS, ROME, null);
            assertThat(session.query(HOME.<String>part("city"))
                            .filter(HOME.<String>part("city").like("P%"))
                            .all())
                    .containsExactly("Paris");
            Alias<Person> other = aliased(Person.class);
            assertThat(session.query(other.get(HOME))
                            .filter(other.get(HOME).eq(PARIS))
                            .all())
                    .containsExactly(PARIS);
        }
    }

    @Test
    void valuesOfTheSameShapeShareAStatement() {
        people();
        try (Session session = db.open()) {
            for (Place place : List.of(ROME, PARIS)) {
                assertThat(session.query(Person.class).filter(HOME.eq(place)).one().home)
                        .isEqualTo(place);
            }
            assertThat(session.query(Person.class)
                            .filter(HOME.eq(new Place(null, "Rome")))
                            .all())
                    .isEmpty();
            assertThat(db.sql.get(0)).isEqualTo(db.sql.get(1)).isNotEqualTo(db.sql.get(2));
        }
    }

    @Test
    void isLeftOutAndLoadedAsAWhole() {
        people();
        try (Session session = db.open()) {
            Person ann = session.query(Person.class)
                    .filter(ID.eq(1))
                    .options(defer(HOME))
                    .one();
            assertThat(db.sql.get(0)).doesNotContain("home_city");
            db.sql.clear();
            assertThat(ann.home).isEqualTo(ROME);
            assertThat(db.sql).hasSize(1);
        }
    }

    @Test
    void bulkUpdatesTakeItApart() {
        people();
        try (Session session = db.open()) {
            Person ann = session.get(Person.class, 1);
            session.query(Person.class).filter(ID.eq(1)).update(set(HOME, PARIS));
            db.sql.clear();
            assertThat(ann.home).isEqualTo(PARIS);
            assertThat(db.sql).isEmpty();
            session.query(Person.class).update(setNull(HOME));
            assertThat(ann.home).isNull();
        }
    }

    @Test
    void subclassesInheritIt() {
        Worker worker = new Worker();
        worker.home = ROME;
        worker.work = PARIS;
        db.sessions.useTransaction(session -> session.add(worker));
        try (Session session = db.open()) {
            Worker found = session.query(Worker.class)
                    .filter(WORK.eq(PARIS), HOME.eq(ROME))
                    .one();
            assertThat(found.home).isEqualTo(ROME);
            assertThat(found.work).isEqualTo(PARIS);
        }
    }

    @Test
    void mutableOnesTellOfChangesInPlace() {
        Box box = new Box();
        box.size = new Size(1, 2);
        db.sessions.useTransaction(session -> session.add(box));
        try (Session session = db.open()) {
            Box found = session.get(Box.class, 1);
            found.size.width(7);
            assertThat(session.isModified(found)).isTrue();
            session.commit();
            assertThat(found.size.width).isEqualTo(7);
            found.size.width(8);
            session.rollback();
            assertThat(found.size.width).isEqualTo(7);
        }
    }

    @Test
    void columnsMayHaveFieldsOfTheirOwn() {
        Edge edge = new Edge();
        edge.start = new Point(3, 4);
        assertThat(edge.x1).isEqualTo(3);
        try (Session session = db.open()) {
            session.add(edge);
            edge.y1 = 5;
            assertThat(edge.start).isEqualTo(new Point(3, 5));
            session.commit();
            assertThat(edge.start).isEqualTo(new Point(3, 5));
            edge.x1 = 9;
            assertThat(edge.start).isEqualTo(new Point(9, 5));
            edge.x1 = 10;
            assertThat(edge.start).isEqualTo(new Point(10, 5));
            edge.start = new Point(0, 1);
            assertThat(List.of(edge.x1, edge.y1)).containsExactly(0, 1);
            session.commit();
            assertThat(session.query(START).all()).containsExactly(new Point(0, 1));
        }
    }

    @Test
    void listenersHearOfTheComposite() {
        List<Object> heard = new ArrayList<>();
        try (MemoryDatabase listening = new MemoryDatabase(builder -> builder.map(Person.class, Worker.class)
                        .configure(
                                Person.class,
                                mapping -> mapping.on(AttributeSet.class, "home", event -> heard.add(event.value()))));
                Session session = listening.open()) {
            Person ann = new Person("ann", null);
            session.add(ann);
            ann.home = ROME;
            assertThat(heard).contains(ROME);
        }
    }

    @Test
    void mergeAndSerialisationKeepIt() throws Exception {
        people();
        Person ann;
        try (Session session = db.open()) {
            ann = session.get(Person.class, 1);
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(ann);
        }
        Person copy = (Person) new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray())).readObject();
        assertThat(copy.home).isEqualTo(ROME);
        copy.home = PARIS;
        try (Session session = db.open()) {
            assertThat(session.merge(copy).home).isEqualTo(PARIS);
            Person byHand = new Person("ann", new Place("x", "y"));
            byHand.id = 1;
            assertThat(session.merge(byHand).home).isEqualTo(new Place("x", "y"));
            session.commit();
            assertThat(session.query(HOME).filter(ID.eq(1)).all()).containsExactly(new Place("x", "y"));
        }
    }

    @Test
    void mappingsSayItWithoutAnnotations() {
        MetaData tables = new MetaData();
        Table edges =
                tables.table("edges", column("id", INTEGER).primaryKey(), column("a", INTEGER), column("b", INTEGER));
        Mappings mappings = new Mappings();
        mappings.map(
                Edge.class,
                edges,
                mapping -> mapping.property("start", composite(edges.c("a"), edges.c("b")))
                        .exclude("x1", "y1"));
        try (MemoryDatabase other =
                new MemoryDatabase(builder -> builder.metaData(tables).with(mappings))) {
            other.sessions.useTransaction(session -> {
                Edge edge = new Edge();
                edge.start = new Point(1, 2);
                session.add(edge);
            });
            try (Session session = other.open()) {
                assertThat(session.query(Edge.class)
                                .filter(START.eq(new Point(1, 2)))
                                .one()
                                .start)
                        .isEqualTo(new Point(1, 2));
            }
        }
    }

    @Mapped(table = "wrong")
    static class Wrong {
        @Id
        Integer id;

        @Composite(prefix = "a_")
        List<String> list;

        @Composite(columns = {"only"})
        Point point;
    }

    @Test
    void mistakesAreFoundWhenMappingsAreConfigured() {
        assertThatThrownBy(() -> new MemoryDatabase(Wrong.class))
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("ALU-0626")
                .hasMessageContaining("Wrong.list")
                .hasMessageContaining("ALU-0627")
                .hasMessageContaining("Wrong.point");
    }

    @Test
    @SuppressWarnings({"unchecked", "rawtypes"})
    void valuesOfAnotherClassAreRefused() {
        try (Session session = db.open()) {
            assertThatThrownBy(() -> session.query(Person.class)
                            .filter(((Attribute) HOME).eq(new Point(1, 2)))
                            .all())
                    .isInstanceOf(ArgumentException.class)
                    .hasMessageContaining("ALU-0629");
        }
    }
}
