package org.aludel.orm.internal.query;

import static org.aludel.orm.Orm.aliased;
import static org.aludel.orm.Orm.containsEager;
import static org.aludel.orm.Orm.defer;
import static org.aludel.orm.Orm.entity;
import static org.aludel.orm.Orm.joinedLoad;
import static org.aludel.orm.Orm.lazyLoad;
import static org.aludel.orm.Orm.loadOnly;
import static org.aludel.orm.Orm.noLoad;
import static org.aludel.orm.Orm.raiseLoad;
import static org.aludel.orm.Orm.selectinLoad;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.aludel.engine.Row;
import org.aludel.errors.AludelException;
import org.aludel.errors.ArgumentException;
import org.aludel.errors.DetachedException;
import org.aludel.errors.InvalidRequestException;
import org.aludel.orm.Alias;
import org.aludel.orm.Session;
import org.aludel.orm.testmodel.Address;
import org.aludel.orm.testmodel.Address_;
import org.aludel.orm.testmodel.Employee;
import org.aludel.orm.testmodel.Employee_;
import org.aludel.orm.testmodel.Invoice;
import org.aludel.orm.testmodel.InvoiceLine;
import org.aludel.orm.testmodel.Invoice_;
import org.aludel.orm.testmodel.Keyword;
import org.aludel.orm.testmodel.Keyword_;
import org.aludel.orm.testmodel.User;
import org.aludel.orm.testmodel.User_;
import org.aludel.sql.Sql;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("QRY-05")
class LoadingTest {

    private SampleDatabase database;
    private Session session;

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

    private static List<String> cities(User user) {
        return user.getAddresses().stream().map(Address::getCity).toList();
    }

    private static List<String> words(User user) {
        return user.getKeywords().stream().map(Keyword::getWord).sorted().toList();
    }

    @Test
    void lazyCollectionsLoadOnceInTheOrderOfTheMapping() {
        User ed = session.get(User.class, 1);
        assertThat(cities(ed)).containsExactly("Paris", "Rome");
        assertThat(ed.getAddresses()).hasSize(2);
        assertThat(database.sql).hasSize(2);
        assertThat(words(ed)).containsExactly("java", "sql");
        assertThat(session.get(User.class, 3).getAddresses()).isEmpty();
    }

    @Test
    void lazyReferencesComeFromTheIdentityMapFirst() {
        User ed = session.get(User.class, 1);
        Address rome = session.get(Address.class, 1);
        database.sql.clear();
        assertThat(rome.getUser()).isSameAs(ed);
        assertThat(database.sql).isEmpty();

        Address oslo = session.get(Address.class, 3);
        assertThat(oslo.getUser().getName()).isEqualTo("jack");
        assertThat(database.sql).hasSize(2);
        Employee ann = session.get(Employee.class, 1);
        database.sql.clear();
        assertThat(ann.getManager()).as("a null foreign key costs nothing").isNull();
        assertThat(database.sql).isEmpty();
    }

    @Test
    void aForeignKeyWithoutAFieldLoadsItsReference() {
        Employee dan = session.get(Employee.class, 4);
        assertThat(dan.getManager().getName()).isEqualTo("bob");
        assertThat(dan.getManager().getManager().getName()).isEqualTo("ann");
        assertThat(dan.getManager().getManager().getReports())
                .extracting(Employee::getName)
                .containsExactly("bob", "cid");
    }

    @Test
    void selectinTakesOneStatementForAllOwners() {
        List<User> users = session.query(User.class)
                .options(selectinLoad(User_.addresses), selectinLoad(User_.keywords))
                .orderBy(User_.id)
                .all();
        assertThat(users)
                .extracting(LoadingTest::cities)
                .containsExactly(List.of("Paris", "Rome"), List.of("Oslo"), List.of(), List.of("Paris"));
        assertThat(users)
                .extracting(LoadingTest::words)
                .containsExactly(List.of("java", "sql"), List.of("java"), List.of(), List.of());
        assertThat(database.sql).hasSize(3);
        assertThat(users.get(0).getKeywords())
                .contains(users.get(1).getKeywords().iterator().next());
    }

