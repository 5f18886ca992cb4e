package org.aludel.orm.internal.query;

import static org.aludel.orm.Orm.aliased;
import static org.aludel.orm.Orm.attribute;
import static org.aludel.orm.Orm.entity;
import static org.aludel.orm.Orm.set;
import static org.aludel.orm.Orm.toOne;
import static org.aludel.sql.Sql.bind;
import static org.aludel.sql.Sql.count;
import static org.aludel.sql.Sql.literal;
import static org.aludel.sql.Sql.params;
import static org.aludel.sql.Sql.select;
import static org.aludel.sql.Sql.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.aludel.engine.Row;
import org.aludel.errors.AludelException;
import org.aludel.errors.InvalidRequestException;
import org.aludel.orm.Alias;
import org.aludel.orm.ColumnDescription;
import org.aludel.orm.Query;
import org.aludel.orm.Session;
import org.aludel.orm.Synchronize;
import org.aludel.orm.testmodel.Address;
import org.aludel.orm.testmodel.Address_;
import org.aludel.orm.testmodel.Employee;
import org.aludel.orm.testmodel.Employee_;
import org.aludel.orm.testmodel.Invoice;
import org.aludel.orm.testmodel.Keyword;
import org.aludel.orm.testmodel.Keyword_;
import org.aludel.orm.testmodel.User;
import org.aludel.orm.testmodel.User_;
import org.aludel.sql.Expr;
import org.aludel.sql.TableAlias;
import org.aludel.types.Types;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Ways to ask, beyond filter, order and join along one relation. */
class QueryFormsTest {

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

    private static List<String> names(Query<User> query) {
        return query.all().stream().map(User::getName).toList();
    }

    private static void refused(String code, org.assertj.core.api.ThrowableAssert.ThrowingCallable asked) {
        assertThatThrownBy(asked).isInstanceOf(AludelException.class).hasMessageContaining(code);
    }

    // ---- joins

    @Test
    @Tag("QRY-03")
    void joinsAlongAPathOfRelationsOrOfTheirNames() {
        assertThat(names(session.query(User.class).join("addresses").filter(Address_.city.eq("Oslo"))))
                .containsExactly("jack");
        assertThat(session.query(Keyword.class)
                        .join(Keyword_.users, User_.addresses)
                        .filter(Address_.city.eq("Oslo"))
                        .all())
                .extracting(Keyword::getWord)
                .containsExactly("java");
        refused("ALU-0735", () -> session.query(User.class).join("streets"));
        refused("ALU-0735", () -> session.query(User.class).join("addresses", "keywords"));
    }

    @Test
    @Tag("QRY-03")
    void joinsByForeignKeyOrTowardsAClass() {
        assertThat(names(session.query(User.class).join(Address.class).filter(Address_.city.eq("Oslo"))))
                .containsExactly("jack");
        assertThat(names(session.query(User.class)
                        .join(Address.class, User_.addresses)
                        .filter(Address_.city.eq("Rome"))))
                .containsExactly("ed");
        assertThat(session.query(entity(User.class), entity(Address.class))
                        .outerJoin(Address.class)
                        .filter(User_.name.eq("wendy"))
                        .one()
                        .get(1))
                .isNull();
        refused("ALU-0736", () -> session.query(User.class).join(Keyword.class).all());
        refused("ALU-0737", () -> session.query(User.class).join(Keyword.class, User_.addresses));
    }

    @Test
    @Tag("QRY-03")
    void conditionsMeanWhatWasJoinedWithoutAName() {
        List<Employee> dan = session.query(Employee.class)
                .filter(Employee_.name.eq("dan"))
                .joinAliased("manager")
                .filter(Employee_.name.eq("bob"))
                .fromJoinpoint()
                .joinAliased("manager")
                .filter(Employee_.name.eq("ann"))
                .resetJoinpoint()
                .filter(Employee_.active.eq(true))
                .all();

        assertThat(dan).extracting(Employee::getName).containsExactly("dan");
    }

