package org.aludel.orm.internal.query;

import static org.aludel.orm.Orm.aliased;
import static org.aludel.orm.Orm.entity;
import static org.aludel.orm.Orm.many;
import static org.aludel.orm.Orm.row;
import static org.aludel.orm.Orm.withLoaderCriteria;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.aludel.engine.Row;
import org.aludel.errors.ArgumentException;
import org.aludel.orm.Alias;
import org.aludel.orm.Many;
import org.aludel.orm.Query;
import org.aludel.orm.RowShape;
import org.aludel.orm.Session;
import org.aludel.orm.testmodel.Address;
import org.aludel.orm.testmodel.Address_;
import org.aludel.orm.testmodel.Employee_;
import org.aludel.orm.testmodel.Invoice;
import org.aludel.orm.testmodel.InvoiceLine_;
import org.aludel.orm.testmodel.Invoice_;
import org.aludel.orm.testmodel.Keyword_;
import org.aludel.orm.testmodel.User_;
import org.aludel.schema.Table;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Records inside of records: of the same row, or in lists that one further statement brings for all rows. */
@Tag("QRY-01")
class NestedRecordsTest {

    record Home(String city) {}

    record Person(String name, List<Home> homes) {}

    record Name(String first, String mail) {}

    record Contact(int id, Name name) {}

    record Boss(String name, List<Lead> leads) {}

    record Lead(String name, List<String> reports) {}

    record Bill(String customer, List<String> lines) {}

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

    private Query<Person> people(Many<Home> homes) {
        return session.query(row(Person::new, User_.name, homes)).orderBy(User_.id);
    }

    private static RowShape<Home> home() {
        return row(Home::new, Address_.city);
    }

    @Test
    void oneStatementForEachLevelWhateverTheNumberOfRows() {
        List<Person> all = people(many(User_.addresses, home())).all();

        assertThat(all)
                .containsExactly(
                        new Person("ed", List.of(new Home("Paris"), new Home("Rome"))),
                        new Person("jack", List.of(new Home("Oslo"))),
                        new Person("wendy", List.of()),
                        new Person("fred", List.of(new Home("Paris"))));
        assertThat(database.sql).hasSize(2);
    }

    @Test
    void objectsOfOneRowInsideOfOthers() {
        Contact ed = session.query(row(Contact::new, User_.id, row(Name::new, User_.name, User_.email)))
                .filter(User_.id.eq(1))
                .one();

        assertThat(ed).isEqualTo(new Contact(1, new Name("ed", "ed@x")));
        assertThat(database.sql).hasSize(1);
    }

    @Test
    void listsInsideOfLists() {
        Many<String> reports = many(Employee_.reports, Employee_.name).orderBy(Employee_.name);
        Many<Lead> leads =
                many(Employee_.reports, row(Lead::new, Employee_.name, reports)).orderBy(Employee_.name);

        List<Boss> bosses = session.query(row(Boss::new, Employee_.name, leads))
                .filter(Employee_.manager.isNull())
                .all();

        assertThat(bosses)
                .containsExactly(new Boss("ann", List.of(new Lead("bob", List.of("dan")), new Lead("cid", List.of()))));
        assertThat(database.sql).hasSize(3);
    }

    @Test
    void listsAreFilteredAndOrdered() {
        Query<Person> all = people(
                many(User_.addresses, home()).filter(Address_.city.ne("Rome")).orderBy(Address_.city.desc()));

        assertThat(all.all().get(0).homes()).containsExactly(new Home("Paris"));
    }

    @Test
    void valuesOfConditionsAreThoseOfEachQuery() {
        assertThat(people(many(User_.addresses, home()).filter(Address_.city.ne("Rome")))
                        .all()
                        .get(0)
                        .homes())
                .containsExactly(new Home("Paris"));
        int compiled = database.engine.statementCache().size();
        assertThat(people(many(User_.addresses, home()).filter(Address_.city.ne("Paris")))
                        .all()
                        .get(0)
                        .homes())
                .containsExactly(new Home("Rome"));
        assertThat(database.engine.statementCache().size()).isEqualTo(compiled);
    }

