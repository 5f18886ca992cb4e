package org.aludel.orm.internal.extension;

import static org.aludel.orm.Orm.aliased;
import static org.aludel.orm.Orm.attribute;
import static org.aludel.orm.Orm.hybrid;
import static org.aludel.orm.Orm.hybridMethod;
import static org.aludel.orm.Orm.set;
import static org.aludel.sql.Sql.lower;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.aludel.errors.ArgumentException;
import org.aludel.orm.Alias;
import org.aludel.orm.Attribute;
import org.aludel.orm.Hybrid;
import org.aludel.orm.HybridMethod;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;
import org.aludel.orm.Session;
import org.aludel.orm.internal.inheritance.MemoryDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Values with one definition for objects and for rows. */
@Tag("MAP-13")
class HybridTest {

    static final Attribute<Person, Integer> ID = attribute(Person.class, "id");
    static final Attribute<Person, String> FIRST = attribute(Person.class, "first");
    static final Attribute<Person, String> LAST = attribute(Person.class, "last");
    static final Attribute<Person, Integer> AGE = attribute(Person.class, "age");

    @Mapped(table = "person", discriminator = "type", identity = "person")
    static class Person {

        @Id
        Integer id;

        String first;
        String last;
        int age;

        static final Hybrid<Person, String> NAME = hybrid(
                        Person.class,
                        person -> person.first + " " + person.last,
                        columns -> columns.get(FIRST).plus(" ").plus(columns.get(LAST)))
                .setter((person, name) -> {
                    person.first = name.substring(0, name.indexOf(' '));
                    person.last = name.substring(name.indexOf(' ') + 1);
                })
                .updatedBy(name -> List.of(
                        set(FIRST, name.substring(0, name.indexOf(' '))),
                        set(LAST, name.substring(name.indexOf(' ') + 1))))
                .named("name");

        static final Hybrid<Person, Integer> YEARS =
                hybrid(Person.class, person -> person.age, columns -> columns.get(AGE));

        static final Hybrid<Person, String> WORD = hybrid(
                        Person.class, person -> person.last, columns -> columns.get(LAST))
                .comparator(
                        (operator, last, other) -> lower(last).compare(operator, lower(other.typeCoerce(last.type()))));

        static final HybridMethod<Person, Integer, Boolean> OLDER = hybridMethod(
                Person.class,
                (person, than) -> person.age > than,
                (columns, than) -> columns.get(AGE).gt(than));

        Person() {}

        Person(String first, String last, int age) {
            this.first = first;
            this.last = last;
            this.age = age;
        }
    }

    @Mapped(identity = "agent")
    static class Agent extends Person {

        static final Hybrid<Agent, String> CODE_NAME =
                Person.NAME.as(Agent.class).getter(agent -> "agent " + agent.last);

        Agent() {}

        Agent(String first, String last, int age) {
            super(first, last, age);
        }
    }

    private MemoryDatabase db;

    @BeforeEach
    void open() {
        db = new MemoryDatabase(Person.class, Agent.class);
        db.sessions.useTransaction(session -> session.addAll(
                new Person("Felix", "Leiter", 40), new Agent("James", "Bond", 30), new Person("Q", "Branch", 60)));
    }

    @AfterEach
    void close() {
        db.close();
    }

    @Test
    void isComputedInMemoryAndInSql() {
        try (Session session = db.open()) {
            Person felix = session.query(Person.class)
                    .filter(Person.NAME.eq("Felix Leiter"))
                    .one();
            assertThat(Person.NAME.get(felix)).isEqualTo("Felix Leiter");
            assertThat(session.query(Person.NAME).orderBy(Person.NAME.desc()).all())
                    .containsExactly("Q Branch", "James Bond", "Felix Leiter");
            assertThat(session.query(ID, Person.NAME).orderBy(ID).all().get(0).get("name"))
                    .isEqualTo("Felix Leiter");
        }
    }

    @Test
    void setterChangesTheAttributesBehind() {
        try (Session session = db.open()) {
            Person felix = session.get(Person.class, 1);
            Person.NAME.set(felix, "Felix Lighter");
            session.commit();
            assertThat(session.query(LAST).filter(ID.eq(1)).all()).containsExactly("Lighter");
        }
        assertThatThrownBy(() -> Person.YEARS.set(new Person(), 3))
                .isInstanceOf(ArgumentException.class)
                .hasMessageContaining("ALU-0620");
    }

    @Test
    void speaksOfAnotherOccurrence() {
        Alias<Person> other = aliased(Person.class);
        try (Session session = db.open()) {
            assertThat(session.query(other.get(Person.NAME))
                            .filter(other.get(Person.NAME).startsWith("J"))
                            .all())
                    .containsExactly("James Bond");
            assertThat(session.query(Person.class)
                            .join(other, other.get(Person.YEARS).lt(Person.YEARS))
                            .filter(Person.NAME.eq("Q Branch"))
                            .count())
                    .isEqualTo(2);
        }
    }

    @Test
    void comparesAsItsComparatorSays() {
        try (Session session = db.open()) {
            assertThat(session.query(ID).filter(Person.WORD.eq("BOND")).all()).containsExactly(2);
            assertThat(session.query(ID)
                            .filter(Person.WORD.in("BOND", "branch"))
                            .orderBy(ID)
                            .all())
                    .containsExactly(2, 3);
        }
    }

    @Test
    void takesAnArgument() {
        try (Session session = db.open()) {
            List<Person> older = session.query(Person.class)
                    .filter(Person.OLDER.with(35))
                    .orderBy(ID)
                    .all();
            assertThat(older).extracting(person -> person.first).containsExactly("Felix", "Q");
            assertThat(Person.OLDER.get(older.get(0), 50)).isFalse();
        }
    }

    @Test
    void isReusedBySubclasses() {
        try (Session session = db.open()) {
            Agent bond = session.query(Agent.class)
                    .filter(Agent.CODE_NAME.eq("James Bond"))
                    .one();
            assertThat(Agent.CODE_NAME.get(bond)).isEqualTo("agent Bond");
            assertThat(Person.NAME.get(bond)).isEqualTo("James Bond");
        }
    }

    @Test
    void bulkUpdatesTakeValuesApart() {
        try (Session session = db.open()) {
            Person q = session.get(Person.class, 3);
            session.query(Person.class).filter(ID.eq(3)).update(set(Person.NAME, "Quentin Quartermaster"));
            assertThat(q.first).isEqualTo("Quentin");
            session.query(Person.class).update(set(Person.YEARS, Person.YEARS.plus(1)));
            assertThat(session.query(AGE).orderBy(ID).all()).containsExactly(41, 31, 61);
        }
    }

    @Test
    void bulkUpdatesRefuseWhatCantBeTakenApart() {
        Hybrid<Person, Integer> twice = hybrid(
                Person.class,
                person -> person.age * 2,
                columns -> columns.get(AGE).times(2));
        try (Session session = db.open()) {
            assertThatThrownBy(() -> session.query(Person.class).update(set(twice, 4)))
                    .isInstanceOf(ArgumentException.class)
                    .hasMessageContaining("ALU-0621");
            assertThatThrownBy(() -> session.query(Person.class).update(set(Person.NAME, FIRST)))
                    .isInstanceOf(ArgumentException.class)
                    .hasMessageContaining("ALU-0621");
        }
    }
}
