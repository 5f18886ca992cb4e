package org.aludel.orm.internal.query;

import static org.aludel.orm.Orm.aliased;
import static org.aludel.orm.Orm.containsEager;
import static org.aludel.orm.Orm.defaultLoad;
import static org.aludel.orm.Orm.defer;
import static org.aludel.orm.Orm.entity;
import static org.aludel.orm.Orm.joinedLoad;
import static org.aludel.orm.Orm.lazyLoad;
import static org.aludel.orm.Orm.load;
import static org.aludel.orm.Orm.loadOnly;
import static org.aludel.orm.Orm.selectinLoad;
import static org.aludel.orm.Orm.set;
import static org.aludel.orm.Orm.setNull;
import static org.aludel.orm.Orm.subqueryLoad;
import static org.aludel.sql.Sql.count;
import static org.aludel.sql.Sql.not;
import static org.aludel.sql.Sql.select;
import static org.aludel.sql.Sql.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.aludel.engine.Row;
import org.aludel.orm.Alias;
import org.aludel.orm.Session;
import org.aludel.orm.Synchronize;
import org.aludel.orm.testmodel.Address;
import org.aludel.orm.testmodel.Address_;
import org.aludel.orm.testmodel.Employee;
import org.aludel.orm.testmodel.Employee_;
import org.aludel.orm.testmodel.User;
import org.aludel.orm.testmodel.User_;
import org.aludel.sql.TableAlias;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Queries in which a class occurs more than once, or under another name, and what they load. */
@Tag("QRY-05")
class OccurrencesTest {

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

    @Test
    void relationsOfAnAliasAreLoadedByAnyStrategy() {
        Alias<User> u = aliased(User.class, "u");
        for (var option : List.of(
                joinedLoad(u.get(User_.addresses)),
                selectinLoad(u.get(User_.addresses)),
                subqueryLoad(u.get(User_.addresses)))) {
            session.clear();
            database.sql.clear();
            User ed = session.query(u)
                    .options(option)
                    .filter(u.get(User_.id).eq(1))
                    .one();
            int sent = database.sql.size();
            assertThat(cities(ed)).containsExactly("Paris", "Rome");
            assertThat(database.sql).hasSize(sent);
        }
    }

    @Test
    void joinsOfAliasesFillCollectionsOnTwoLevels() {
        Alias<Employee> lead = aliased(Employee.class);
        Alias<Employee> worker = aliased(Employee.class);
        List<Employee> bosses = session.query(Employee.class)
                .join(Employee_.reports, lead)
                .outerJoin(lead.get(Employee_.reports), worker)
                .options(containsEager(Employee_.reports, lead)
                        .options(containsEager(lead.get(Employee_.reports), worker)))
                .filter(Employee_.manager.isNull())
                .orderBy(lead.get(Employee_.id))
                .all();
        assertThat(bosses).hasSize(1);
        assertThat(bosses.get(0).getReports()).extracting(Employee::getName).containsExactly("bob", "cid");
        assertThat(bosses.get(0).getReports().get(0).getReports())
                .extracting(Employee::getName)
                .containsExactly("dan");
        assertThat(database.sql).hasSize(1);
    }

    @Test
    void aJoinMayFillACollectionInPart() {
        User ed = session.query(User.class)
                .join(User_.addresses)
                .options(containsEager(User_.addresses))
                .filter(Address_.city.eq("Rome"))
                .populateExisting()
                .one();
        assertThat(cities(ed)).containsExactly("Rome");
    }

    @Test
    void aClassReadFromASubqueryLoadsItsRelations() {
        TableAlias some = session.query(User.class)
                .filter(User_.id.lt(3))
                .orderBy(User_.id)
                .limit(2)
                .toSelect()
                .subquery();
        List<User> users = session.query(User.class)
                .selectEntityFrom(some)
                .options(joinedLoad(User_.addresses))
                .orderBy(User_.id)
                .all();
        assertThat(users).extracting(User::getName).containsExactly("ed", "jack");
        assertThat(cities(users.get(0))).containsExactly("Paris", "Rome");
        assertThat(database.sql).hasSize(1);
        Alias<User> few = aliased(User.class, some);
        session.clear();
        assertThat(session.query(few)
                        .options(selectinLoad(few.get(User_.addresses)))
                        .all())
                .allSatisfy(user -> assertThat(user.getAddresses()).isNotEmpty());
    }

    @Test
    void setOperationsLoadRelations() {
        var some = session.query(User.class).filter(User_.id.eq(1));
        List<User> users = some.union(session.query(User.class).filter(User_.id.eq(2)))
                .options(joinedLoad(User_.addresses))
                .orderBy(User_.name)
                .all();
        assertThat(users).extracting(User::getName).containsExactly("ed", "jack");
        assertThat(cities(users.get(0))).containsExactly("Paris", "Rome");
        session.clear();
        users = some.union(session.query(User.class).filter(User_.id.eq(2)))
                .options(selectinLoad(User_.addresses))
                .orderBy(User_.name.desc())
                .limit(1)
                .all();
        assertThat(cities(users.get(0))).containsExactly("Oslo");
        session.clear();
        users = some.union(session.query(User.class).filter(User_.id.eq(2)))
                .options(subqueryLoad(User_.addresses))
                .orderBy(User_.name.desc())
                .limit(1)
                .all();
        assertThat(cities(users.get(0))).containsExactly("Oslo");
    }

    @Test
    void aQueryOverItselfIsFilteredAndLoadsRelations() {
        List<User> users = session.query(User.class)
                .orderBy(User_.id)
                .limit(3)
                .fromSelf()
                .filter(User_.id.gt(1))
                .join(User_.addresses)
                .options(joinedLoad(User_.addresses))
                .all();
        assertThat(users).extracting(User::getName).containsExactly("jack");
    }

