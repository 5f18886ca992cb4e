package org.aludel.orm.internal.inheritance;

import static org.aludel.orm.Orm.aliased;
import static org.aludel.orm.Orm.attribute;
import static org.aludel.orm.Orm.containsEager;
import static org.aludel.orm.Orm.defer;
import static org.aludel.orm.Orm.entity;
import static org.aludel.orm.Orm.joinedLoad;
import static org.aludel.orm.Orm.loadOnly;
import static org.aludel.orm.Orm.many;
import static org.aludel.orm.Orm.row;
import static org.aludel.orm.Orm.selectinLoad;
import static org.aludel.orm.Orm.selectinPolymorphic;
import static org.aludel.orm.Orm.set;
import static org.aludel.orm.Orm.subqueryLoad;
import static org.aludel.orm.Orm.toMany;
import static org.aludel.orm.Orm.toOne;
import static org.aludel.orm.Orm.withLoaderCriteria;
import static org.aludel.orm.Orm.withPolymorphic;
import static org.aludel.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.aludel.orm.Alias;
import org.aludel.orm.Attribute;
import org.aludel.orm.Id;
import org.aludel.orm.LoadOption;
import org.aludel.orm.Mapped;
import org.aludel.orm.References;
import org.aludel.orm.Relationship;
import org.aludel.orm.Session;
import org.aludel.orm.Synchronize;
import org.aludel.orm.ToMany;
import org.aludel.orm.ToOne;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Options, criteria and bulk statements of classes that are spread over several tables. */
@Tag("MAP-11")
@Tag("QRY-05")
class PolymorphicOptionsTest {

    @Mapped(table = "companies")
    static class Company {
        @Id
        Integer id;

        String name;

        @Relationship(backref = "company", orderBy = "id")
        List<Employee> employees = new ArrayList<>();
    }

    @Mapped(table = "employees", discriminator = "type", identity = "employee")
    static class Employee {
        @Id
        Integer id;

        @References("companies.id")
        Integer companyId;

        String name;
        String type;

        @Relationship
        Company company;
    }

    @Mapped(table = "engineers", identity = "engineer")
    static class Engineer extends Employee {
        String status;

        @Relationship(orderBy = "id")
        List<Machine> machines = new ArrayList<>();
    }

    @Mapped(table = "managers", identity = "manager")
    static class Manager extends Employee {
        String title;
    }

    @Mapped(table = "machines")
    static class Machine {
        @Id
        Integer id;

        String name;

        @References("engineers.id")
        Integer engineerId;
    }

    private static final Attribute<Employee, Integer> ID = attribute(Employee.class, "id");
    private static final Attribute<Employee, String> NAME = attribute(Employee.class, "name");
    private static final Attribute<Engineer, String> STATUS = attribute(Engineer.class, "status");
    private static final Attribute<Manager, String> TITLE = attribute(Manager.class, "title");
    private static final Attribute<Machine, String> MACHINE = attribute(Machine.class, "name");
    private static final ToMany<Company, Employee> EMPLOYEES = toMany(Company.class, "employees", Employee.class);
    private static final ToOne<Employee, Company> COMPANY = toOne(Employee.class, "company", Company.class);
    private static final ToMany<Engineer, Machine> MACHINES = toMany(Engineer.class, "machines", Machine.class);
    private static final Attribute<Company, Integer> COMPANY_ID = attribute(Company.class, "id");
    private static final Attribute<Company, String> COMPANY_NAME = attribute(Company.class, "name");

    private final MemoryDatabase database =
            new MemoryDatabase(Company.class, Engineer.class, Manager.class, Machine.class);
    private Session session;

    @BeforeEach
    void rows() {
        database.insert(
                "insert into companies (id, name) values (1, 'c1'), (2, 'c2')",
                "insert into employees (id, company_id, name, type) values (1, 1, 'dilbert', 'engineer'),"
                        + " (2, 1, 'pointy', 'manager'), (3, 1, 'wally', 'engineer'), (4, 2, 'bob', 'employee'),"
                        + " (5, 2, 'vlad', 'engineer')",
                "insert into engineers (id, status) values (1, 'EE'), (3, 'SE'), (5, 'SE')",
                "insert into managers (id, title) values (2, 'boss')",
                "insert into machines (id, name, engineer_id) values (1, 'IBM', 1), (2, 'Mac', 1), (3, 'VT100', 3)");
        session = database.open();
    }