    @Test
    void aTableBetweenTheTwo() {
        Many<String> words = many(User_.keywords, Keyword_.word).orderBy(Keyword_.word);

        List<Row> rows = session.query(User_.name, words).orderBy(User_.id).all();

        assertThat(rows.get(0).get(words)).containsExactly("java", "sql");
        assertThat(rows.get(1).get(words)).containsExactly("java");
        assertThat(rows.get(2).get(words)).isEmpty();
    }

    @Test
    void keysOfSeveralColumns() {
        List<Bill> bills = session.query(row(
                        Bill::new,
                        Invoice_.customer,
                        many(Invoice_.lines, InvoiceLine_.text).orderBy(InvoiceLine_.position)))
                .orderBy(Invoice_.number)
                .all();

        assertThat(bills).containsExactly(new Bill("ed", List.of("ink", "pen")), new Bill("jack", List.of("pad")));
        assertThat(session.query(Invoice.class).count()).isEqualTo(2);
    }

    @Test
    void objectsInLists() {
        Many<Address> addresses = many(User_.addresses, entity(Address.class));

        Row ed = session.query(User_.id, addresses).filter(User_.id.eq(1)).one();

        assertThat(ed.get(addresses)).extracting(Address::getCity).containsExactlyInAnyOrder("Paris", "Rome");
        assertThat(session.contains(ed.get(addresses).get(0))).isTrue();
    }

    @Test
    void plainTablesWithoutAnyClass() {
        Table users = Objects.requireNonNull(database.sessions.metaData().find("users"));
        Table addresses = Objects.requireNonNull(database.sessions.metaData().find("addresses"));
        Many<Home> homes = many(
                        addresses.c("user_id"), users.c("id"), row(Home::new, addresses.c("city", String.class)))
                .orderBy(addresses.c("city"));

        List<Person> all = session.query(row(Person::new, users.c("name", String.class), homes))
                .orderBy(users.c("id"))
                .all();

        assertThat(all.get(0)).isEqualTo(new Person("ed", List.of(new Home("Paris"), new Home("Rome"))));
        assertThat(database.sql).hasSize(2);
    }

    @Test
    void relationsOfAnAlias() {
        Alias<org.aludel.orm.testmodel.User> other = aliased(org.aludel.orm.testmodel.User.class);

        List<Person> all = session.query(
                        row(Person::new, other.get(User_.name), many(other.get(User_.addresses), home())))
                .filter(other.get(User_.id).eq(2))
                .all();

        assertThat(all).containsExactly(new Person("jack", List.of(new Home("Oslo"))));
    }

    @Test
    void criteriaOfTheQueryHoldInLists() {
        assertThat(people(many(User_.addresses, home()))
                        .options(withLoaderCriteria(Address.class, Address_.city.ne("Paris")))
                        .all()
                        .get(3)
                        .homes())
                .isEmpty();
    }

    @Test
    void streamsBringTheListsOfEachPortion() {
        try (Stream<Person> people = people(many(User_.addresses, home())).yieldPer(2).stream()) {
            assertThat(people.map(person -> person.homes().size())).containsExactly(2, 1, 0, 1);
        }
        assertThat(database.sql).hasSize(3);
    }

    @Test
    void slicesCountRowsOfTheQuery() {
        assertThat(people(many(User_.addresses, home())).slice(0, 1).all())
                .singleElement()
                .extracting(person -> person.homes().size())
                .isEqualTo(2);
        assertThat(people(many(User_.addresses, home())).first()).isNotNull();
        assertThat(people(many(User_.addresses, home())).count()).isEqualTo(4);
    }

    @Test
    void listsAreNoColumns() {
        assertThatThrownBy(() -> people(many(User_.addresses, home())).fromSelf())
                .isInstanceOf(ArgumentException.class)
                .hasMessageContaining("ALU-0749");
    }
}