    @Test
    void rowsOfAClassAndASubqueryJoined() {
        TableAlias counts = select(Address_.userId, count(Address_.id).label("n"))
                .groupBy(Address_.userId)
                .subquery();
        List<Row> rows = session.query(entity(User.class), counts.c("n"))
                .outerJoin(counts, User_.id.eqAny(counts.c("userId")))
                .orderBy(User_.id)
                .all();
        assertThat(rows).hasSize(4);
        assertThat(((Number) Objects.requireNonNull(rows.get(0).get(1))).intValue())
                .isEqualTo(2);
        assertThat(rows.get(2).get(1)).isNull();
    }

    @Test
    void optionsInsideOfDefaultLoads() {
        Address rome = session.query(Address.class)
                .options(defaultLoad(Address_.user).options(loadOnly(User_.name), lazyLoad(User_.addresses)))
                .filter(Address_.id.eq(1))
                .one();
        database.sql.clear();
        assertThat(rome.getUser().getName()).isEqualTo("ed");
        assertThat(database.sql).hasSize(1);
        assertThat(database.sql.get(0)).doesNotContain("balance");
    }

    @Test
    void wildcardsOfOneClassInAQueryOfTwo() {
        session.query(entity(User.class), entity(Address.class))
                .join(User_.addresses)
                .options(load(User.class).options(defer("*")))
                .all();
        assertThat(database.sql.get(0)).doesNotContain("balance").contains("city");
    }

    @Test
    @Tag("QRY-04")
    void negatedAndNestedConditionsOnRelations() {
        assertThat(session.query(User.class)
                        .filter(not(User_.addresses.any(Address_.city.eq("Paris"))))
                        .orderBy(User_.id)
                        .all())
                .extracting(User::getName)
                .containsExactly("jack", "wendy");
        assertThat(session.query(Address.class)
                        .filter(Address_.user.has(User_.addresses.any(Address_.city.eq("Rome"))))
                        .count())
                .isEqualTo(2);
        assertThat(session.query(Employee.class)
                        .filter(Employee_.manager.has(Employee_.manager.has(Employee_.name.eq("ann"))))
                        .one()
                        .getName())
                .isEqualTo("dan");
        assertThat(session.query(Employee.class)
                        .filter(Employee_.reports.any(Employee_.reports.any()))
                        .one()
                        .getName())
                .isEqualTo("ann");
    }

    @Test
    @Tag("QRY-07")
    void bulkStatementsEvaluateTextsWhenToldTo() {
        User ed = Objects.requireNonNull(session.get(User.class, 1));
        User jack = Objects.requireNonNull(session.get(User.class, 2));
        database.sql.clear();
        assertThat(session.query(User.class)
                        .filter(User_.name.eq("ed"))
                        .update(Synchronize.EVALUATE, set(User_.age, 1), set(User_.email, "new")))
                .isEqualTo(1);
        assertThat(ed.getAge()).isEqualTo(1);
        assertThat(ed.getEmail()).isEqualTo("new");
        assertThat(jack.getAge()).isEqualTo(40);
        assertThat(database.sql).hasSize(1);
        assertThat(session.query(User.class)
                        .filter(User_.name.in("jack", "nobody"))
                        .update(Synchronize.EVALUATE, setNull(User_.email)))
                .isEqualTo(1);
        assertThat(jack.getEmail()).isNull();
        assertThat(session.query(Address.class)
                        .filter(Address_.city.ne("Paris"))
                        .delete(Synchronize.EVALUATE))
                .isEqualTo(2);
    }

    @Test
    @Tag("QRY-07")
    void columnsAreSetInTheOrderGiven() {
        session.query(User.class).filter(User_.id.eq(1)).update(set(User_.email, "x"), set(User_.age, 2));
        String sql = database.sql.get(database.sql.size() - 1);
        assertThat(sql.indexOf("email")).isLessThan(sql.indexOf("age"));
        session.query(User.class).filter(User_.id.eq(1)).update(set(User_.age, 2), set(User_.email, "x"));
        sql = database.sql.get(database.sql.size() - 1);
        assertThat(sql.indexOf("age")).isLessThan(sql.indexOf("email"));
    }

    @Test
    @Tag("QRY-06")
    void objectsComeFromAnyResult() {
        List<User> users =
                session.query(User.class).instances(session.execute(text("select * from users order by id desc")));
        assertThat(users).extracting(User::getName).containsExactly("fred", "wendy", "jack", "ed");
        assertThat(users.get(3)).isSameAs(session.get(User.class, 1));
        assertThat(users.get(3).getAge()).isEqualTo(30);

        List<Row> rows = session.query(entity(User.class), entity(Address.class))
                .instances(session.execute(text("select users.id as users_id, users.name as users_name,"
                        + " addresses.id as addresses_id, addresses.city as addresses_city, addresses.user_id as"
                        + " addresses_user_id from users join addresses on users.id = addresses.user_id"
                        + " where addresses.city = 'Oslo'")));
        assertThat(rows).hasSize(1);
        assertThat(rows.get(0).get(entity(Address.class)).getUser())
                .isSameAs(rows.get(0).get(entity(User.class)));
        assertThat(session.query(User.class)
                        .instances(
                                session.execute(select(database.table("users")).limit(1))))
                .hasSize(1);
    }

    @Test
    @Tag("QRY-08")
    void statementsAreExecutedAsAsked() {
        assertThat(session.query(User.class)
                        .orderBy(User_.id)
                        .executionOptions(options -> options.withMaxRows(2))
                        .executionOptions(options -> options.withFetchSize(10))
                        .all())
                .extracting(User::getName)
                .containsExactly("ed", "jack");
        assertThat(session.query(User.class).count()).isEqualTo(4);
    }
}
