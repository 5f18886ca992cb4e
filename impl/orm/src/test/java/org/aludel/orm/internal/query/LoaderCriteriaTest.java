package org.aludel.orm.internal.query;

import static org.aludel.orm.Orm.aliased;
import static org.aludel.orm.Orm.attribute;
import static org.aludel.orm.Orm.entity;
import static org.aludel.orm.Orm.immediateLoad;
import static org.aludel.orm.Orm.joinedLoad;
import static org.aludel.orm.Orm.lazyLoad;
import static org.aludel.orm.Orm.selectinLoad;
import static org.aludel.orm.Orm.set;
import static org.aludel.orm.Orm.subqueryLoad;
import static org.aludel.orm.Orm.withLoaderCriteria;
import static org.aludel.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.aludel.errors.ArgumentException;
import org.aludel.orm.Alias;
import org.aludel.orm.ExecuteStatement;
import org.aludel.orm.LoadOption;
import org.aludel.orm.Query;
import org.aludel.orm.Session;
import org.aludel.orm.SessionFactory;
import org.aludel.orm.testmodel.Address;
import org.aludel.orm.testmodel.Address_;
import org.aludel.orm.testmodel.Employee;
import org.aludel.orm.testmodel.Employee_;
import org.aludel.orm.testmodel.TestMappings;
import org.aludel.orm.testmodel.User;
import org.aludel.orm.testmodel.User_;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Criteria of a class that one query brings with it, as an option. */
@Tag("QRY-09")
class LoaderCriteriaTest {

    private SampleDatabase database;
    private final List<Session> opened = new ArrayList<>();

    @BeforeEach
    void open() {
        database = new SampleDatabase();
    }

    @AfterEach
    void close() {
        opened.forEach(Session::close);
        database.close();
    }

    private static LoadOption not(String city) {
        return withLoaderCriteria(Address.class, Address_.city.ne(city));
    }

    private static List<String> cities(User user) {
        return user.getAddresses().stream().map(Address::getCity).toList();
    }

    private User ed(LoadOption... options) {
        Session session = database.open();
        opened.add(session);
        return session.query(User.class).options(options).filter(User_.id.eq(1)).one();
    }

    @Test
    void rowsThatDoNotMeetThemAreNotSelectedOrJoined() {
        try (Session session = database.open()) {
            Query<Address> addresses =
                    session.query(Address.class).options(not("Paris")).orderBy(Address_.id);
            assertThat(addresses.all()).extracting(Address::getCity).containsExactly("Rome", "Oslo");
            assertThat(addresses.count()).isEqualTo(2);
            assertThat(addresses.filter(Address_.id.eq(2)).exists()).isFalse();
            assertThat(session.query(User.class)
                            .join(User_.addresses)
                            .options(not("Paris"))
                            .all())
                    .extracting(User::getName)
                    .containsExactlyInAnyOrder("ed", "jack");
            assertThat(session.query(entity(User.class), entity(Address.class))
                            .outerJoin(User_.addresses)
                            .filter(User_.id.eq(4))
                            .options(not("Paris"))
                            .one()
                            .get(1))
                    .as("an outer join stays one")
                    .isNull();
        }
    }

    @Test
    void relationsFollowThemHoweverTheyAreLoaded() {
        assertThat(cities(ed(not("Paris")))).containsExactly("Rome");
        assertThat(cities(ed(joinedLoad(User_.addresses), not("Paris")))).containsExactly("Rome");
        assertThat(cities(ed(selectinLoad(User_.addresses), not("Paris")))).containsExactly("Rome");
        assertThat(cities(ed(subqueryLoad(User_.addresses), not("Paris")))).containsExactly("Rome");
        assertThat(cities(ed(immediateLoad(User_.addresses), not("Paris")))).containsExactly("Rome");
        assertThat(cities(ed())).containsExactly("Paris", "Rome");
    }

    @Test
    void statementsMadeOnceServeOtherValues() {
        List<Supplier<LoadOption>> strategies = List.of(
                () -> joinedLoad(User_.addresses),
                () -> selectinLoad(User_.addresses),
                () -> subqueryLoad(User_.addresses),
                () -> lazyLoad(User_.addresses));
        for (Supplier<LoadOption> strategy : strategies) {
            assertThat(cities(ed(strategy.get(), not("Paris")))).containsExactly("Rome");
            assertThat(cities(ed(strategy.get(), not("Rome")))).containsExactly("Paris");
            int compiled = database.engine.statementCache().size();
            assertThat(cities(ed(strategy.get(), not("Oslo")))).containsExactly("Paris", "Rome");
            assertThat(database.engine.statementCache().size()).isEqualTo(compiled);
        }
    }

