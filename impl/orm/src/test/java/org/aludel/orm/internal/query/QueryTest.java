package org.aludel.orm.internal.query;

import static org.aludel.orm.Orm.aliased;
import static org.aludel.orm.Orm.attribute;
import static org.aludel.orm.Orm.entity;
import static org.aludel.orm.Orm.row;
import static org.aludel.sql.Sql.count;
import static org.aludel.sql.Sql.skipLocked;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.stream.Stream;
import org.aludel.engine.Row;
import org.aludel.errors.AludelException;
import org.aludel.errors.ArgumentException;
import org.aludel.errors.InvalidRequestException;
import org.aludel.errors.MultipleResultsException;
import org.aludel.errors.NoResultException;
import org.aludel.orm.Alias;
import org.aludel.orm.Query;
import org.aludel.orm.Session;
import org.aludel.orm.internal.session.DefaultSession;
import org.aludel.orm.testmodel.Address;
import org.aludel.orm.testmodel.Address_;
import org.aludel.orm.testmodel.Employee;
import org.aludel.orm.testmodel.Employee_;
import org.aludel.orm.testmodel.InvoiceLine;
import org.aludel.orm.testmodel.Keyword_;
import org.aludel.orm.testmodel.User;
import org.aludel.orm.testmodel.User_;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class QueryTest {

    private SampleDatabase database;
    private Session session;

    record NameCount(String name, long count) {}

    @BeforeEach
    void open() {
        database = new SampleDatabase();
        session = database.open();
    }

    @AfterEach
    void close() {
        session.close();
        database.close();
    }

    private List<String> names(Query<User> query) {
        return query.all().stream().map(User::getName).toList();
    }

    @Test
    @Tag("QRY-01")
    void filtersOrdersAndSlicesObjects() {
        Query<User> query = session.query(User.class).filter(User_.age.ge(30)).orderBy(User_.name.desc());

        assertThat(names(query)).containsExactly("wendy", "jack", "ed");
        assertThat(names(query.slice(1, 3))).containsExactly("jack", "ed");
        assertThat(names(query.slice(1, 3).slice(1, 2))).containsExactly("ed");
        assertThat(names(query.limit(1))).containsExactly("wendy");
        assertThat(names(query.offset(2))).containsExactly("ed");
        assertThat(names(query.filter(User_.name.startsWith("j"), User_.email.isNotNull())))
                .containsExactly("jack");
    }

    @Test
    void sameRowGivesTheSameObjectAndValues() {
        User ed = session.query(User.class).filter(User_.name.eq("ed")).one();

        assertThat(ed.getId()).isEqualTo(1);
        assertThat(ed.getEmail()).isEqualTo("ed@x");
        assertThat(ed.getBalance()).isEqualByComparingTo("10");
        assertThat(session.query(User.class).filter(User_.id.eq(1)).one()).isSameAs(ed);
        assertThat(session.get(User.class, 1)).isSameAs(ed);
        assertThat(database.sql).as("get answers from the identity map").hasSize(2);
    }

    @Test
    void getTakesAnyIntegralKeyAndKnowsAbsentRows() {
        assertThat(session.get(User.class, 2L).getName()).isEqualTo("jack");
        assertThat(session.get(Employee.class, 1).getName()).isEqualTo("ann");
        assertThat(session.get(InvoiceLine.class, List.of(7, 2)).getText()).isEqualTo("pen");
        assertThat(session.get(User.class, 99)).isNull();
        assertThat(session.find(User.class, 99)).isEmpty();
        assertThat(session.get(User.class, 3, skipLocked()).getName()).isEqualTo("wendy");
        assertThat(database.sql.get(5)).contains("FOR UPDATE");
    }

    @Test
    @Tag("QRY-08")
    void findersSayWhenThereIsNoneOrSeveral() {
        Query<User> none = session.query(User.class).filter(User_.name.eq("nobody"));
        Query<User> several = session.query(User.class).orderBy(User_.id);

        assertThat(none.first()).isNull();
        assertThat(none.oneOrNone()).isNull();
        assertThat(none.all()).isEmpty();
        assertThat(none.exists()).isFalse();
        assertThat(none.count()).isZero();
        assertThat(none.scalar()).isNull();
        assertThatThrownBy(none::one).isInstanceOf(NoResultException.class).hasMessageContaining("ALU-0706");
        assertThatThrownBy(several::one)
                .isInstanceOf(MultipleResultsException.class)
                .hasMessageContaining("ALU-0707");
        assertThatThrownBy(several::oneOrNone).isInstanceOf(MultipleResultsException.class);
        assertThat(several.first().getName()).isEqualTo("ed");
        assertThat(several.count()).isEqualTo(4);
        assertThat(several.exists()).isTrue();
        assertThat(several.slice(1, 3).count()).isEqualTo(2);
        assertThat(session.query(count(User_.id)).scalar()).isEqualTo(4L);
    }

    @Test
    @Tag("QRY-03")
    void joinsAlongRelations() {
        Query<User> parisians = session.query(User.class)
                .join(User_.addresses)
                .filter(Address_.city.eq("Paris"))
                .orderBy(User_.name);

        assertThat(names(parisians)).containsExactly("ed", "fred");
        assertThat(names(session.query(User.class).join(User_.keywords).filter(Keyword_.word.eq("sql"))))
                .containsExactly("ed");
        assertThat(names(session.query(User.class).outerJoin(User_.addresses).filter(Address_.id.isNull())))
                .containsExactly("wendy");
    }

    @Test
    @Tag("QRY-01")
    void anObjectComesOnceWhateverTheJoins() {
        assertThat(names(session.query(User.class).join(User_.addresses).orderBy(User_.id)))
                .containsExactly("ed", "jack", "fred");
        assertThat(session.query(User_.name)
                        .join(User_.addresses)
                        .orderBy(User_.id)
                        .all())
                .as("columns keep duplicates")
                .containsExactly("ed", "ed", "jack", "fred");
        assertThat(session.query(entity(User.class), Address_.city)
                        .join(User_.addresses)
                        .all())
                .as("rows keep duplicates")
                .hasSize(4);
    }

    @Test
    @Tag("QRY-04")
    void asksForMembers() {
        User ed = session.get(User.class, 1);
        Address rome = session.get(Address.class, 1);

        assertThat(names(session.query(User.class).filter(User_.addresses.any(Address_.city.eq("Rome")))))
                .containsExactly("ed");
        assertThat(names(session.query(User.class).filter(User_.addresses.isEmpty())))
                .containsExactly("wendy");
        assertThat(names(session.query(User.class).filter(User_.addresses.contains(rome))))
                .containsExactly("ed");
        assertThat(session.query(Address.class).filter(Address_.user.eq(ed)).count())
                .isEqualTo(2);
        assertThat(session.query(Address_.city)
                        .filter(Address_.user.has(User_.age.gt(35)))
                        .all())
                .containsExactly("Oslo");
        assertThat(names(session.query(User.class)
                        .join(User_.addresses)
                        .filter(Address_.city.startsWith("Par"), User_.addresses.any(Address_.city.ne("Paris")))))
                .as("the criteria's own join is not the EXISTS' table")
                .containsExactly("ed");
    }

    @Test
    @Tag("QRY-01")
    void rowsOfColumnsObjectsAndRecords() {
        List<Row> mixed = session.query(entity(User.class), Address_.city)
                .join(User_.addresses)
                .orderBy(Address_.city, User_.id)
                .all();
        assertThat(mixed).hasSize(4);
        Row first = mixed.get(0);
        assertThat(first.get(entity(User.class)).getName()).isEqualTo("jack");
        assertThat(first.get(Address_.city)).isEqualTo("Oslo");
        assertThat(first.get("city")).isEqualTo("Oslo");
        assertThat(first.get(0)).isInstanceOf(User.class);
        assertThat(first.get(1, String.class)).isEqualTo("Oslo");
        assertThat(mixed.get(1).get(0)).isSameAs(mixed.get(3).get(0));

        List<NameCount> counts = session.query(row(NameCount::new, User_.name, count(Address_.id)))
                .join(User_.addresses)
                .groupBy(User_.name)
                .having(count(Address_.id).ge(1L))
                .orderBy(User_.name)
                .all();
        assertThat(counts).containsExactly(new NameCount("ed", 2), new NameCount("fred", 1), new NameCount("jack", 1));

        assertThat(session.query(User_.name).filter(User_.age.between(35, 45)).all())
                .containsExactly("jack");
        assertThat(session.query(User_.age.plus(1)).filter(User_.id.eq(1)).one())
                .isEqualTo(31);
        assertThat(session.query(Address_.city)
                        .distinct()
                        .orderBy(Address_.city)
                        .all())
                .containsExactly("Oslo", "Paris", "Rome");
    }

    @Test
    @Tag("QRY-03")
    void aliasesAreOccurrencesOfTheirOwn() {
        Alias<Employee> boss = aliased(Employee.class, "boss");
        List<Row> rows = session.query(Employee_.name, boss.get(Employee_.name))
                .join(Employee_.manager, boss)
                .orderBy(Employee_.name)
                .all();
        assertThat(rows)
                .extracting(r -> r.get(Employee_.name), r -> r.get(boss.get(Employee_.name)))
                .containsExactly(tuple("bob", "ann"), tuple("cid", "ann"), tuple("dan", "bob"));

        Alias<User> other = aliased(User.class);
        List<User> olderOnes = session.query(User.class)
                .join(other, other.get(User_.age).lt(User_.age))
                .filter(other.get(User_.name).eq("jack"))
                .all();
        assertThat(olderOnes).extracting(User::getName).containsExactly("wendy");

        Alias<Employee> middle = aliased(Employee.class);
        Alias<Employee> top = aliased(Employee.class);
        assertThat(session.query(Employee.class)
                        .join(Employee_.manager, middle)
                        .join(middle.get(Employee_.manager), top)
                        .filter(top.get(Employee_.name).eq("ann"))
                        .one()
                        .getName())
                .isEqualTo("dan");
        assertThat(session.query(other).filter(other.get(User_.id).eq(2)).one().getName())
                .isEqualTo("jack");
    }

    @Test
    void queriesThatDifferInTheAliasTheyAskDoNotShareAStatement() {
        Alias<Employee> a = aliased(Employee.class);
        Alias<Employee> b = aliased(Employee.class);
        Query<String> query =
                session.query(Employee_.name).join(Employee_.manager, a).join(a.get(Employee_.manager), b);

        assertThat(query.filter(a.get(Employee_.name).eq("bob")).all()).containsExactly("dan");
        assertThat(query.filter(b.get(Employee_.name).eq("bob")).all()).isEmpty();
    }

    @Test
    void anAttributeComparedWithItselfInAJoinIsRefused() {
        Alias<User> other = aliased(User.class);
        assertThatThrownBy(() -> session.query(User.class)
                        .join(other, User_.name.eq(User_.name))
                        .all())
                .isInstanceOf(ArgumentException.class)
                .hasMessageContaining("ALU-0703")
                .hasMessageContaining("User.name");
    }

    @Test
    void mistakesOfJoinsAreNamed() {
        assertThatThrownBy(
                        () -> session.query(Address.class).join(User_.keywords).all())
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("ALU-0702")
                .hasMessageContaining("User.keywords");
        assertThatThrownBy(() -> session.query(User.class)
                        .join(User_.addresses)
                        .join(User_.addresses)
                        .all())
                .isInstanceOf(ArgumentException.class)
                .hasMessageContaining("ALU-0709");
        assertThatThrownBy(() -> session.query(User.class).slice(3, 1)).hasMessageContaining("ALU-0704");
        assertThatThrownBy(() -> session.query(User.class).filterBy("nmae", "ed"))
                .isInstanceOf(AludelException.class)
                .hasMessageContaining("nmae")
                .hasMessageContaining("name");
        assertThatThrownBy(() -> session.query(String.class)).hasMessageContaining("ALU-0421");
    }

    @Test
    @Tag("QRY-01")
    void filtersByNameOnTheEntityJoinedLast() {
        assertThat(names(session.query(User.class).filterBy("name", "ed"))).containsExactly("ed");
        assertThat(names(session.query(User.class).filterBy(User_.age, 40))).containsExactly("jack");
        assertThat(names(session.query(User.class).filterBy(User_.email, null).orderBy(User_.id)))
                .containsExactly("wendy", "fred");
        assertThat(names(session.query(User.class).join(User_.addresses).filterBy("city", "Oslo")))
                .containsExactly("jack");
        assertThat(session.query(Address.class)
                        .filterBy("user", session.get(User.class, 2))
                        .one()
                        .getCity())
                .isEqualTo("Oslo");
    }

    @Test
    void aQueryIsNeverChanged() {
        Query<User> base = session.query(User.class);
        base.filter(User_.name.eq("ed")).orderBy(User_.name).limit(1).distinct();

        assertThat(base.all()).hasSize(4);
        assertThat(base.toString()).doesNotContain("WHERE").contains("FROM users");
    }

    @Test
    @Tag("QRY-10")
    void queriesOfOneStructureAreCompiledOnce() {
        names(session.query(User.class).filter(User_.name.eq("ed")).limit(2));
        long misses = database.engine.statementCache().misses();

        assertThat(names(session.query(User.class).filter(User_.name.eq("jack")).limit(3)))
                .containsExactly("jack");
        assertThat(names(
                        session.query(User.class).filter(User_.name.eq("wendy")).limit(1)))
                .containsExactly("wendy");
        assertThat(database.engine.statementCache().misses()).isEqualTo(misses);
    }

    @Test
    void lockingQueriesSeeWhatIsInTheDatabaseNow() {
        User ed = session.get(User.class, 1);
        session.execute(org.aludel.sql.Sql.text("update users set age = 31 where id = 1"));

        assertThat(session.query(User.class).filter(User_.id.eq(1)).one().getAge())
                .isEqualTo(30);
        assertThat(session.query(User.class)
                        .filter(User_.id.eq(1))
                        .withForUpdate(skipLocked())
                        .one())
                .isSameAs(ed);
        assertThat(ed.getAge()).isEqualTo(31);
        assertThat(database.sql.get(database.sql.size() - 1)).contains("FOR UPDATE SKIP LOCKED");
    }

    @Test
    void populateExistingOverwrites() {
        User ed = session.get(User.class, 1);
        session.execute(org.aludel.sql.Sql.text("update users set name = 'edward' where id = 1"));
        session.query(User.class).all();
        assertThat(ed.getName()).isEqualTo("ed");

        session.query(User.class).populateExisting().all();
        assertThat(ed.getName()).isEqualTo("edward");
    }

    @Test
    @Tag("QRY-08")
    void streamsInPortionsAndHoldsTheSession() {
        try (Stream<User> all = session.query(User.class).orderBy(User_.id).yieldPer(2).stream()) {
            assertThat(all.map(User::getName)).containsExactly("ed", "jack", "wendy", "fred");
        }
        List<String> seen = new java.util.ArrayList<>();
        session.query(User_.name).orderBy(User_.id).forEach(seen::add);
        assertThat(seen).containsExactly("ed", "jack", "wendy", "fred");

        Stream<User> open = session.query(User.class).stream();
        Throwable[] failure = new Throwable[1];
        Thread other = new Thread(() -> {
            try {
                session.get(User.class, 1);
            } catch (RuntimeException e) {
                failure[0] = e;
            }
        });
        other.start();
        org.assertj.core.api.Assertions.assertThatCode(other::join).doesNotThrowAnyException();
        assertThat(failure[0]).hasMessageContaining("ALU-0504");
        open.close();
        assertThat(session.get(User.class, 1)).isNotNull();
    }

    @Test
    void attributesByNameAreTheGeneratedOnes() {
        assertThat(session.query(User.class)
                        .filter(attribute(User.class, "name").eq("ed"))
                        .count())
                .isEqualTo(1);
        assertThat(((DefaultSession) session).registry().mapper(User.class).name())
                .isEqualTo("User");
    }

    @Test
    void aClosedSessionRefusesItsQueries() {
        Query<User> query = session.query(User.class);
        session.close();
        assertThatThrownBy(query::all).hasMessageContaining("ALU-0500");
    }
}