    @AfterEach
    void close() {
        session.close();
        database.close();
    }

    private static List<String> names(List<? extends Employee> employees) {
        return employees.stream().map(employee -> employee.name).toList();
    }

    private List<Employee> all(LoadOption... options) {
        database.sql.clear();
        return session.query(Employee.class).options(options).orderBy(ID).all();
    }

    private static int machines(List<Employee> employees) {
        int found = 0;
        for (Employee employee : employees) {
            found += employee instanceof Engineer engineer ? engineer.machines.size() : 0;
        }
        return found;
    }

    @Test
    void relationsOfASubclassAreLoadedWithABaseQuery() {
        assertThat(machines(all(selectinPolymorphic(Employee.class, Engineer.class), selectinLoad(MACHINES))))
                .isEqualTo(3);
        assertThat(database.sql).hasSize(3);
        session.clear();
        assertThat(machines(all(selectinLoad(MACHINES)))).isEqualTo(3);
        session.clear();
        assertThat(machines(all(subqueryLoad(MACHINES)))).isEqualTo(3);
        session.clear();
        assertThat(machines(all(joinedLoad(MACHINES)))).isEqualTo(3);
    }

    @Test
    void anAliasWithSubclassesTakesOptionsOfThese() {
        Alias<Employee> everybody = withPolymorphic(Employee.class, Engineer.class, Manager.class);
        List<Employee> found = session.query(everybody)
                .options(joinedLoad(everybody.as(Engineer.class).get(MACHINES)))
                .orderBy(everybody.get(ID))
                .all();
        assertThat(machines(found)).isEqualTo(3);
        assertThat(((Manager) found.get(1)).title).isEqualTo("boss");
        assertThat(database.sql).hasSize(1);
        assertThat(session.query(everybody)
                        .filter(everybody
                                .as(Engineer.class)
                                .get(STATUS)
                                .eq("EE")
                                .or(everybody.as(Manager.class).get(TITLE).eq("boss")))
                        .all())
                .hasSize(2);
    }

    @Test
    void eagerPathsGoThroughSubclasses() {
        List<Company> companies = session.query(Company.class)
                .options(joinedLoad(EMPLOYEES.ofType(Engineer.class)).options(joinedLoad(MACHINES)))
                .orderBy(COMPANY_ID)
                .all();
        assertThat(machines(companies.get(0).employees)).isEqualTo(3);
        assertThat(companies.get(0).employees).hasSize(3);
        session.clear();
        companies = session.query(Company.class)
                .options(selectinLoad(EMPLOYEES.ofType(Engineer.class)).options(selectinLoad(MACHINES)))
                .orderBy(COMPANY_ID)
                .all();
        assertThat(machines(companies.get(0).employees)).isEqualTo(3);
        session.clear();
        companies = session.query(Company.class)
                .join(EMPLOYEES.ofType(Engineer.class))
                .options(containsEager(EMPLOYEES.ofType(Engineer.class)))
                .filter(STATUS.eq("SE"))
                .orderBy(COMPANY_ID)
                .all();
        assertThat(names(companies.get(0).employees)).containsExactly("wally");
    }

    @Test
    void columnsOfSubclassesAreLeftOut() {
        Engineer dilbert = session.query(Engineer.class)
                .options(loadOnly(NAME))
                .filter(ID.eq(1))
                .one();
        assertThat(database.sql.get(0)).doesNotContain("status");
        assertThat(dilbert.status).isEqualTo("EE");
        session.clear();
        database.sql.clear();
        session.query(Engineer.class).options(defer(STATUS), defer(NAME)).all();
        assertThat(database.sql.get(0)).doesNotContain("status").doesNotContain("name");
    }

    @Test
    void criteriaOfTheBaseHoldForSubclassesAndTheirRelations() {
        LoadOption notWally = withLoaderCriteria(Employee.class, NAME.ne("wally"));
        assertThat(names(session.query(Engineer.class)
                        .options(notWally)
                        .orderBy(ID)
                        .all()))
                .containsExactly("dilbert", "vlad");
        Company c1 = session.query(Company.class)
                .options(notWally, joinedLoad(EMPLOYEES))
                .filter(COMPANY_ID.eq(1))
                .one();
        assertThat(names(c1.employees)).containsExactly("dilbert", "pointy");
        session.clear();
        c1 = session.query(Company.class)
                .options(notWally)
                .filter(COMPANY_ID.eq(1))
                .one();
        assertThat(names(c1.employees)).containsExactly("dilbert", "pointy");
        session.clear();
        Alias<Employee> everybody = withPolymorphic(Employee.class, Engineer.class);
        assertThat(session.query(everybody).options(notWally.includeAliases()).all())
                .hasSize(4);
        assertThat(session.query(Company.class)
                        .join(EMPLOYEES.ofType(Engineer.class))
                        .options(withLoaderCriteria(Engineer.class, STATUS.eq("EE")))
                        .all())
                .hasSize(1);
    }

