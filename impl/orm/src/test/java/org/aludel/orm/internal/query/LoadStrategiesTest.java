package org.aludel.orm.internal.query;

import static org.aludel.orm.Orm.aliased;
import static org.aludel.orm.Orm.containsEager;
import static org.aludel.orm.Orm.defaultLoad;
import static org.aludel.orm.Orm.defer;
import static org.aludel.orm.Orm.immediateLoad;
import static org.aludel.orm.Orm.joinedLoad;
import static org.aludel.orm.Orm.lazyLoad;
import static org.aludel.orm.Orm.noLoad;
import static org.aludel.orm.Orm.raiseLoad;
import static org.aludel.orm.Orm.raiseLoadOnSql;
import static org.aludel.orm.Orm.selectinLoad;
import static org.aludel.orm.Orm.subqueryLoad;
import static org.aludel.orm.Orm.toMany;
import static org.aludel.orm.Orm.undefer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.aludel.errors.ArgumentException;
import org.aludel.errors.InvalidRequestException;
import org.aludel.orm.Alias;
import org.aludel.orm.Session;
import org.aludel.orm.testmodel.Address;
import org.aludel.orm.testmodel.Address_;
import org.aludel.orm.testmodel.Employee;
import org.aludel.orm.testmodel.Employee_;
import org.aludel.orm.testmodel.Invoice;
import org.aludel.orm.testmodel.InvoiceLine;
import org.aludel.orm.testmodel.InvoiceLine_;
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

/** Each strategy besides those of {@link LoadingTest}, wildcards, defaults of a session, and what is refused. */
@Tag("QRY-05")
class LoadStrategiesTest {

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

    // ---- by subquery

    @Test
    void subqueryRepeatsTheQueryWithItsParametersAndItsLimit() {
        for (int age : new int[] {30, 31}) {
            session.clear();
            database.sql.clear();
            List<User> users = session.query(User.class)
                    .filter(User_.age.ge(age))
                    .orderBy(User_.id)
                    .limit(1)
                    .options(subqueryLoad(User_.addresses), subqueryLoad(User_.keywords))
                    .all();
            assertThat(database.sql).hasSize(3);
            assertThat(database.sql.get(1)).contains("(SELECT").containsIgnoringCase("users");
            assertThat(users).extracting(User::getName).containsExactly(age == 30 ? "ed" : "jack");
            assertThat(cities(users.get(0))).isEqualTo(age == 30 ? List.of("Paris", "Rome") : List.of("Oslo"));
            assertThat(words(users.get(0))).isEqualTo(age == 30 ? List.of("java", "sql") : List.of("java"));
            assertThat(database.sql).hasSize(3);
        }
    }

    @Test
    void subqueryOfReferencesTakesDistinctForeignKeys() {
        List<Address> all = session.query(Address.class)
                .options(subqueryLoad(Address_.user))
                .orderBy(Address_.id)
                .all();
        assertThat(all).extracting(a -> a.getUser().getName()).containsExactly("ed", "ed", "jack", "fred");
        assertThat(database.sql).hasSize(2);
        assertThat(database.sql.get(1)).contains("SELECT DISTINCT");
    }

    @Test
    void subqueriesGoOnFromSubqueriesAndFromJoinedRelations() {
        List<Keyword> keywords = session.query(Keyword.class)
                .options(subqueryLoad(Keyword_.users).options(subqueryLoad(User_.addresses)))
                .orderBy(Keyword_.id)
                .all();
        assertThat(database.sql).hasSize(3);
        keywords.forEach(keyword -> keyword.getUsers()
                .forEach(user -> assertThat(user.getAddresses()).isNotEmpty()));
        assertThat(database.sql).hasSize(3);

        session.clear();
        database.sql.clear();
        List<Address> all = session.query(Address.class)
                .filter(Address_.city.eq("Rome"))
                .options(joinedLoad(Address_.user).options(subqueryLoad(User_.keywords)))
                .all();
        assertThat(database.sql).hasSize(2);
        assertThat(words(all.get(0).getUser())).containsExactly("java", "sql");
        assertThat(database.sql).hasSize(2);
    }

    @Test
    void subqueryOfAKeyOfSeveralColumns() {
        List<Invoice> invoices = session.query(Invoice.class)
                .options(subqueryLoad(Invoice_.lines))
                .orderBy(Invoice_.number)
                .all();
        assertThat(invoices.get(0).getLines()).extracting(InvoiceLine::getText).containsExactly("ink", "pen");
        assertThat(invoices.get(1).getLines()).hasSize(1);
        assertThat(database.sql).hasSize(2);
    }