    @Test
    void objectsOfOneQueryKeepItsValuesWhileAnotherRuns() {
        User withoutParis = ed(not("Paris"));
        User withoutRome = ed(not("Rome"));

        assertThat(cities(withoutRome)).containsExactly("Paris");
        assertThat(cities(withoutParis)).containsExactly("Rome");
    }

    @Test
    void whatIsReadLaterNeedNotFollow() {
        assertThat(cities(ed(not("Paris").propagateToLoaders(false)))).containsExactly("Paris", "Rome");
        assertThat(cities(ed(joinedLoad(User_.addresses), not("Paris").propagateToLoaders(false))))
                .containsExactly("Rome");
    }

    @Test
    void referencesFollowThem() {
        try (Session session = database.open()) {
            Address rome = session.query(Address.class)
                    .options(withLoaderCriteria(User.class, User_.name.ne("ed")))
                    .filter(Address_.id.eq(1))
                    .one();
            assertThat(rome.getUser()).isNull();
            Address paris = session.query(Address.class)
                    .options(selectinLoad(Address_.user), withLoaderCriteria(User.class, User_.name.ne("ed")))
                    .filter(Address_.id.eq(2))
                    .one();
            assertThat(paris.getUser()).isNull();
        }
    }

    @Test
    void aliasesFollowThemWhenAsked() {
        Alias<Address> other = aliased(Address.class);
        try (Session session = database.open()) {
            Query<User> users =
                    session.query(User.class).join(User_.addresses, other).filter(User_.id.eq(4));
            assertThat(users.options(not("Paris")).all()).hasSize(1);
            assertThat(users.options(not("Paris").includeAliases()).all()).isEmpty();
            assertThat(session.query(other)
                            .options(not("Paris").includeAliases())
                            .count())
                    .isEqualTo(2);
        }
    }

    @Test
    void conditionsOnRelationsAndSubqueriesFollowThem() {
        try (Session session = database.open()) {
            assertThat(session.query(User.class)
                            .filter(User_.addresses.any())
                            .options(not("Paris"))
                            .orderBy(User_.id)
                            .all())
                    .extracting(User::getName)
                    .containsExactly("ed", "jack");
            assertThat(session.query(User.class)
                            .filter(User_.id.in(select(Address_.userId)))
                            .options(not("Paris"))
                            .orderBy(User_.id)
                            .all())
                    .extracting(User::getName)
                    .containsExactly("ed", "jack");
        }
    }

    @Test
    void selfReferencesFollowThemOnEverySide() {
        try (Session session = database.open()) {
            List<Employee> active = session.query(Employee.class)
                    .options(
                            joinedLoad(Employee_.reports),
                            withLoaderCriteria(Employee.class, Employee_.active.eq(true)))
                    .orderBy(Employee_.id)
                    .all();
            assertThat(active).extracting(Employee::getName).containsExactly("ann", "bob", "dan");
            assertThat(active.get(0).getReports()).extracting(Employee::getName).containsExactly("bob");
        }
    }

    @Test
    void bulkStatementsFollowThem() {
        try (Session session = database.open()) {
            Address hidden = Objects.requireNonNull(session.get(Address.class, 2));
            assertThat(session.query(Address.class).options(not("Paris")).update(set(Address_.city, "Bergen")))
                    .isEqualTo(2);
            assertThat(hidden.getCity()).as("in memory as in the database").isEqualTo("Paris");
            assertThat(session.query(Address.class).options(not("Paris")).delete())
                    .isEqualTo(2);
            assertThat(session.contains(hidden)).isTrue();
            assertThat(session.query(Address.class).count()).isEqualTo(2);
        }
    }

    @Test
    void criteriaForASuperclassAreAskedForEachClass() {
        try (Session session = database.open()) {
            assertThat(session.query(Address.class)
                            .options(withLoaderCriteria(
                                    Object.class,
                                    type -> type == Address.class
                                            ? attribute(type, "city").eqAny(org.aludel.sql.Sql.literal("Oslo"))
                                            : attribute(type, attributeOf(type)).isNotNull()))
                            .all())
                    .extracting(Address::getCity)
                    .containsExactly("Oslo");
        }
    }

