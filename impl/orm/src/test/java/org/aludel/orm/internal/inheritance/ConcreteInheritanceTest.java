package org.aludel.orm.internal.inheritance;

import static org.aludel.orm.Orm.attribute;
import static org.aludel.orm.Orm.entity;
import static org.aludel.orm.Orm.set;
import static org.aludel.orm.Orm.withLoaderCriteria;
import static org.aludel.orm.Orm.withPolymorphic;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.aludel.orm.Alias;
import org.aludel.orm.Attribute;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;
import org.aludel.orm.PolymorphicLoad;
import org.aludel.orm.Session;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A concrete subclass's table holds whole rows; queries of the superclass see them where the mapping or query asks. */
@Tag("MAP-11")
class ConcreteInheritanceTest {

    @Mapped(table = "vehicles")
    static class Vehicle {
        @Id
        Integer id;

        String name;
    }

    @Mapped(table = "cars", concrete = true)
    static class Car extends Vehicle {
        Integer doors;
    }

    private static final Attribute<Vehicle, String> NAME = attribute(Vehicle.class, "name");

    @Test
    void tablesStandApart() {
        try (MemoryDatabase database = new MemoryDatabase(Car.class);
                Session session = database.open()) {
            Vehicle vehicle = new Vehicle();
            vehicle.name = "cart";
            Car car = new Car();
            car.name = "beetle";
            car.doors = 3;
            session.addAll(List.of(vehicle, car));
            session.commit();

            assertThat(vehicle.id).isEqualTo(car.id);
            assertThat(session.query(Vehicle.class).all()).containsExactly(vehicle);
            assertThat(session.query(Car.class).one()).isSameAs(car);
            assertThat(session.get(Car.class, car.id)).isSameAs(car);
            assertThat(session.get(Vehicle.class, car.id)).isSameAs(vehicle);
            car.name = "bug";
            session.flush();
            assertThat(database.sql.get(database.sql.size() - 1)).startsWith("UPDATE cars SET name");
        }
    }

    @Test
    void queryMayAskForAll() {
        try (MemoryDatabase database = new MemoryDatabase(Car.class)) {
            database.insert(
                    "insert into vehicles (id, name) values (1, 'cart')",
                    "insert into cars (id, name, doors) values (1, 'beetle', 3), (2, 'mini', 2)");
            try (Session session = database.open()) {
                Alias<Vehicle> all = withPolymorphic(Vehicle.class);
                List<Vehicle> found = session.query(all).orderBy(all.get(NAME)).all();
                assertThat(found)
                        .extracting(v -> v.getClass().getSimpleName() + " " + v.name)
                        .containsExactly("Car beetle", "Vehicle cart", "Car mini");
                assertThat(((Car) found.get(0)).doors).isEqualTo(3);
            }
        }
    }

    @Mapped(table = "animals", discriminator = "kind", identity = "animal")
    static class Animal {
        @Id
        Integer id;

        String kind;
        String name;
    }

    @Mapped(table = "dogs", concrete = true, identity = "dog", load = PolymorphicLoad.INLINE)
    static class Dog extends Animal {
        String breed;
    }

    @Test
    void mappingMayAskForAll() {
        try (MemoryDatabase database = new MemoryDatabase(Dog.class)) {
            database.insert(
                    "insert into animals (id, name, kind) values (1, 'cow', 'animal')",
                    "insert into dogs (id, name, breed, kind) values (1, 'rex', 'pug', 'dog')");
            try (Session session = database.open()) {
                assertThat(session.query(Animal.class)
                                .filter(attribute(Animal.class, "name").eqAny(org.aludel.sql.Sql.literal("rex")))
                                .one())
                        .isInstanceOf(Dog.class);
                assertThat(session.query(Animal.class).count()).isEqualTo(2);
                assertThat(session.query(Dog.class).one().breed).isEqualTo("pug");
            }
        }
    }

    @Test
    void attributesOfTheSuperclassMeanTheColumnsOfTheClassThatIsAskedFor() {
        try (MemoryDatabase database = new MemoryDatabase(Car.class)) {
            database.insert(
                    "insert into vehicles (id, name) values (1, 'beetle'), (2, 'cart')",
                    "insert into cars (id, name, doors) values (1, 'beetle', 3), (2, 'mini', 2)");
            try (Session session = database.open()) {
                assertThat(session.query(Car.class)
                                .filter(NAME.eq("mini"))
                                .orderBy(NAME)
                                .all())
                        .extracting(car -> car.doors)
                        .containsExactly(2);
                assertThat(session.query(Vehicle.class).filter(NAME.eq("mini")).all())
                        .isEmpty();
                assertThat(session.query(Car.class).filter(NAME.eq("beetle")).update(set(NAME, "bug")))
                        .isEqualTo(1);
                assertThat(session.query(Vehicle.class)
                                .filter(NAME.eq("beetle"))
                                .count())
                        .isEqualTo(1);
                assertThat(session.query(Car.class).filter(NAME.eq("bug")).delete())
                        .isEqualTo(1);
                assertThat(session.query(entity(Car.class), NAME)
                                .orderBy(NAME.desc())
                                .one()
                                .get(1))
                        .isEqualTo("mini");
            }
        }
    }

    @Test
    @Tag("QRY-09")
    void criteriaOfTheSuperclassHoldForTheTableOfTheSubclass() {
        try (MemoryDatabase database =
                new MemoryDatabase(builder -> builder.map(Car.class).criteria(Vehicle.class, NAME.ne("beetle")))) {
            database.insert(
                    "insert into vehicles (id, name) values (1, 'beetle'), (2, 'cart')",
                    "insert into cars (id, name, doors) values (1, 'beetle', 3), (2, 'mini', 2)");
            try (Session session = database.open()) {
                assertThat(session.query(Car.class).all())
                        .extracting(car -> car.name)
                        .containsExactly("mini");
                assertThat(session.query(Vehicle.class).count()).isEqualTo(1);
                assertThat(session.query(Car.class)
                                .options(withLoaderCriteria(Vehicle.class, NAME.ne("mini")))
                                .all())
                        .isEmpty();
                assertThat(session.get(Car.class, 1)).isNull();
            }
        }
    }
}