    @Test
    @Tag("QRY-03")
    void theSamePathWithNamedAliases() {
        Alias<Employee> boss = aliased(Employee.class);
        Alias<Employee> chief = aliased(Employee.class);

        assertThat(session.query(Employee.class)
                        .join(boss, Employee_.manager)
                        .join(boss.get(Employee_.manager).ofType(chief))
                        .filter(
                                boss.get(Employee_.name).eq("bob"),
                                chief.get(Employee_.name).eq("ann"))
                        .all())
                .extracting(Employee::getName)
                .containsExactly("dan");
    }

    @Test
    @Tag("QRY-04")
    void aReferenceIsNotAskedAsACollection() {
        refused(
                "ALU-0745",
                () -> session.query(User.class)
                        .filter(toOne(User.class, "addresses").has())
                        .all());
    }

    // ---- finders

    @Test
    @Tag("QRY-02")
    void findsByNamesThatRelationsLeadTo() {
        assertThat(session.query(User.class).selectBy("city", "Paris"))
                .extracting(User::getName)
                .containsExactlyInAnyOrder("ed", "fred");
        assertThat(session.query(User.class).getBy(Map.of("city", "Paris", "word", "sql")))
                .extracting(User::getName)
                .isEqualTo("ed");
        assertThat(session.query(User.class).getBy("name", "nobody")).isNull();
        assertThat(session.query(User.class).oneBy(Map.of("name", "jack")).getAge())
                .isEqualTo(40);
        refused("ALU-0739", () -> session.query(User.class).getBy("planet", "Mars"));
        refused("ALU-0707", () -> session.query(User.class).oneBy(Map.of("city", "Paris")));
        refused("ALU-0715", () -> session.query(literal(1)).getBy("name", "ed"));
    }

    @Test
    @Tag("QRY-02")
    void aKeyIsLookedUpInAQueryToWhichNothingWasAdded() {
        User ed = session.get(User.class, 1);

        assertThat(session.query(User.class).get(1)).isSameAs(ed);
        assertThat(session.query(User.class).get("1")).isSameAs(ed);
        assertThat(session.query(User.class).populateExisting().get(1L)).isSameAs(ed);
        assertThat(session.query(User.class).get(99)).isNull();
        refused(
                "ALU-0738",
                () -> session.query(User.class).filter(User_.age.gt(1)).get(1));
        refused("ALU-0738", () -> session.query(User_.name).get(1));
        refused("ALU-0438", () -> session.query(User.class).get("one"));
        refused("ALU-0438", () -> session.query(User.class).get(List.of(1, 2)));
    }

    @Test
    @Tag("QRY-02")
    void findsWhatAnObjectRefersToWithoutAJoin() {
        User ed = session.get(User.class, 1);
        database.sql.clear();

        assertThat(session.query(Address.class)
                        .withParent(ed)
                        .orderBy(Address_.city)
                        .all())
                .extracting(Address::getCity)
                .containsExactly("Paris", "Rome");
        assertThat(session.query(Keyword.class)
                        .withParent(ed, User_.keywords)
                        .filter(Keyword_.word.ne("sql"))
                        .all())
                .extracting(Keyword::getWord)
                .containsExactly("java");
        assertThat(database.sql).noneMatch(sql -> sql.contains("users"));
        refused("ALU-0740", () -> session.query(Invoice.class).withParent(ed));
        refused("ALU-0740", () -> session.query(Address.class).withParent(new Keyword(), User_.addresses));
    }

    // ---- other lists, other sources

    @Test
    @Tag("QRY-01")
    void theListChangesWhileJoinsAndConditionsStay() {
        Query<User> query = session.query(User.class).join(User_.addresses).filter(Address_.city.eq("Paris"));

        assertThat(query.withEntities(count(Address_.id)).one()).isEqualTo(2L);
        assertThat(query.orderBy(User_.id).values(User_.id, Address_.city).all())
                .extracting(Row::toList)
                .containsExactly(List.of(1, "Paris"), List.of(4, "Paris"));
        Row first = query.orderBy(User_.id)
                .addEntity(Address.class)
                .addColumns(User_.age)
                .first();
        assertThat(first.get(0)).isInstanceOf(User.class);
        assertThat(((Address) first.get(1)).getUser()).isSameAs(first.get(0));
        assertThat(first.getInt(2)).isEqualTo(30);
        assertThat(session.query(entity(User.class), User_.id, Address_.city.label("c"))
                        .columnDescriptions())
                .extracting(ColumnDescription::name)
                .containsExactly("User", "id", "c");
    }