    // ---- at once, never

    @Test
    void immediateTakesAStatementForEachOwnerAndNoneForWhatTheSessionHas() {
        session.query(User.class)
                .options(immediateLoad(User_.addresses))
                .orderBy(User_.id)
                .all();
        assertThat(database.sql).hasSize(1 + 4);

        session.query(Address.class).options(immediateLoad(Address_.user)).all();
        assertThat(database.sql).as("all users are there").hasSize(1 + 4 + 1);
    }

    @Test
    void raisingOnSqlLetsTheIdentityMapAnswer() {
        User ed = session.get(User.class, 1);
        List<Address> all = session.query(Address.class)
                .options(raiseLoadOnSql(Address_.user))
                .orderBy(Address_.id)
                .all();
        assertThat(all.get(0).getUser()).isSameAs(ed);
        assertThatThrownBy(() -> all.get(2).getUser())
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("ALU-0711")
                .hasMessageContaining("Address.user");
    }

    @Test
    void whatIsNotLoadedCanStillBeWritten() {
        User ed = session.query(User.class)
                .filter(User_.id.eq(1))
                .options(noLoad(User_.addresses))
                .one();
        assertThat(ed.getAddresses()).isEmpty();
        session.execute(Sql.text("alter table addresses alter column id restart with 100"));
        Address added = new Address("Bonn");
        ed.getAddresses().add(added);
        session.commit();
        assertThat(session.get(Address.class, added.getId()).getUser()).isSameAs(ed);
    }

    // ---- all relations at once

    @Test
    void wildcardsAreForWhatNoOptionNames() {
        User ed = session.query(User.class)
                .filter(User_.id.eq(1))
                .options(raiseLoad("*"), selectinLoad(User_.addresses))
                .one();
        assertThat(cities(ed)).containsExactly("Paris", "Rome");
        assertThatThrownBy(() -> ed.getKeywords().size()).hasMessageContaining("ALU-0711");
        assertThatThrownBy(() -> ed.getAddresses().get(0).getUser())
                .as("at every level")
                .hasMessageContaining("Address.user");
    }

    @Test
    void wildcardsInsideOfAnOptionAreForItsClass() {
        Keyword java = session.query(Keyword.class)
                .filter(Keyword_.word.eq("java"))
                .options(selectinLoad(Keyword_.users).options(raiseLoad("*")))
                .one();
        User first = java.getUsers().iterator().next();
        assertThatThrownBy(() -> first.getAddresses().size()).hasMessageContaining("User.addresses");
    }

    @Test
    void joiningAllRelationsEndsWhereAClassComesAgain() {
        List<Address> all = session.query(Address.class)
                .options(joinedLoad("*"))
                .orderBy(Address_.id)
                .all();
        assertThat(database.sql).hasSizeLessThanOrEqualTo(2);
        int sent = database.sql.size();
        assertThat(all.get(0).getUser().getName()).isEqualTo("ed");
        assertThat(words(all.get(0).getUser())).containsExactly("java", "sql");
        assertThat(database.sql).hasSize(sent);
        session.clear();
        assertThat(session.query(Employee.class).options(joinedLoad("*")).all()).hasSize(4);
    }

    @Test
    void wildcardsOfColumnsLeaveTheKey() {
        User ed = session.query(User.class)
                .filter(User_.id.eq(1))
                .options(defer("*"), undefer(User_.name))
                .one();
        assertThat(database.sql.get(0)).contains("name").doesNotContain("email").doesNotContain("balance");
        assertThat(ed.getEmail()).isEqualTo("ed@x");
        assertThat(database.sql).hasSize(2);
    }

    @Test
    void defaultLoadLeadsToOptionsWithoutLoading() {
        User ed = session.query(User.class)
                .filter(User_.id.eq(1))
                .options(defaultLoad(User_.addresses).options(defer(Address_.city)))
                .one();
        assertThat(database.sql).hasSize(1);
        assertThat(ed.getAddresses()).hasSize(2);
        assertThat(database.sql.get(1)).doesNotContain("city,");
        assertThat(ed.getAddresses().get(0).getCity()).isEqualTo("Paris");
        assertThat(database.sql).hasSize(3);
    }

    // ---- of a session