    @Test
    void listsOfSubclassesInRows() {
        record Firm(String name, List<String> engineers) {}
        List<Firm> firms = session.query(row(
                        Firm::new,
                        COMPANY_NAME,
                        many(EMPLOYEES.ofType(Engineer.class), STATUS).orderBy(ID)))
                .orderBy(COMPANY_ID)
                .all();
        assertThat(firms).containsExactly(new Firm("c1", List.of("EE", "SE")), new Firm("c2", List.of("SE")));
    }

    @Test
    void objectsOfSubclassesInLists() {
        var staff = many(EMPLOYEES, entity(Employee.class)).orderBy(ID);
        List<Employee> c1 =
                session.query(COMPANY_NAME, staff).orderBy(COMPANY_ID).first().get(staff);
        assertThat(c1).hasSize(3).first().isInstanceOf(Engineer.class);
    }

    @Test
    void bulkUpdatesReachColumnsOfBothTables() {
        Engineer dilbert = session.query(Engineer.class).filter(ID.eq(1)).one();
        assertThat(session.query(Engineer.class).filter(STATUS.eq("EE")).update(set(NAME, "scott"), set(STATUS, "XX")))
                .isEqualTo(1);
        assertThat(dilbert.name).isEqualTo("scott");
        assertThat(dilbert.status).isEqualTo("XX");
        assertThat(session.query(Engineer.class).filter(NAME.eq("wally")).update(set(STATUS, "YY")))
                .isEqualTo(1);
        assertThat(session.query(STATUS).filter(NAME.eq("wally")).one()).isEqualTo("YY");
    }

    @Test
    void bulkStatementsOfSeveralTablesFollowJoins() {
        Engineer vlad = session.query(Engineer.class).filter(ID.eq(5)).one();
        assertThat(session.query(Engineer.class)
                        .join(COMPANY)
                        .filter(COMPANY_NAME.eq("c2"))
                        .update(set(STATUS, "C2")))
                .isEqualTo(1);
        assertThat(vlad.status).isEqualTo("C2");
        assertThat(session.query(Engineer.class)
                        .join(MACHINES)
                        .filter(MACHINE.eq("VT100"))
                        .update(Synchronize.FETCH, set(NAME, "terminal")))
                .isEqualTo(1);
        assertThat(session.get(Employee.class, 3))
                .extracting(e -> Objects.requireNonNull(e).name)
                .isEqualTo("terminal");
        assertThat(session.query(Engineer.class)
                        .join(COMPANY)
                        .filter(COMPANY_NAME.eq("c2"))
                        .delete())
                .isEqualTo(1);
        assertThat(session.contains(vlad)).isFalse();
        assertThat(session.query(Employee.class).count()).isEqualTo(4);
    }

    @Test
    void valuesMayComeFromTheOtherTableOfTheSameObject() {
        assertThat(session.query(Engineer.class).filter(ID.eq(1)).update(set(STATUS, NAME)))
                .isEqualTo(1);
        assertThat(session.query(STATUS).filter(ID.eq(1)).one()).isEqualTo("dilbert");
        assertThat(session.query(STATUS).filter(ID.eq(3)).one()).isEqualTo("SE");
    }

    @Test
    void subqueriesOfASubclassSeeItsRows() {
        assertThat(names(session.query(Employee.class)
                        .filter(ID.in(select(attribute(Engineer.class, "id")).where(STATUS.eq("SE"))))
                        .orderBy(ID)
                        .all()))
                .containsExactly("wally", "vlad");
        Alias<Engineer> other = aliased(Engineer.class);
        assertThat(session.execute(select(other.get(NAME), other.get(STATUS)).orderBy(other.get(NAME)))
                        .all())
                .hasSize(3);
    }
}
