package org.aludel.orm.internal.query;

import static org.aludel.orm.Orm.aliased;
import static org.aludel.orm.Orm.attribute;
import static org.aludel.orm.Orm.entity;
import static org.aludel.orm.Orm.immediateLoad;
import static org.aludel.orm.Orm.joinedLoad;
import static org.aludel.orm.Orm.selectinLoad;
import static org.aludel.orm.Orm.set;
import static org.aludel.orm.Orm.subqueryLoad;
import static org.aludel.sql.Sql.bind;
import static org.aludel.sql.Sql.count;
import static org.aludel.sql.Sql.exists;
import static org.aludel.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.aludel.engine.Engine;
import org.aludel.orm.Alias;
import org.aludel.orm.CustomQuery;
import org.aludel.orm.Query;
import org.aludel.orm.Session;
import org.aludel.orm.SessionFactory;
import org.aludel.orm.testmodel.Address;
import org.aludel.orm.testmodel.Address_;
import org.aludel.orm.testmodel.TestMappings;
import org.aludel.orm.testmodel.User;
import org.aludel.orm.testmodel.User_;
import org.aludel.types.Types;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Conditions that hold for all queries of a class, and query classes of the program's own. */
class QueryCriteriaTest {

    private SampleDatabase database;

    @BeforeEach
    void open() {
        database = new SampleDatabase();
    }

    @AfterEach
    void close() {
        database.close();
    }

    private SessionFactory withoutParis() {
        return SessionFactory.builder(database.engine)
                .map(TestMappings.annotated().toArray(new Class<?>[0]))
                .criteria(Address.class, Address_.city.ne("Paris"))
                .build();
    }

    private static List<String> cities(List<Address> addresses) {
        return addresses.stream().map(Address::getCity).toList();
    }

    @Test
    @Tag("QRY-09")
    void hiddenRowsAreNotThereInQueriesJoinsAndLookUps() {
        try (Session session = withoutParis().open()) {
            assertThat(cities(session.query(Address.class).orderBy(Address_.id).all()))
                    .containsExactly("Rome", "Oslo");
            assertThat(session.query(Address.class).count()).isEqualTo(2);
            assertThat(session.get(Address.class, 2)).isNull();
            assertThat(session.query(User.class).join(User_.addresses).all()).hasSize(2);
            assertThat(session.query(entity(User.class), entity(Address.class))
                            .outerJoin(Address.class, Address_.userId.eq(User_.id))
                            .filter(User_.name.eq("fred"))
                            .one()
                            .get(1))
                    .isNull();
            assertThat(session.query(User.class)
                            .filter(User_.addresses.isNotEmpty())
                            .count())
                    .isEqualTo(2);
        }
    }

    @Test
    @Tag("QRY-09")
    void hiddenRowsAreNotThereInRelationsHoweverTheyAreLoaded() {
        SessionFactory sessions = withoutParis();
        try (Session lazy = sessions.open();
                Session joined = sessions.open();
                Session selected = sessions.open()) {
            assertThat(cities(Objects.requireNonNull(lazy.get(User.class, 1)).getAddresses()))
                    .containsExactly("Rome");
            Query<User> ed = joined.query(User.class).filter(User_.id.eq(1));
            assertThat(cities(ed.options(joinedLoad(User_.addresses)).one().getAddresses()))
                    .containsExactly("Rome");
            assertThat(cities(ed.withSession(selected)
                            .options(selectinLoad(User_.addresses))
                            .one()
                            .getAddresses()))
                    .containsExactly("Rome");
        }
    }

    @Test
    @Tag("QRY-09")
    void bulkStatementsLeaveHiddenRowsAlone() {
        try (Session session = withoutParis().open()) {
            assertThat(session.query(Address.class).update(set(Address_.city, "Bergen")))
                    .isEqualTo(2);
            assertThat(session.query(Address.class).delete()).isEqualTo(2);
            session.commit();
        }
        try (Session all = database.open()) {
            assertThat(cities(all.query(Address.class).all())).containsExactly("Paris", "Paris");
        }
    }

    @Test
    @Tag("QRY-09")
    void aConditionMayAskForItsValueWheneverItIsExecuted() {
        AtomicReference<String> tenant = new AtomicReference<>("Rome");
        try (SessionFactory sessions = SessionFactory.builder(database.engine)
                        .map(TestMappings.annotated().toArray(new Class<?>[0]))
                        .criteria(Address.class, type -> attribute(type, "city").eqAny(bind(Types.TEXT, tenant::get)))
                        .build();
                Session session = sessions.open()) {
            assertThat(cities(session.query(Address.class).all())).containsExactly("Rome");
            tenant.set("Oslo");
            assertThat(cities(session.query(Address.class).all())).containsExactly("Oslo");
        }
    }