    @Test
    void aSessionHasOptionsForAllItLoads() {
        session.loadOptions(raiseLoad("*"), selectinLoad(User_.addresses));
        User ed = session.get(User.class, 1);
        assertThat(cities(ed)).containsExactly("Paris", "Rome");
        assertThatThrownBy(() -> ed.getKeywords().size()).hasMessageContaining("ALU-0711");
        session.clear();
        User jack = session.query(User.class)
                .filter(User_.id.eq(2))
                .options(lazyLoad(User_.keywords))
                .one();
        assertThat(jack.getKeywords()).hasSize(1);
        assertThat(cities(jack)).containsExactly("Oslo");
        assertThatThrownBy(() -> jack.getKeywords().iterator().next().getUsers().size())
                .as("what is read lazily follows the session too")
                .hasMessageContaining("ALU-0711");
    }

    // ---- what was loaded comes again

    @Test
    void anExpiredObjectIsReadAnewWithTheOptionsOfItsQuery() {
        User ed = session.query(User.class)
                .filter(User_.id.eq(1))
                .options(selectinLoad(User_.addresses), defer(User_.email))
                .one();
        session.expire(ed);
        database.sql.clear();
        assertThat(ed.getName()).isEqualTo("ed");
        assertThat(database.sql).hasSize(2);
        assertThat(database.sql.get(0)).doesNotContain("email");
        assertThat(cities(ed)).hasSize(2);
        assertThat(database.sql).hasSize(2);
    }

    @Test
    void oneExpiredColumnIsReadAlone() {
        User ed = session.get(User.class, 1);
        session.expire(ed, "age");
        database.sql.clear();
        assertThat(ed.getAge()).isEqualTo(30);
        assertThat(database.sql).hasSize(1);
        assertThat(database.sql.get(0)).doesNotContain("email");
    }

    @Test
    void populatingAnewForgetsLazyRelationsToo() {
        User ed = session.get(User.class, 1);
        assertThat(ed.getAddresses()).hasSize(2);
        session.execute(Sql.text("update addresses set user_id = 1"));
        session.query(User.class).populateExisting().all();
        assertThat(ed.getAddresses()).hasSize(4);
    }

    // ---- inner joins

    @Test
    void anInnerJoinBelowAnOuterOneLosesNoOwner() {
        List<Employee> all = session.query(Employee.class)
                .options(joinedLoad(Employee_.reports)
                        .options(joinedLoad(Employee_.manager).innerJoin()))
                .orderBy(Employee_.id)
                .all();
        assertThat(all).hasSize(4);
        assertThat(database.sql).hasSize(1);
        assertThat(all.get(0).getReports()).hasSize(2);
    }

    @Test
    void aClassThatAnOuterJoinBringsKeepsItsRowsWhereAnOptionJoinsInside() {
        Alias<Employee> boss = aliased(Employee.class);
        assertThat(session.query(org.aludel.orm.Orm.entity(Employee.class), boss)
                        .outerJoin(Employee_.manager, boss)
                        .options(joinedLoad(boss.get(Employee_.manager)).innerJoin())
                        .all())
                .hasSize(4);
    }

    // ---- misuse

    @Test
    void optionsThatDoNotFollowTheirPathAreRefusedByName() {
        assertThatThrownBy(() -> session.query(Keyword.class)
                        .options(selectinLoad(Keyword_.users).options(joinedLoad(InvoiceLine_.invoice)))
                        .all())
                .isInstanceOf(ArgumentException.class)
                .hasMessageContaining("ALU-0721")
                .hasMessageContaining("Keyword.users -> InvoiceLine.invoice");
        assertThatThrownBy(() -> session.query(User.class)
                        .options(joinedLoad(toMany(User.class, "nosuch")))
                        .all())
                .isInstanceOf(ArgumentException.class)
                .hasMessageContaining("ALU-0721")
                .hasMessageContaining("User.nosuch");
        assertThatThrownBy(() -> joinedLoad("addresses"))
                .isInstanceOf(ArgumentException.class)
                .hasMessageContaining("ALU-0720");
        assertThatThrownBy(() -> raiseLoad("*").options(joinedLoad(User_.addresses)))
                .hasMessageContaining("ALU-0701");
    }

    @Test
    @Tag("QRY-08")
    void streamsRefuseCollectionsThatNeedAllRows() {
        for (var option :
                List.of(joinedLoad(User_.addresses), subqueryLoad(User_.addresses), containsEager(User_.addresses))) {
            try (Stream<User> users =
                    session.query(User.class).join(User_.addresses).options(option).yieldPer(2).stream()) {
                assertThatThrownBy(() -> users.toList())
                        .isInstanceOf(InvalidRequestException.class)
                        .hasMessageContaining("ALU-0722");
            } catch (InvalidRequestException e) {
                assertThat(e).hasMessageContaining("ALU-0722");
            }
        }
    }
}
