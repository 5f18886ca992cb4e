package org.aludel.orm.internal.inheritance;

import static org.aludel.orm.Orm.aliased;
import static org.aludel.orm.Orm.attribute;
import static org.aludel.orm.Orm.inlineSubclasses;
import static org.aludel.orm.Orm.joinedLoad;
import static org.aludel.orm.Orm.selectinLoad;
import static org.aludel.orm.Orm.selectinPolymorphic;
import static org.aludel.orm.Orm.toMany;
import static org.aludel.orm.Orm.toOne;
import static org.aludel.orm.Orm.withPolymorphic;
import static org.aludel.sql.Sql.exists;
import static org.aludel.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.aludel.orm.Alias;
import org.aludel.orm.Attribute;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;
import org.aludel.orm.References;
import org.aludel.orm.Relationship;
import org.aludel.orm.Session;
import org.aludel.orm.ToMany;
import org.aludel.orm.Version;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A subclass with a table is joined to its superclass's table: {@code employees JOIN engineers}. */
@Tag("MAP-11")
class JoinedInheritanceTest {

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

    @Mapped(table = "managers", identity = "manager", keyColumns = "employee_id")
    static class Manager extends Employee {
        String title;
    }

    @Mapped(table = "seniors", identity = "senior")
    static class Senior extends Engineer {
        int years;
    }

    @Mapped(table = "machines")
    static class Machine {
        @Id
        Integer id;

        String name;

        @References("engineers.id")
        Integer engineerId;

        @Relationship
        Engineer engineer;
    }

    private static final Attribute<Employee, Integer> ID = attribute(Employee.class, "id");
    private static final Attribute<Employee, String> NAME = attribute(Employee.class, "name");
    private static final Attribute<Engineer, String> STATUS = attribute(Engineer.class, "status");
    private static final Attribute<Manager, String> TITLE = attribute(Manager.class, "title");
    private static final ToMany<Company, Employee> EMPLOYEES = toMany(Company.class, "employees", Employee.class);
    private static final ToMany<Engineer, Machine> MACHINES = toMany(Engineer.class, "machines", Machine.class);
    private static final Attribute<Company, String> COMPANY_NAME = attribute(Company.class, "name");

    private final MemoryDatabase database =
            new MemoryDatabase(Company.class, Engineer.class, Manager.class, Senior.class, Machine.class);

    @BeforeEach
    void rows() {
        database.insert(
                "insert into companies (id, name) values (1, 'c1'), (2, 'c2')",
                "insert into employees (id, company_id, name, type) values (1, 1, 'dilbert', 'engineer'),"
                        + " (2, 1, 'pointy', 'manager'), (3, 1, 'wally', 'senior'), (4, 2, 'bob', 'employee'),"
                        + " (5, 2, 'vlad', 'engineer')",
                "insert into engineers (id, status) values (1, 'EE'), (3, 'SE'), (5, 'SE')",
                "insert into managers (employee_id, title) values (2, 'boss')",
                "insert into seniors (id, years) values (3, 20)",
                "insert into machines (id, name, engineer_id) values (1, 'IBM', 1), (2, 'Mac', 1), (3, 'VT100', 3)",
                "alter table employees alter column id restart with 10",
                "alter table machines alter column id restart with 10");
    }

    @AfterEach
    void close() {
        database.close();
    }

    private static List<String> classes(List<? extends Employee> employees) {
        return employees.stream()
                .map(employee -> employee.getClass().getSimpleName())
                .toList();
    }

    @Test
    void queryOfTheBaseGivesObjectsOfTheirOwnClasses() {
        try (Session session = database.open()) {
            List<Employee> all = session.query(Employee.class).orderBy(ID).all();

            assertThat(classes(all)).containsExactly("Engineer", "Manager", "Senior", "Employee", "Engineer");
            assertThat(database.sql).singleElement().asString().doesNotContain("join");
        }
    }