    @Test
    void selectinOfReferencesAsksForWhatIsMissingOnly() {
        User ed = session.get(User.class, 1);
        database.sql.clear();
        List<Address> all = session.query(Address.class)
                .options(selectinLoad(Address_.user))
                .orderBy(Address_.id)
                .all();
        assertThat(all.get(0).getUser()).isSameAs(ed);
        assertThat(all).extracting(a -> a.getUser().getName()).containsExactly("ed", "ed", "jack", "fred");
        assertThat(database.sql).hasSize(2);
    }

    @Test
    void joinedLoadsReferencesAndACollectionInOneStatement() {
        List<User> users = session.query(User.class)
                .options(joinedLoad(User_.addresses))
                .orderBy(User_.name.desc())
                .all();
        assertThat(users).extracting(User::getName).containsExactly("wendy", "jack", "fred", "ed");
        assertThat(users)
                .extracting(LoadingTest::cities)
                .containsExactly(List.of(), List.of("Oslo"), List.of("Paris"), List.of("Paris", "Rome"));
        assertThat(database.sql).hasSize(1);
        assertThat(database.sql.get(0)).contains("LEFT").doesNotContain("SELECT DISTINCT");

        session.clear();
        database.sql.clear();
        List<Address> all = session.query(Address.class)
                .options(joinedLoad(Address_.user).innerJoin())
                .all();
        assertThat(all).allSatisfy(a -> assertThat(a.getUser().getName()).isNotNull());
        assertThat(database.sql).hasSize(1);
        assertThat(database.sql.get(0)).doesNotContain("LEFT");
    }

    @Test
    void limitsCountObjectsWhereACollectionIsJoined() {
        List<User> users = session.query(User.class)
                .filter(User_.id.gt(0))
                .options(joinedLoad(User_.addresses))
                .orderBy(User_.name)
                .slice(0, 2)
                .all();
        assertThat(users).extracting(User::getName).containsExactly("ed", "fred");
        assertThat(users).extracting(LoadingTest::cities).containsExactly(List.of("Paris", "Rome"), List.of("Paris"));
        assertThat(database.sql).hasSize(1);

        session.clear();
        database.sql.clear();
        assertThat(session.query(Address.class)
                        .options(joinedLoad(Address_.user))
                        .orderBy(Address_.id)
                        .limit(1)
                        .one()
                        .getUser()
                        .getName())
                .isEqualTo("ed");
        assertThat(database.sql.get(0)).as("a reference needs no subquery").doesNotContain("(SELECT");
        session.clear();
        assertThat(cities(session.query(User.class)
                        .options(joinedLoad(User_.addresses))
                        .orderBy(User_.age.desc(), User_.id)
                        .filter(User_.age.isNotNull())
                        .offset(2)
                        .first()))
                .containsExactly("Paris", "Rome");
    }

    @Test
    void aSecondCollectionInTheRowGoesBySelectin() {
        List<User> users = session.query(User.class)
                .options(joinedLoad(User_.addresses), joinedLoad(User_.keywords))
                .orderBy(User_.id)
                .all();
        assertThat(cities(users.get(0))).containsExactly("Paris", "Rome");
        assertThat(words(users.get(0))).containsExactly("java", "sql");
        assertThat(database.sql).hasSize(2);
    }

    @Test
    void nestedOptionsFollowThePath() {
        List<Keyword> keywords = session.query(Keyword.class)
                .options(selectinLoad(Keyword_.users).options(joinedLoad(User_.addresses)))
                .orderBy(Keyword_.id)
                .all();
        assertThat(database.sql).hasSize(2);
        User ed = keywords.get(1).getUsers().iterator().next();
        assertThat(cities(ed)).containsExactly("Paris", "Rome");
        assertThat(keywords.get(2).getUsers()).isEmpty();
        assertThat(database.sql).hasSize(2);

        session.clear();
        database.sql.clear();
        List<Employee> all = session.query(Employee.class)
                .options(joinedLoad(Employee_.reports).options(joinedLoad(Employee_.reports)))
                .filter(Employee_.name.eq("ann"))
                .all();
        assertThat(all).hasSize(1);
        assertThat(all.get(0).getReports()).extracting(Employee::getName).containsExactly("bob", "cid");
        assertThat(all.get(0).getReports().get(0).getReports())
                .extracting(Employee::getName)
                .containsExactly("dan");
        assertThat(database.sql).hasSize(1);
    }

