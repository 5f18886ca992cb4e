package org.aludel.orm.internal.inheritance;

import static org.aludel.orm.Orm.aliased;
import static org.aludel.orm.Orm.attribute;
import static org.aludel.orm.Orm.columnProperty;
import static org.aludel.orm.Orm.set;
import static org.aludel.orm.Orm.toMany;
import static org.aludel.sql.Sql.case_;
import static org.aludel.sql.Sql.count;
import static org.aludel.sql.Sql.literal;
import static org.aludel.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.aludel.errors.MappingException;
import org.aludel.orm.Attribute;
import org.aludel.orm.ClassMapping;
import org.aludel.orm.Configures;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;
import org.aludel.orm.References;
import org.aludel.orm.Relationship;
import org.aludel.orm.Session;
import org.aludel.orm.ToMany;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A subclass without a table shares its superclass's; a discriminator tells the rows apart. */
@Tag("MAP-11")
class SingleTableInheritanceTest {

    @Mapped(table = "employee", discriminator = "type", identity = "employee")
    static class Employee {
        @Id
        Integer id;

        String name;
    }

    @Mapped(identity = "manager")
    static class Manager extends Employee {
        String managerData;

        @Relationship(backref = "manager")
        List<Office> offices = new ArrayList<>();
    }

    @Mapped(identity = "engineer")
    static class Engineer extends Employee {
        String engineerInfo;
        int level;
    }

    @Mapped(identity = "junior")
    static class Junior extends Engineer {}

    @Mapped(table = "office")
    static class Office {
        @Id
        Integer id;

        @References("employee.id")
        Integer managerId;

        @Relationship
        Manager manager;
    }

    private static final Attribute<Employee, Integer> ID = attribute(Employee.class, "id");
    private static final Attribute<Engineer, String> INFO = attribute(Engineer.class, "engineerInfo");
    private static final ToMany<Manager, Office> OFFICES = toMany(Manager.class, "offices", Office.class);

    private final MemoryDatabase database = new MemoryDatabase(Junior.class, Manager.class, Office.class);