    @Test
    @Tag("QRY-01")
    void combinesQueriesAndGoesOnWithTheirRows() {
        Query<User> young = session.query(User.class).filter(User_.id.lt(3));
        Query<User> old = session.query(User.class).filter(User_.id.gt(1));

        assertThat(names(young.union(old).filter(User_.name.ne("fred")).orderBy(User_.name.desc())))
                .containsExactly("wendy", "jack", "ed");
        assertThat(names(young.intersect(old))).containsExactly("jack");
        assertThat(names(young.except(old))).containsExactly("ed");
        assertThat(young.unionAll(old).count()).isEqualTo(5);
        assertThat(session.query(User_.name).union(session.query(Keyword_.word)).all())
                .hasSize(7);
        assertThat(names(session.query(User.class)
                        .orderBy(User_.id)
                        .limit(3)
                        .fromSelf()
                        .filter(User_.age.gt(30))))
                .containsExactly("jack", "wendy");
    }

    @Test
    @Tag("QRY-01")
    void readsAClassFromASubquery() {
        TableAlias some = select(entityColumns()).where(text("id in (1, 2)")).subquery();

        assertThat(names(session.query(User.class).selectEntityFrom(some).filter(User_.name.eq("ed"))))
                .containsExactly("ed");
        Alias<User> alias = aliased(User.class, some);
        assertThat(session.query(alias).join(alias.get(User_.addresses)).count())
                .isEqualTo(3);
        assertThat(session.query(User.class)
                        .selectEntityFrom(some)
                        .join(User_.addresses)
                        .filter(Address_.city.eq("Oslo"))
                        .one())
                .isSameAs(session.get(User.class, 2));
    }

    private org.aludel.schema.Table entityColumns() {
        return database.sessions.metaData().table("users");
    }

    @Test
    @Tag("QRY-01")
    void queriesBecomePartsOfOthers() {
        TableAlias counts = session.query(Address_.userId, count(Address_.id).label("n"))
                .groupBy(Address_.userId)
                .subquery();
        assertThat(session.query(User_.name, counts.c("n"))
                        .outerJoin(counts, User_.id.eq(counts.<Integer>c("user_id")))
                        .orderBy(User_.id)
                        .all())
                .extracting(row -> row.get(1))
                .containsExactly(2L, 1L, null, 1L);
        Expr<Long> number = session.query(count(Address_.id))
                .filter(Address_.userId.eq(User_.id))
                .correlate(User.class)
                .scalarSubquery();
        assertThat(names(session.query(User.class).filter(number.gt(1L)))).containsExactly("ed");
        assertThat(names(session.query(User.class)
                        .filter(session.query(Address.class)
                                .filter(Address_.userId.eq(User_.id), Address_.city.eq("Oslo"))
                                .correlate(User.class)
                                .asCondition())))
                .containsExactly("jack");
    }

    @Test
    @Tag("QRY-01")
    void namedParametersGetTheirValuesLater() {
        Query<User> byName = session.query(User.class).filter(User_.name.eq(bind("n", Types.TEXT)));

        assertThat(byName.params("n", "ed").one().getId()).isEqualTo(1);
        assertThat(byName.params("n", "jack").one().getId()).isEqualTo(2);
        assertThat(names(session.query(User.class)
                        .filter(text("id < :max and name <> :no"))
                        .params(params("max", 3, "no", "ed"))
                        .orderBy(text("id"))))
                .containsExactly("jack");
        assertThatThrownBy(byName::all).isInstanceOf(AludelException.class);
    }

    // ---- statements read as objects