    private static String attributeOf(Class<?> type) {
        return switch (type.getSimpleName()) {
            case "Invoice" -> "number";
            case "InvoiceLine" -> "position";
            default -> "id";
        };
    }

    @Test
    void listenersGiveThemToEveryQuery() {
        try (SessionFactory sessions = SessionFactory.builder(database.engine)
                .map(TestMappings.annotated().toArray(new Class<?>[0]))
                .build()) {
            sessions.on(ExecuteStatement.class, e -> {
                if (e.isSelect() && !e.isColumnLoad() && !e.isRelationshipLoad()) {
                    e.options(not("Paris"));
                }
            });
            try (Session session = sessions.open()) {
                assertThat(session.query(Address.class).count()).isEqualTo(2);
                assertThat(cities(session.query(User.class)
                                .options(selectinLoad(User_.addresses))
                                .filter(User_.id.eq(1))
                                .one()))
                        .containsExactly("Rome");
                assertThat(session.get(Address.class, 2)).isNull();
                assertThat(cities(
                                session.query(User.class).filter(User_.id.eq(4)).one()))
                        .as("lazy loads follow the query that brought the object")
                        .isEmpty();
                assertThat(session.execute(select(Address_.city)).scalars(Address_.city))
                        .containsExactlyInAnyOrder("Rome", "Oslo");
            }
        }
    }

    @Test
    void listenersGiveThemToOneLoad() {
        try (SessionFactory sessions = SessionFactory.builder(database.engine)
                .map(TestMappings.annotated().toArray(new Class<?>[0]))
                .build()) {
            sessions.on(ExecuteStatement.class, e -> {
                if (e.isRelationshipLoad()) {
                    e.options(not("Paris"));
                }
            });
            try (Session session = sessions.open()) {
                assertThat(cities(Objects.requireNonNull(session.get(User.class, 1))))
                        .containsExactly("Rome");
                assertThat(session.query(Address.class).count()).isEqualTo(4);
            }
        }
    }

    @Test
    void sessionsHaveThemAsOptionsOfAllTheyLoad() {
        try (Session session = database.open()) {
            session.loadOptions(not("Paris"));
            assertThat(session.get(Address.class, 2)).isNull();
            assertThat(cities(Objects.requireNonNull(session.get(User.class, 1))))
                    .containsExactly("Rome");
            assertThat(session.query(Address.class).count()).isEqualTo(2);
        }
    }

    @Test
    void theObjectItselfIsReadAnewWhateverTheySay() {
        try (Session session = database.open()) {
            Address rome = session.query(Address.class)
                    .options(not("Paris"))
                    .filter(Address_.id.eq(1))
                    .one();
            rome.setCity("Paris");
            session.commit();
            assertThat(rome.getCity()).isEqualTo("Paris");
        }
    }

    @Test
    void aRelationHasCriteriaOfItsOwn() {
        try (Session session = database.open()) {
            assertThat(session.query(User.class)
                            .join(User_.addresses.and(Address_.city.eq("Rome")))
                            .all())
                    .extracting(User::getName)
                    .containsExactly("ed");
            assertThat(session.query(User.class)
                            .filter(User_.addresses
                                    .and(Address_.city.eq("Rome"))
                                    .any())
                            .count())
                    .isEqualTo(1);
        }
        assertThat(cities(ed(joinedLoad(User_.addresses.and(Address_.city.ne("Rome"))))))
                .containsExactly("Paris");
        assertThat(cities(ed(selectinLoad(User_.addresses.and(Address_.city.ne("Rome"))))))
                .containsExactly("Paris");
        assertThat(cities(ed(selectinLoad(User_.addresses.and(Address_.city.ne("Paris"))))))
                .containsExactly("Rome");
        assertThat(cities(ed(lazyLoad(User_.addresses.and(Address_.city.ne("Rome"))))))
                .containsExactly("Paris");
        assertThat(cities(ed(subqueryLoad(User_.addresses.and(Address_.city.ne("Rome"))))))
                .containsExactly("Paris");
    }

    @Test
    void onlyCriteriaAreForAliases() {
        assertThatThrownBy(() -> joinedLoad(User_.addresses).includeAliases())
                .isInstanceOf(ArgumentException.class)
                .hasMessageContaining("withLoaderCriteria");
    }
}