    @Test
    void columnsOfTheSubclassAreReadOnDemandByOneStatement() {
        try (Session session = database.open()) {
            Senior wally = (Senior)
                    session.query(Employee.class).filter(NAME.eq("wally")).one();
            database.sql.clear();

            assertThat(wally.years).isEqualTo(20);
            assertThat(wally.status).isEqualTo("SE");
            assertThat(database.sql).singleElement().asString().doesNotContain("employees");
        }
    }

    @Test
    void queryOfASubclassJoinsTheBase() {
        try (Session session = database.open()) {
            List<Engineer> engineers = session.query(Engineer.class)
                    .filter(STATUS.eq("SE"))
                    .orderBy(NAME)
                    .all();

            assertThat(classes(engineers)).containsExactly("Engineer", "Senior");
            assertThat(engineers).extracting(e -> e.name).containsExactly("vlad", "wally");
            assertThat(database.sql.get(0))
                    .containsIgnoringCase("from employees join engineers on employees.id = engineers.id");
            assertThat(session.query(attribute(Engineer.class, "name")).all()).hasSize(3);
            assertThat(session.query(Engineer.class).count()).isEqualTo(3);
        }
    }

    @Test
    void keyOfAnotherClassGivesNull() {
        try (Session session = database.open()) {
            assertThat(session.get(Engineer.class, 1).status).isEqualTo("EE");
            assertThat(session.get(Engineer.class, 2)).isNull();
            Employee pointy = session.get(Employee.class, 2);
            assertThat(pointy).isInstanceOf(Manager.class);
            assertThat(session.get(Engineer.class, 2)).isNull();
            assertThat(session.get(Manager.class, 2)).isSameAs(pointy);
        }
    }

    @Test
    @Tag("UOW-04")
    void insertsGoToTheBaseFirstAndDeletesFromItLast() {
        try (Session session = database.open()) {
            Senior senior = new Senior();
            senior.name = "new";
            senior.status = "XX";
            senior.years = 3;
            Machine machine = new Machine();
            machine.name = "PC";
            senior.machines.add(machine);
            session.add(senior);
            session.flush();
            assertThat(senior.id).isGreaterThanOrEqualTo(10);
            assertThat(senior.type).isEqualTo("senior");
            assertThat(database.sql)
                    .extracting(sql -> sql.split(" ")[2].toLowerCase(java.util.Locale.ROOT))
                    .startsWith("employees", "engineers");
            session.commit();

            assertThat(session.get(Senior.class, senior.id).years).isEqualTo(3);
            database.sql.clear();
            session.delete(machine);
            session.delete(senior);
            session.flush();
            assertThat(database.sql.stream().filter(sql -> sql.startsWith("DELETE")))
                    .extracting(sql -> sql.split(" ")[2])
                    .containsSubsequence("machines", "seniors", "engineers", "employees");
            session.commit();
            assertThat(session.query(Employee.class).count()).isEqualTo(5);
        }
    }

    @Test
    void updateTouchesTheTablesThatChange() {
        try (Session session = database.open()) {
            Engineer dilbert = session.get(Engineer.class, 1);
            database.sql.clear();
            dilbert.status = "YY";
            session.flush();
            assertThat(database.sql).singleElement().asString().startsWith("UPDATE engineers");
            database.sql.clear();
            dilbert.name = "x";
            session.flush();
            assertThat(database.sql).singleElement().asString().startsWith("UPDATE employees");
            database.sql.clear();
            dilbert.name = "y";
            dilbert.status = "z";
            session.flush();
            assertThat(database.sql).hasSize(2);
        }
    }

    @Test
    void subclassesAreReadInTheSameRowWhereTheQueryAsks() {
        try (Session session = database.open()) {
            List<Employee> all = session.query(Employee.class)
                    .options(inlineSubclasses(Employee.class))
                    .orderBy(ID)
                    .all();
            database.sql.clear();

            assertThat(((Engineer) all.get(0)).status).isEqualTo("EE");
            assertThat(((Manager) all.get(1)).title).isEqualTo("boss");
            assertThat(((Senior) all.get(2)).years).isEqualTo(20);
            assertThat(database.sql).isEmpty();
        }
    }

