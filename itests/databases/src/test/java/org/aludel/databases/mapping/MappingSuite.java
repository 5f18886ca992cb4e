package org.aludel.databases.mapping;

import static org.aludel.orm.Orm.aliased;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.aludel.engine.Engine;
import org.aludel.orm.Alias;
import org.aludel.orm.Session;
import org.aludel.orm.SessionFactory;
import org.aludel.sql.Condition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Mapped classes on one database. */
abstract class MappingSuite {

    private Engine engine;
    private SessionFactory sessions;

    abstract Engine createEngine();

    @BeforeEach
    void open() {
        engine = createEngine();
        sessions = SessionFactory.builder(engine)
                .map(Everything.class, Person.class, Pet.class, Skill.class)
                .build();
        sessions.metaData().createAll(engine);
    }

    @AfterEach
    void close() {
        sessions.metaData().dropAll(engine);
        sessions.close();
        engine.close();
    }

    private Everything saved(Everything object) {
        try (Session session = sessions.open()) {
            session.add(object);
            session.commit();
        }
        Session other = sessions.open();
        try (other) {
            return other.query(Everything.class).one();
        }
    }

    private static Everything filled() {
        Everything object = new Everything();
        object.truth = true;
        object.tiny = -12;
        object.small = 1_234;
        object.number = -123_456;
        object.big = 1L << 40;
        object.single = 1.5f;
        object.twice = 2.25;
        object.letter = 'é';
        object.truthOrNull = false;
        object.tinyOrNull = 5;
        object.smallOrNull = 6;
        object.numberOrNull = 7;
        object.bigOrNull = 8L;
        object.singleOrNull = 0.25f;
        object.twiceOrNull = -0.125;
        object.letterOrNull = 'z';
        object.text = "Grüße";
        object.amount = new BigDecimal("1234567.8900");
        object.huge = new BigInteger("123456789012345");
        object.day = DayOfWeek.FRIDAY;
        object.date = LocalDate.of(2024, 2, 29);
        object.time = LocalTime.of(23, 59, 58);
        object.moment = LocalDateTime.of(2024, 2, 29, 12, 30, 15);
        object.zoned = OffsetDateTime.of(2024, 2, 29, 12, 30, 15, 0, ZoneOffset.ofHours(2));
        object.instant = Instant.parse("2024-02-29T10:30:15Z");
        object.duration = Duration.ofMinutes(90);
        object.bytes = new byte[] {1, 0, -1};
        object.uuid = UUID.fromString("123e4567-e89b-12d3-a456-426614174000");
        object.document = "{\"a\": 1}";
        return object;
    }

    @Test
    @Tag("MAP-01")
    void valuesOfEveryJavaTypeComeBack() {
        Everything object = filled();
        Everything loaded = saved(filled());

        assertThat(loaded)
                .usingRecursiveComparison()
                .ignoringFieldsMatchingRegexes(".*aludel.*")
                .ignoringFields("id", "zoned", "amount", "document")
                .isEqualTo(object);
        assertThat(loaded.zoned.toInstant()).isEqualTo(object.zoned.toInstant());
        assertThat(loaded.amount).isEqualByComparingTo(object.amount);
        assertThat(loaded.document.replace(" ", "")).isEqualTo("{\"a\":1}");
    }

    @Test
    @Tag("MAP-01")
    void nullsComeBackInWrappersAndObjects() {
        Everything loaded = saved(new Everything());

        assertThat(loaded.truthOrNull).isNull();
        assertThat(loaded.numberOrNull).isNull();
        assertThat(loaded.letterOrNull).isNull();
        assertThat(loaded.text).isNull();
        assertThat(loaded.amount).isNull();
        assertThat(loaded.day).isNull();
        assertThat(loaded.instant).isNull();
        assertThat(loaded.bytes).isNull();
        assertThat(loaded.uuid).isNull();
        assertThat(loaded.document).isNull();
        assertThat(loaded.number).isZero();
    }

    @Test
    @Tag("MAP-01")
    void valuesAreComparedInTheTypeOfTheColumn() {
        Everything object = filled();
        saved(filled());

        try (Session session = sessions.open()) {
            assertThat(session.query(Everything.class)
                            .filter(
                                    Everything_.day.in(DayOfWeek.FRIDAY, DayOfWeek.MONDAY),
                                    Everything_.uuid.eq(object.uuid),
                                    Everything_.instant.ge(object.instant),
                                    Everything_.huge.eq(object.huge),
                                    Everything_.letter.eq('é'),
                                    Everything_.truth.eq(true))
                            .count())
                    .isEqualTo(1);
        }
    }