    @Test
    @Tag("QRY-06")
    void readsObjectsFromText() {
        User ed = session.get(User.class, 1);

        assertThat(session.query(User.class)
                        .fromStatement(
                                text("select * from users where name = :n").bind("n", "ed"))
                        .one())
                .isSameAs(ed);
        assertThat(session.query(User.class)
                        .fromText("select id, name from users where id = :i")
                        .params("i", 2)
                        .one()
                        .getAge())
                .isEqualTo(40);
        List<Row> pairs = session.query(entity(User.class), entity(Address.class))
                .fromText("select u.id as users_id, u.name, a.id as addresses_id, a.city, a.user_id"
                        + " from users u join addresses a on a.user_id = u.id where a.city = 'Rome'")
                .all();
        assertThat(pairs).singleElement().satisfies(row -> {
            assertThat(row.get(0)).isSameAs(ed);
            assertThat(((Address) row.get(1)).getUser()).isSameAs(ed);
        });
        assertThat(session.query(User_.name, count(User_.id).label("n"))
                        .fromText("select name, count(*) as n from users group by name order by name")
                        .all())
                .hasSize(4);
        refused(
                "ALU-0741",
                () -> session.query(User.class)
                        .fromText("select name from users")
                        .all());
        refused("ALU-0738", () -> session.query(User.class).limit(1).fromText("select * from users"));
        refused(
                "ALU-0743",
                () -> session.query(User.class).fromText("select * from users").filter(User_.age.gt(1)));
    }

    @Test
    @Tag("QRY-01")
    void aSelectOfClassesGivesObjects() {
        List<Row> rows = session.execute(
                        select(entity(User.class)).where(User_.id.le(2)).orderBy(User_.id))
                .all();

        assertThat(rows).extracting(row -> ((User) row.get(0)).getName()).containsExactly("ed", "jack");
        assertThat(session.execute(select(entity(User.class), User_.age)
                                .orderBy(User_.id)
                                .limit(1))
                        .one()
                        .get(1))
                .isEqualTo(30);
    }

    // ---- bulk

    @Test
    @Tag("QRY-07")
    void loadedObjectsFollowABulkUpdateAsAsked() {
        User ed = session.get(User.class, 1);
        User jack = session.get(User.class, 2);

        assertThat(session.query(User.class)
                        .filter(User_.name.like("%ed"))
                        .update(Synchronize.FETCH, set(User_.age, 31)))
                .isEqualTo(2);
        database.sql.clear();
        assertThat(ed.getAge()).isEqualTo(31);
        assertThat(jack.getAge()).isEqualTo(40);
        assertThat(database.sql).isEmpty();

        session.query(User.class).update(Synchronize.NONE, set(User_.age, 1));
        assertThat(ed.getAge()).isEqualTo(31);
        session.refresh(ed); // what is computed in memory starts from what is loaded
        session.query(User.class).filter(User_.id.eq(1)).update(Map.of("age", User_.age.plus(1), "email", "e@x"));
        assertThat(ed.getAge()).isEqualTo(2);
        assertThat(ed.getEmail()).isEqualTo("e@x");
        refused(
                "ALU-0742",
                () -> session.query(User.class).filter(User_.name.like("%ed")).delete(Synchronize.EVALUATE));
    }

    @Test
    @Tag("QRY-07")
    void aBulkStatementTakesConditionsOnly() {
        for (Query<User> wrong : List.of(
                session.query(User.class).limit(3),
                session.query(User.class).orderBy(User_.id),
                session.query(User.class).groupBy(User_.id))) {
            assertThatThrownBy(wrong::delete)
                    .isInstanceOf(InvalidRequestException.class)
                    .hasMessageContaining("ALU-0708");
        }
        refused("ALU-0439", () -> session.query(User.class).update(Map.of("planet", "Mars")));
        assertThat(attribute(User.class, "age")).isEqualTo(User_.age);
    }

    @Test
    void aQueryIsAskedInAnotherSessionOfTheFactory() {
        try (Session other = database.sessions.open();
                SampleDatabase strange = new SampleDatabase();
                Session elsewhere = strange.open()) {
            Query<User> query = session.query(User.class).filter(User_.id.eq(1));

            assertThat(query.withSession(other).one()).isNotSameAs(query.one());
            refused("ALU-0744", () -> query.withSession(elsewhere));
        }
    }
}