    @Test
    void subclassesAreReadByOneStatementEach() {
        try (Session session = database.open()) {
            List<Employee> all = session.query(Employee.class)
                    .options(selectinPolymorphic(Employee.class, Engineer.class), selectinLoad(MACHINES))
                    .orderBy(ID)
                    .all();
            database.sql.clear();

            assertThat(((Engineer) all.get(0)).status).isEqualTo("EE");
            assertThat(((Engineer) all.get(0)).machines).extracting(m -> m.name).containsExactly("IBM", "Mac");
            assertThat(((Senior) all.get(2)).years).isEqualTo(20);
            assertThat(((Senior) all.get(2)).machines).hasSize(1);
            assertThat(database.sql).isEmpty();
        }
    }

    @Test
    void aliasBringsSubclassesAlong() {
        try (Session session = database.open()) {
            Alias<Employee> everybody = withPolymorphic(Employee.class, Engineer.class, Manager.class);
            List<Employee> found = session.query(everybody)
                    .filter(everybody
                            .as(Engineer.class)
                            .get(STATUS)
                            .eq("EE")
                            .or(everybody.as(Manager.class).get(TITLE).eq("boss")))
                    .orderBy(everybody.get(ID))
                    .all();

            assertThat(classes(found)).containsExactly("Engineer", "Manager");
        }
    }

    @Test
    void relationToTheBaseGivesObjectsOfSubclasses() {
        try (Session session = database.open()) {
            Company company = session.get(Company.class, 1);
            assertThat(classes(company.employees)).containsExactly("Engineer", "Manager", "Senior");
            Manager added = new Manager();
            added.name = "new boss";
            added.title = "vp";
            company.employees.add(added);
            assertThat(added.company).isSameAs(company);
            session.commit();
            assertThat(session.query(Manager.class).filter(TITLE.eq("vp")).one().company)
                    .isSameAs(company);
        }
    }

    @Test
    void relationsAreNarrowedToASubclass() {
        try (Session session = database.open()) {
            assertThat(session.query(COMPANY_NAME)
                            .filter(EMPLOYEES.ofType(Engineer.class).any(STATUS.eq("EE")))
                            .all())
                    .containsExactly("c1");
            assertThat(session.query(COMPANY_NAME)
                            .join(EMPLOYEES.ofType(Engineer.class))
                            .filter(STATUS.eq("SE"))
                            .orderBy(COMPANY_NAME)
                            .all())
                    .containsExactly("c1", "c2");
            Alias<Engineer> other = aliased(Engineer.class);
            assertThat(session.query(other.get(NAME))
                            .from(Company.class)
                            .join(EMPLOYEES.ofType(other))
                            .filter(other.get(STATUS).eq("SE"))
                            .orderBy(other.get(ID))
                            .all())
                    .containsExactly("wally", "vlad");
            assertThat(session.query(attribute(Machine.class, "name"))
                            .from(Company.class)
                            .join(EMPLOYEES.ofType(Engineer.class))
                            .join(MACHINES)
                            .all())
                    .hasSize(3);
        }
    }

    @Test
    void eagerLoadsGoThroughSubclasses() {
        try (Session session = database.open()) {
            List<Company> companies = session.query(Company.class)
                    .options(joinedLoad(EMPLOYEES.ofType(withPolymorphic(Employee.class))))
                    .orderBy(attribute(Company.class, "id"))
                    .all();
            database.sql.clear();
            assertThat(((Engineer) companies.get(0).employees.get(0)).status).isEqualTo("EE");
            assertThat(((Manager) companies.get(0).employees.get(1)).title).isEqualTo("boss");
            assertThat(database.sql).isEmpty();
        }
        try (Session session = database.open()) {
            List<Company> companies = session.query(Company.class)
                    .options(selectinLoad(EMPLOYEES.ofType(Engineer.class)).options(selectinLoad(MACHINES)))
                    .orderBy(attribute(Company.class, "id"))
                    .all();
            database.sql.clear();
            assertThat(((Engineer) companies.get(0).employees.get(0)).machines).hasSize(2);
            assertThat(database.sql).isEmpty();
        }
        try (Session session = database.open()) {
            Machine machine = session.query(Machine.class)
                    .options(joinedLoad(toOne(Machine.class, "engineer", Engineer.class)))
                    .filter(attribute(Machine.class, "name").eqAny(org.aludel.sql.Sql.literal("VT100")))
                    .one();
            database.sql.clear();
            assertThat(machine.engineer).isInstanceOf(Senior.class);
            assertThat(machine.engineer.status).isEqualTo("SE");
            assertThat(database.sql).isEmpty();
        }
    }