    /** Ann leads Bob, who leads Cid and Dan; Bob has two pets, Dan one; Ann and Cid can cook, Cid can sew. */
    private Session staffed() {
        Person ann = new Person("Ann");
        Person bob = new Person("Bob");
        Person cid = new Person("Cid");
        Person dan = new Person("Dan");
        ann.staff.add(bob);
        bob.staff.add(cid);
        bob.staff.add(dan);
        bob.pets.add(new Pet("Rex"));
        bob.pets.add(new Pet("Ada"));
        dan.pets.add(new Pet("Tom"));
        Skill cooking = new Skill("cooking");
        Skill sewing = new Skill("sewing");
        ann.skills.add(cooking);
        cid.skills.add(cooking);
        cid.skills.add(sewing);
        try (Session session = sessions.open()) {
            session.add(ann);
            session.commit();
        }
        return sessions.open();
    }

    private static List<String> names(Session session, Condition... conditions) {
        return session.query(Person_.name)
                .filter(conditions)
                .orderBy(Person_.name)
                .all();
    }

    @Test
    @Tag("MAP-06")
    void membersAreAskedFor() {
        try (Session session = staffed()) {
            assertThat(names(session, Person_.pets.any())).containsExactly("Bob", "Dan");
            assertThat(names(session, Person_.pets.any(Pet_.name.eq("Tom")))).containsExactly("Dan");
            assertThat(names(session, Person_.pets.none(Pet_.name.eq("Tom")))).containsExactly("Ann", "Bob", "Cid");
            assertThat(names(session, Person_.pets.isEmpty())).containsExactly("Ann", "Cid");
            assertThat(names(session, Person_.skills.any(Skill_.name.startsWith("coo"))))
                    .containsExactly("Ann", "Cid");
            assertThat(names(
                            session,
                            Person_.skills.any(Skill_.name.eq("sewing")),
                            Person_.skills.any(Skill_.name.eq("cooking"))))
                    .containsExactly("Cid");
        }
    }

    @Test
    @Tag("MAP-06")
    void staffIsAskedForAcrossSeveralLevels() {
        try (Session session = staffed()) {
            assertThat(names(session, Person_.staff.any(Person_.name.eq("Dan"))))
                    .containsExactly("Bob");
            assertThat(names(session, Person_.staff.any(Person_.staff.any(Person_.name.eq("Dan")))))
                    .containsExactly("Ann");
            assertThat(names(session, Person_.staff.any(Person_.pets.any(Pet_.name.eq("Rex")))))
                    .containsExactly("Ann");
            assertThat(names(session, Person_.boss.has(Person_.boss.has(Person_.name.eq("Ann")))))
                    .containsExactly("Cid", "Dan");
            assertThat(names(session, Person_.boss.isNull())).containsExactly("Ann");
            assertThat(names(session, Person_.boss.isNotNull())).containsExactly("Bob", "Cid", "Dan");
        }
    }

    @Test
    @Tag("MAP-06")
    void objectsAreComparedByTheirKeys() {
        try (Session session = staffed()) {
            Person bob =
                    session.query(Person.class).filter(Person_.name.eq("Bob")).one();
            Pet rex = session.query(Pet.class).filter(Pet_.name.eq("Rex")).one();
            Skill sewing =
                    session.query(Skill.class).filter(Skill_.name.eq("sewing")).one();

            assertThat(names(session, Person_.boss.eq(bob))).containsExactly("Cid", "Dan");
            assertThat(names(session, Person_.boss.ne(bob))).containsExactly("Ann", "Bob");
            assertThat(names(session, Person_.pets.contains(rex))).containsExactly("Bob");
            assertThat(names(session, Person_.skills.contains(sewing))).containsExactly("Cid");
            assertThat(session.query(Pet_.name)
                            .filter(Pet_.owner.eq(bob))
                            .orderBy(Pet_.name)
                            .all())
                    .containsExactly("Ada", "Rex");
        }
    }

    @Test
    @Tag("QRY-11")
    void relationsStartFromAliasesToo() {
        try (Session session = staffed()) {
            Alias<Person> other = aliased(Person.class, "other");
            List<String> names = session.query(other.get(Person_.name))
                    .filter(
                            other.get(Person_.pets).any(Pet_.name.eq("Tom")),
                            other.get(Person_.boss).has(Person_.name.eq("Bob")))
                    .all();

            assertThat(names).containsExactly("Dan");
        }
    }

    @Test
    @Tag("MAP-06")
    void membersAreNotMistakenForAJoinedTable() {
        try (Session session = staffed()) {
            List<String> names = session.query(Person_.name)
                    .join(Person_.pets)
                    .filter(Pet_.name.eq("Rex"), Person_.pets.any(Pet_.name.eq("Ada")))
                    .all();

            assertThat(names).containsExactly("Bob");
        }
    }
}