    @BeforeEach
    void rows() {
        database.insert(
                "insert into employee (id, name, type, manager_data) values (1, 'tom', 'manager', 'manages')",
                "insert into employee (id, name, type, engineer_info, level) values (2, 'kurt', 'engineer', 'hacks', 1),"
                        + " (3, 'ed', 'junior', 'oh that ed', 0)",
                "insert into employee (id, name, type) values (4, 'plain', 'employee')",
                "insert into office (id, manager_id) values (1, 1)",
                "alter table employee alter column id restart with 10",
                "alter table office alter column id restart with 10");
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void rowsBecomeObjectsOfTheirClasses() {
        try (Session session = database.open()) {
            assertThat(session.query(Employee.class).orderBy(ID).all())
                    .extracting(e -> e.getClass().getSimpleName())
                    .containsExactly("Manager", "Engineer", "Junior", "Employee");
            assertThat(session.query(Engineer.class).orderBy(ID).all())
                    .extracting(e -> e.name)
                    .containsExactly("kurt", "ed");
        }
    }

    @Test
    void columnsOfASubclassAreReadOnDemand() {
        try (Session session = database.open()) {
            Employee kurt = session.get(Employee.class, 2);
            database.sql.clear();
            assertThat(((Engineer) kurt).engineerInfo).isEqualTo("hacks");
            assertThat(((Engineer) kurt).level).isEqualTo(1);
            assertThat(database.sql).hasSize(1);
        }
    }

    @Test
    void everyFormOfQueryIsRestrictedToTheClass() {
        try (Session session = database.open()) {
            assertThat(session.query(attribute(Manager.class, "id")).all()).hasSize(1);
            assertThat(session.query(count(attribute(Engineer.class, "id"))).one())
                    .isEqualTo(2L);
            assertThat(session.query(ID).from(Manager.class).all()).containsExactly(1);
            assertThat(session.query(count()).from(aliased(Engineer.class)).one())
                    .isEqualTo(2L);
            assertThat(session.query(Engineer.class).count()).isEqualTo(2);
            assertThat(session.query(Employee.class).count()).isEqualTo(4);
            assertThat(session.query(Manager.class)
                            .filter(attribute(Manager.class, "name").eqAny(literal("kurt")))
                            .exists())
                    .isFalse();
            assertThat(session.get(Manager.class, 2)).isNull();
            assertThat(session.get(Engineer.class, 3)).isInstanceOf(Junior.class);
        }
    }

    @Test
    void bulkStatementsAreRestrictedToTheClass() {
        try (Session session = database.open()) {
            assertThat(session.query(Engineer.class)
                            .filter(INFO.like("%oh%"))
                            .update(set(attribute(Engineer.class, "name"), "upd")))
                    .isEqualTo(1);
            assertThat(session.query(Junior.class).delete()).isEqualTo(1);
            assertThat(session.query(Employee.class).count()).isEqualTo(3);
        }
    }

    @Test
    void newObjectsGetTheIdentityOfTheirClass() {
        try (Session session = database.open()) {
            Engineer engineer = new Engineer();
            engineer.name = "new";
            engineer.level = 7;
            session.add(engineer);
            Manager manager = new Manager();
            manager.offices.add(new Office());
            session.add(manager);
            session.commit();
            session.clear();
            assertThat(session.get(Employee.class, engineer.id)).isInstanceOf(Engineer.class);
            assertThat(((Manager) session.get(Employee.class, manager.id)).offices)
                    .hasSize(1);
        }
    }

    @Test
    void relationsOfASubclassAreJoinedFromIt() {
        try (Session session = database.open()) {
            assertThat(session.query(Manager.class)
                            .join(OFFICES)
                            .filter(attribute(Office.class, "id").eqAny(literal(1)))
                            .one()
                            .name)
                    .isEqualTo("tom");
            assertThat(session.query(Office.class).one().manager).isInstanceOf(Manager.class);
            assertThat(session.query(Manager.class).filter(OFFICES.any()).count())
                    .isEqualTo(1);
        }
    }

    @Test
    void unknownIdentityIsAnErrorThatNamesTheKnownOnes() {
        database.insert("insert into employee (id, name, type) values (9, 'x', 'ghost')");
        try (Session session = database.open()) {
            assertThatThrownBy(() -> session.get(Employee.class, 9))
                    .isInstanceOf(MappingException.class)
                    .hasMessageStartingWith("ALU-0454")
                    .hasMessageContaining("ghost")
                    .hasMessageContaining("manager");
        }
    }

    @Mapped(table = "person")
    static class Person {
        @Id
        Integer id;

        int kind;

        @Configures
        private static void configure(ClassMapping<Person> mapping) {
            mapping.polymorphicOn(case_(attribute(Person.class, "kind").gtAny(literal(10)), literal("boss"))
                            .otherwise(literal("person")))
                    .identity("person");
        }
    }

    @Mapped(identity = "boss")
    static class Boss extends Person {}

    @Test
    void discriminatorMayBeAnExpression() {
        try (MemoryDatabase memory = new MemoryDatabase(Boss.class)) {
            memory.insert("insert into person (id, kind) values (1, 5), (2, 15)");
            try (Session session = memory.open()) {
                assertThat(session.query(Person.class)
                                .orderBy(attribute(Person.class, "id"))
                                .all())
                        .extracting(p -> p.getClass().getSimpleName())
                        .containsExactly("Person", "Boss");
                assertThat(session.query(Boss.class).count()).isEqualTo(1);
                assertThat(session.get(Boss.class, 2)).isNotNull();
            }
        }
    }

    @Mapped(table = "shapes", discriminator = "form")
    abstract static class Shape {
        @Id
        Integer id;

        Integer form;
        String label;
    }

    @Mapped(identity = "1")
    static class Circle extends Shape {
        double radius;
    }

    @Mapped(identity = "2")
    static class Square extends Shape {
        double side;
    }

    @Test
    void baseMayBeAbstractAndTheDiscriminatorANumber() {
        try (MemoryDatabase memory = new MemoryDatabase(Circle.class, Square.class);
                Session session = memory.open()) {
            Circle circle = new Circle();
            circle.radius = 2;
            session.addAll(List.of(circle, new Square()));
            session.commit();
            session.clear();
            List<Shape> shapes = session.query(Shape.class)
                    .orderBy(attribute(Shape.class, "id"))
                    .all();
            assertThat(((Circle) shapes.get(0)).radius).isEqualTo(2);
            assertThat(shapes.get(1)).isInstanceOf(Square.class);
            assertThat(shapes.get(1).form).isEqualTo(2);
        }
    }

    @Test
    void expressionsAreAttributesToo() {
        try (MemoryDatabase memory = new MemoryDatabase(builder -> builder.map(Boss.class)
                        .configure(
                                Person.class,
                                m -> m.property(
                                        "doubled",
                                        columnProperty(
                                                attribute(Person.class, "kind").times(literal(2))))));
                Session session = memory.open()) {
            Person person = new Person();
            person.kind = 4;
            session.add(person);
            session.flush();
            assertThat(session.query(attribute(Person.class, "doubled")).one()).isEqualTo(8);
        }
    }

    @Test
    @Tag("QRY-01")
    void aStatementOfTheCoreSelectsRowsOfTheClassOnly() {
        try (Session session = database.open()) {
            assertThat(session.execute(select(INFO).orderBy(INFO)).scalars(INFO))
                    .containsExactly("hacks", "oh that ed");
            assertThat(session.execute(select(count(attribute(Engineer.class, "id"))))
                            .scalar(Long.class))
                    .isEqualTo(2);
        }
    }
}