    @Test
    void expiredObjectsAreReadAnewFromAllTheirTables() {
        try (Session session = database.open()) {
            Engineer dilbert = session.get(Engineer.class, 1);
            session.commit();
            database.sql.clear();
            assertThat(dilbert.name).isEqualTo("dilbert");
            assertThat(dilbert.status).isEqualTo("EE");
            assertThat(database.sql).hasSize(1);
        }
    }

    @Test
    @Tag("QRY-07")
    void bulkStatementsWriteTheTablesConcerned() {
        try (Session session = database.open()) {
            assertThat(session.query(Employee.class)
                            .filter(NAME.eq("bob"))
                            .update(org.aludel.orm.Orm.set(NAME, "bobby")))
                    .isEqualTo(1);
            database.sql.clear();
            assertThat(session.query(Engineer.class).filter(ID.eq(1)).update(org.aludel.orm.Orm.set(STATUS, "ZZ")))
                    .isEqualTo(1);
            assertThat(database.sql)
                    .singleElement()
                    .asString()
                    .isEqualToIgnoringCase("UPDATE engineers SET status=? WHERE engineers.id = ?");
            assertThat(session.query(Engineer.class)
                            .filter(NAME.eq("vlad"))
                            .update(org.aludel.orm.Orm.set(STATUS, "WW")))
                    .isEqualTo(1);
            assertThat(session.get(Engineer.class, 5).status).isEqualTo("WW");
            session.execute(org.aludel.sql.Sql.text("delete from machines"));
            assertThat(session.query(Engineer.class).filter(STATUS.ne("WW")).delete())
                    .isEqualTo(2);
            assertThat(session.query(Employee.class).count()).isEqualTo(3);
        }
    }

    @Mapped(table = "versioned", discriminator = "kind", identity = "base")
    static class Base {
        @Id
        Integer id;

        String kind;

        @Version
        int version;

        String a;
    }

    @Mapped(table = "versioned_sub", identity = "sub")
    static class Sub extends Base {
        String b;
    }

    @Test
    @Tag("MAP-16")
    void versionInTheBaseCountsChangesOfTheSubclass() {
        try (MemoryDatabase memory = new MemoryDatabase(Sub.class);
                Session session = memory.open()) {
            Sub sub = new Sub();
            sub.b = "1";
            session.add(sub);
            session.commit();
            sub.b = "2";
            session.flush();
            assertThat(sub.version).isEqualTo(2);
            sub.a = "x";
            sub.b = "3";
            session.commit();
            assertThat(sub.version).isEqualTo(3);
            session.delete(sub);
            session.commit();
            assertThat(session.query(Base.class).count()).isZero();
        }
    }

    @Test
    @Tag("QRY-01")
    void aStatementOfTheCoreJoinsTheTablesThatAttributesAreIn() {
        try (Session session = database.open()) {
            assertThat(session.execute(select(NAME, STATUS).orderBy(NAME)).all())
                    .as("as many rows as there are engineers")
                    .hasSize((int) session.query(Engineer.class).count());
            assertThat(session.execute(select(attribute(Engineer.class, "name")))
                            .all())
                    .hasSize((int) session.query(Engineer.class).count());
            assertThat(session.execute(
                                    select(NAME).where(exists(select(STATUS))).orderBy(NAME))
                            .all())
                    .hasSize((int) session.query(Employee.class).count());
        }
    }
}