    @Test
    void lazyLoadsTakeTheOptionsOfTheirQuery() {
        Keyword java = session.query(Keyword.class)
                .filter(Keyword_.word.eq("java"))
                .options(lazyLoad(Keyword_.users).options(selectinLoad(User_.addresses)))
                .one();
        assertThat(database.sql).hasSize(1);
        assertThat(java.getUsers()).hasSize(2);
        assertThat(database.sql).hasSize(3);
        java.getUsers().forEach(user -> assertThat(user.getAddresses()).isNotEmpty());
        assertThat(database.sql).hasSize(3);
    }

    @Test
    void keysOfSeveralColumnsAreSelectedTogether() {
        List<Invoice> invoices = session.query(Invoice.class)
                .options(selectinLoad(Invoice_.lines))
                .orderBy(Invoice_.number)
                .all();
        assertThat(invoices.get(0).getLines())
                .extracting(InvoiceLine::getText)
                .as("ordered by position")
                .containsExactly("ink", "pen");
        assertThat(invoices.get(1).getLines()).hasSize(1);
        assertThat(database.sql).hasSize(2);
    }

    @Test
    void containsEagerTakesTheProgramsOwnJoin() {
        List<User> users = session.query(User.class)
                .join(User_.addresses)
                .filter(Address_.city.eq("Rome"))
                .options(containsEager(User_.addresses))
                .all();
        assertThat(cities(users.get(0))).containsExactly("Rome");
        assertThat(database.sql).hasSize(1);

        session.clear();
        Alias<Employee> boss = aliased(Employee.class);
        database.sql.clear();
        Employee dan = session.query(Employee.class)
                .join(Employee_.manager, boss)
                .filter(boss.get(Employee_.name).eq("bob"))
                .options(containsEager(Employee_.manager, boss))
                .one();
        assertThat(dan.getManager().getName()).isEqualTo("bob");
        assertThat(database.sql).hasSize(1);

        assertThatThrownBy(() -> session.query(User.class)
                        .options(containsEager(User_.addresses))
                        .all())
                .isInstanceOf(ArgumentException.class)
                .hasMessageContaining("ALU-0712");
    }

    @Test
    void twoEagerRelationsToOneTableDoNotCollide() {
        List<Employee> all = session.query(Employee.class)
                .options(joinedLoad(Employee_.manager), joinedLoad(Employee_.reports))
                .filter(Employee_.name.eq("bob"))
                .all();
        assertThat(all.get(0).getManager().getName()).isEqualTo("ann");
        assertThat(all.get(0).getReports()).extracting(Employee::getName).containsExactly("dan");
        assertThat(database.sql).hasSize(1);
    }

    @Test
    void raisingAndEmptyRelations() {
        User ed = session.query(User.class)
                .filter(User_.id.eq(1))
                .options(raiseLoad(User_.addresses), noLoad(User_.keywords))
                .one();
        assertThatThrownBy(() -> ed.getAddresses().size())
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("ALU-0711")
                .hasMessageContaining("User.addresses");
        assertThat(ed.getKeywords()).isEmpty();
        assertThat(database.sql).hasSize(1);
    }

    @Test
    void deferredColumnsComeWhenTheyAreRead() {
        User ed = session.query(User.class)
                .filter(User_.id.eq(1))
                .options(defer(User_.email, User_.balance))
                .one();
        assertThat(database.sql.get(0)).doesNotContain("email").contains("name");
        assertThat(ed.getName()).isEqualTo("ed");
        assertThat(database.sql).hasSize(1);
        assertThat(ed.getEmail()).isEqualTo("ed@x");
        assertThat(database.sql).hasSize(2);

        session.clear();
        database.sql.clear();
        User jack = session.query(User.class)
                .filter(User_.id.eq(2))
                .options(loadOnly(User_.name))
                .one();
        assertThat(database.sql.get(0)).doesNotContain("email").doesNotContain("age");
        assertThat(jack.getAge()).isEqualTo(40);
        session.query(User.class).filter(User_.id.eq(2)).one();
        database.sql.clear();
        assertThat(jack.getEmail()).as("a later query brought the rest").isEqualTo("jack@x");
        assertThat(database.sql).isEmpty();
    }