    @Test
    @Tag("QRY-09")
    void anObjectThatIsHiddenByNowStaysInItsSession() {
        try (Session session = withoutParis().open()) {
            Address rome = Objects.requireNonNull(session.get(Address.class, 1));
            rome.setCity("Paris");
            session.commit();

            assertThat(rome.getCity()).isEqualTo("Paris");
            session.refresh(rome);
            assertThat(session.query(Address.class).filter(Address_.id.eq(1)).first())
                    .isNull();
        }
    }

    @Test
    @Tag("QRY-09")
    void hiddenRowsAreNotThereByOtherStrategiesEither() {
        SessionFactory sessions = withoutParis();
        try (Session first = sessions.open();
                Session second = sessions.open()) {
            assertThat(cities(first.query(User.class)
                            .options(subqueryLoad(User_.addresses))
                            .filter(User_.id.eq(1))
                            .one()
                            .getAddresses()))
                    .containsExactly("Rome");
            User ed = second.query(User.class)
                    .options(immediateLoad(User_.addresses))
                    .filter(User_.id.eq(1))
                    .one();
            assertThat(cities(ed.getAddresses())).containsExactly("Rome");
            second.refresh(ed);
            assertThat(cities(ed.getAddresses())).containsExactly("Rome");
        }
    }

    @Test
    @Tag("QRY-09")
    void hiddenRowsAreNotThereForStatementsOfTheCoreThatSelectAttributes() {
        try (Session session = withoutParis().open()) {
            assertThat(session.execute(select(Address_.city)).scalars(Address_.city))
                    .containsExactlyInAnyOrder("Rome", "Oslo");
            assertThat(session.execute(select(count(Address_.id))).scalar(Long.class))
                    .isEqualTo(2);
            assertThat(session.query(User.class)
                            .filter(User_.id.in(select(Address_.userId)))
                            .count())
                    .isEqualTo(2);
            assertThat(session.execute(select(User_.name)
                                    .where(exists(select(Address_.id).where(Address_.userId.eq(User_.id)))))
                            .scalars(User_.name))
                    .containsExactlyInAnyOrder("ed", "jack");
            Alias<Address> other = aliased(Address.class);
            assertThat(session.execute(select(other.get(Address_.city))).all()).hasSize(2);
        }
    }

    @Test
    @Tag("QRY-09")
    void bulkStatementsLeaveHiddenObjectsOfTheSessionAlone() {
        try (Session session = withoutParis().open()) {
            Address shown = Objects.requireNonNull(session.get(Address.class, 1));
            shown.setCity("Paris");
            session.flush();
            assertThat(session.query(Address.class).filter(Address_.id.lt(10)).delete())
                    .isEqualTo(1);
            assertThat(session.contains(shown)).isTrue();
        }
    }

    /** People by name, and none but adults. */
    static final class People<T> extends CustomQuery<T, People<T>> {

        People(Query<T> plain) {
            super(plain);
        }

        @Override
        protected People<T> of(Query<T> changed) {
            return new People<>(changed);
        }

        People<T> named(String name) {
            return filterBy("name", name);
        }
    }

    @Test
    @Tag("QRY-09")
    void stepsKeepAClassOfTheProgramsOwn() {
        try (Session session = database.open()) {
            People<User> people = session.query(User.class).as(People::new);

            assertThat(people.named("ed").orderBy(User_.id).named("ed").one().getId())
                    .isEqualTo(1);
            assertThat(people.named("nobody").first()).isNull();
            assertThat(people.union(people.named("ed"))).isInstanceOf(People.class);
        }
    }

    @Test
    @Tag("QRY-09")
    void allQueriesOfAFactoryAreOfTheProgramsClass() {
        Engine engine = database.engine;
        try (SessionFactory sessions = SessionFactory.builder(engine)
                        .map(TestMappings.annotated().toArray(new Class<?>[0]))
                        .queryClass(People::new)
                        .build();
                Session session = sessions.open()) {
            assertThat(session.query(User.class).filter(User_.id.gt(1))).isInstanceOf(People.class);
            assertThat(session.query(User_.name)).isInstanceOf(People.class);
        }
    }
}