    @Test
    void whatIsLoadedIsNotOverwritten() {
        User ed = session.get(User.class, 1);
        ed.getAddresses().size();
        ed.setName("edward");
        session.autoflush(false);
        session.query(User.class).options(joinedLoad(User_.addresses)).all();
        assertThat(ed.getName()).isEqualTo("edward");
        assertThat(session.isModified(ed)).isTrue();
    }

    @Test
    void expiredObjectsAreReadAnewByOneStatementOrByAnyQuery() {
        User ed = session.get(User.class, 1);
        session.expire(ed);
        database.sql.clear();
        assertThat(ed.getName()).isEqualTo("ed");
        assertThat(ed.getAge()).isEqualTo(30);
        assertThat(database.sql).hasSize(1);

        session.execute(Sql.text("update users set age = 31 where id = 1"));
        session.expire(ed);
        session.query(User.class).all();
        database.sql.clear();
        assertThat(ed.getAge()).isEqualTo(31);
        assertThat(database.sql).isEmpty();

        session.execute(Sql.text("delete from addresses"));
        session.execute(Sql.text("delete from user_keywords"));
        session.execute(Sql.text("delete from users where id = 1"));
        session.expire(ed);
        assertThatThrownBy(ed::getName).isInstanceOf(AludelException.class).hasMessageContaining("row");
    }

    @Test
    void objectsInRowsTakeOptionsToo() {
        Alias<User> other = aliased(User.class);
        List<Row> rows = session.query(entity(User.class), other)
                .join(other, other.get(User_.id).gt(User_.id))
                .options(selectinLoad(User_.addresses), selectinLoad(other.get(User_.keywords)))
                .filter(User_.id.eq(1), other.get(User_.id).eq(2))
                .all();
        assertThat(database.sql).hasSize(3);
        User ed = (User) rows.get(0).get(0);
        User jack = rows.get(0).get(other);
        assertThat(cities(ed)).hasSize(2);
        assertThat(words(jack)).containsExactly("java");
        assertThat(database.sql).hasSize(3);
    }

    @Test
    void optionsOfOtherClassesAreRefused() {
        assertThatThrownBy(() -> session.query(Keyword.class)
                        .options(joinedLoad(User_.addresses))
                        .all())
                .isInstanceOf(ArgumentException.class)
                .hasMessageContaining("ALU-0705")
                .hasMessageContaining("User.addresses");
        assertThatThrownBy(() -> noLoad(User_.addresses).options(joinedLoad(Address_.user)))
                .hasMessageContaining("ALU-0701");
    }

    @Test
    @Tag("QRY-08")
    void streamsLoadCollectionsBySelectinPortionByPortion() {
        try (Stream<User> users =
                session
                        .query(User.class)
                        .options(selectinLoad(User_.addresses))
                        .orderBy(User_.id)
                        .yieldPer(2)
                        .stream()) {
            assertThat(users.map(LoadingTest::cities).toList())
                    .hasSize(4)
                    .first()
                    .isEqualTo(List.of("Paris", "Rome"));
        }
        assertThat(database.sql).hasSize(3);
    }

    @Test
    void manyOwnersAreLoadedFiveHundredAtATime() {
        session.execute(Sql.text("insert into users (id, name) select x, 'u' || x from system_range(100, 1199)"));
        session.execute(
                Sql.text("insert into addresses (id, city, user_id) select x, 'c', x from system_range(100, 1199)"));
        database.sql.clear();
        List<User> users =
                session.query(User.class).options(selectinLoad(User_.addresses)).all();
        assertThat(users).hasSize(1104);
        assertThat(users)
                .filteredOn(u -> u.getId() >= 100)
                .allSatisfy(u -> assertThat(u.getAddresses()).hasSize(1));
        assertThat(database.sql).hasSize(1 + 3);
    }

    @Test
    void unloadedAttributesOfDetachedObjectsSayHowToLoadThem() {
        User ed = session.get(User.class, 1);
        session.close();
        assertThat(ed.getName()).isEqualTo("ed");
        assertThatThrownBy(() -> ed.getAddresses().size())
                .isInstanceOf(DetachedException.class)
                .hasMessageContaining("User.addresses");
    }
}
