package org.aludel.databases.design.rules;

import static org.aludel.orm.Orm.aliased;
import static org.aludel.orm.Orm.attribute;
import static org.aludel.orm.Orm.entity;
import static org.aludel.orm.Orm.row;
import static org.aludel.orm.Orm.selectinLoad;
import static org.aludel.orm.Orm.set;
import static org.aludel.orm.Orm.withPolymorphic;
import static org.aludel.sql.Sql.bind;
import static org.aludel.sql.Sql.params;
import static org.aludel.sql.Sql.select;
import static org.aludel.sql.Sql.text;
import static org.aludel.types.Types.STRING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.aludel.engine.Engine;
import org.aludel.engine.NestedTransaction;
import org.aludel.engine.Row;
import org.aludel.errors.AludelException;
import org.aludel.errors.ThreadUseException;
import org.aludel.orm.Alias;
import org.aludel.orm.EntityRef;
import org.aludel.orm.RowShape;
import org.aludel.orm.Session;
import org.aludel.sql.Expr;
import org.aludel.sql.Selected;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The meanings of the design's section 5: each line is a test. */
class MeaningsTest {

    private final Rules rules = new Rules();

    @AfterEach
    void close() {
        rules.close();
    }

    private void given(Object... objects) {
        rules.sessions.useTransaction(session -> session.addAll(Arrays.asList(objects)));
        rules.executed();
    }

    // ---- relations

    @Test
    void fieldsTellWhereRelationsLead() {
        Place france = new Place("France");
        france.parts.add(new Place("Paris"));
        Ship ship = new Ship("Argo");
        ship.captain = new Person("jason");
        ship.cook = new Person("orpheus");
        given(france, ship);
        try (Session session = rules.sessions.open()) {
            Place paris =
                    session.query(Place.class).filter(Place_.name.eq("Paris")).one();
            assertThat(paris.parent.name).isEqualTo("France");
            Ship argo = session.query(Ship.class).one();
            assertThat(argo.captain.name).isEqualTo("jason");
            assertThat(argo.cook.name).isEqualTo("orpheus");
        }
    }

    @Test
    void withoutACascadeSavingAndMergingPassOnAndDeletingDoesNot() {
        Person ed = new Person("ed");
        ed.pets.add(new Pet("rex"));
        given(ed);
        ed.pets.get(0).name = "max";
        rules.sessions.useTransaction(session -> session.merge(ed));
        rules.sessions.useTransaction(session -> {
            Pet pet = session.query(Pet.class).one();
            assertThat(pet.name).isEqualTo("max");
            session.delete(pet.owner);
        });
        rules.sessions.useTransaction(
                session -> assertThat(session.query(Pet.class).one().owner).isNull());
    }

    // ---- conditions

    @Test
    void aNullValueRendersIsNullAndIsRefusedInAList() {
        String none = null;
        assertThat(rules.sessions
                        .open()
                        .query(Person.class)
                        .filter(Person_.name.eq(none))
                        .toSql())
                .contains("name IS NULL");
        assertThat(rules.sessions
                        .open()
                        .query(Person.class)
                        .filter(Person_.name.ne(none))
                        .toSql())
                .contains("name IS NOT NULL");
        assertThatThrownBy(() -> Person_.name.in(Arrays.asList("ed", null)))
                .isInstanceOf(AludelException.class)
                .hasMessageStartingWith("ALU-0102");
    }

    @Test
    void searchesEscapeAndLikeTakesAPattern() {
        given(new Person("100%"), new Person("1000"), new Person("a_b"), new Person("axb"));
        try (Session session = rules.sessions.open()) {
            assertThat(names(session, Person_.name.startsWith("100%"))).containsExactly("100%");
            assertThat(names(session, Person_.name.endsWith("_b"))).containsExactly("a_b");
            assertThat(names(session, Person_.name.contains("_"))).containsExactly("a_b");
            assertThat(names(session, Person_.name.like("100%"))).containsExactly("100%", "1000");
        }
    }

    private static List<String> names(Session session, Expr<Boolean> condition) {
        return session.query(Person_.name)
                .filter(condition)
                .orderBy(Person_.name)
                .all();
    }

    @Test
    void arithmeticWorksOnAnyNumber() {
        Person ed = new Person("ed");
        ed.age = 30;
        ed.weight = 70.5;
        given(ed);
        try (Session session = rules.sessions.open()) {
            assertThat(session.query(Person_.age.plus(1)).one()).isEqualTo(31);
            assertThat(session.query(Person_.weight.plus(1)).one()).isEqualTo(71.5);
            assertThat(session.query(Person_.weight.minus(0.5).times(2)).one()).isEqualTo(140.0);
        }
    }

    // ---- collections

    @Test
    void collectionsAreTrackedFromTheStartAndCompareByIdentity() {
        Person ed = new Person("ed"); // whose equals, hashCode and toString throw
        Pet rex = new Pet("rex");
        ed.pets.add(rex);
        ed.pets.add(rex);
        assertThat(ed.pets).hasSize(1);
        assertThat(rex.owner == ed).isTrue();
        Label red = new Label("red");
        ed.labels.add(red);
        ed.labels.add(new Label("red2"));
        assertThat(ed.labels.contains(red)).isTrue();
        given(ed);
        try (Session session = rules.sessions.open()) {
            Person same = session.query(Person.class)
                    .options(selectinLoad(Person_.pets), selectinLoad(Person_.labels))
                    .one();
            assertThat(same.pets).hasSize(1);
            assertThat(same.labels).hasSize(2);
            assertThat(session.contains(same)).isTrue();
            same.name = "edward";
            session.commit();
            session.delete(same);
            session.commit();
        }
    }

    @Test
    void sortedSetsUseTheUsersOrder() {
        Pet rex = new Pet("rex");
        rex.toys.add(new Toy("ball"));
        rex.toys.add(new Toy("stick"));
        assertThat(rex.toys).extracting(toy -> toy.name).containsExactly("stick", "ball");
        given(rex);
        try (Session session = rules.sessions.open()) {
            assertThat(session.query(Pet.class).one().toys)
                    .extracting(toy -> toy.name)
                    .containsExactly("stick", "ball");
        }
    }

    // ---- queries

    @Test
    void objectsComeOnceAndValuesAndRowsAsOftenAsTheyAre() {
        Person ed = new Person("ed");
        ed.pets.add(new Pet("rex"));
        ed.pets.add(new Pet("tom"));
        given(ed);
        try (Session session = rules.sessions.open()) {
            assertThat(session.query(Person.class).join(Person_.pets).all()).hasSize(1);
            assertThat(session.query(Person_.name).join(Person_.pets).all()).containsExactly("ed", "ed");
            List<Row> rows = session.query(entity(Person.class), Pet_.name)
                    .join(Person_.pets)
                    .all();
            assertThat(rows).hasSize(2);
            assertThat(rows.get(0).get(0) == rows.get(1).get(0)).isTrue();
        }
    }

    @Test
    void subclassesShareTheAttributesOfTheirSuperclass() {
        assertThat((Object) Engineer_.name).isSameAs(Employee_.name);
        assertThat(attribute(Employee.class, "name")).isEqualTo(Employee_.name);
        try (Session session = rules.sessions.open()) {
            assertThatThrownBy(() -> session.query(Employee.class)
                            .join(Employee.class, Employee_.name.eq(Employee_.name))
                            .all())
                    .isInstanceOf(AludelException.class)
                    .hasMessageStartingWith("ALU-");
            Alias<Employee> other = aliased(Employee.class, "other");
            assertThat(session.query(Employee.class)
                            .join(other, other.get(Employee_.name).eq(Employee_.name))
                            .all())
                    .isEmpty();
        }
    }

    record Pair(Person person, String pet, Person other) {}

    @Test
    void typedRowsTakeWhateverCanBeSelected() {
        Person ed = new Person("ed");
        ed.pets.add(new Pet("rex"));
        given(ed);
        Selected<String> expression = Pet_.name;
        Selected<Person> alias = aliased(Person.class, "other");
        EntityRef<Person> entity = entity(Person.class);
        Selected<Person> whole = entity;
        RowShape<Pair> shape = row(Pair::new, whole, expression, alias);
        try (Session session = rules.sessions.open()) {
            Pair pair = session.query(shape)
                    .join(Person_.pets)
                    .join(
                            (Alias<Person>) alias,
                            ((Alias<Person>) alias).get(Person_.id).eq(Person_.id))
                    .one();
            assertThat(pair.pet()).isEqualTo("rex");
            assertThat(pair.person() == pair.other()).isTrue();
        }
    }

    @Test
    void getTakesAnyIntegralKeyAndKnowsSubclasses() {
        given(new Engineer("ada", "slide rule"), new Manager("bob"));
        try (Session session = rules.sessions.open()) {
            Employee first = session.get(Employee.class, 1L);
            assertThat(first).isNotNull();
            assertThat(session.get(Employee.class, (short) 1)).isSameAs(first);
            assertThat(session.get(Employee.class, 1)).isSameAs(first);
            int manager = session.query(Manager.class).one().id;
            assertThat(session.get(Engineer.class, manager)).isNull();
            assertThat(session.get(Manager.class, manager)).isNotNull();
        }
    }

    @Test
    void bulkStatementsCountInLongsAndLoadedObjectsFollow() {
        Person ed = new Person("ed");
        ed.age = 60;
        Person wendy = new Person("wendy");
        wendy.age = 20;
        given(ed, wendy);
        try (Session session = rules.sessions.open()) {
            List<Person> all = session.query(Person.class).orderBy(Person_.id).all();
            long changed = session.query(Person.class)
                    .filter(Person_.age.gt(50))
                    .update(set(Person_.age, Person_.age.plus(1)));
            assertThat(changed).isEqualTo(1L);
            assertThat(all.get(0).age).isEqualTo(61);
            long deleted =
                    session.query(Person.class).filter(Person_.age.lt(50)).delete();
            assertThat(deleted).isEqualTo(1L);
            assertThat(session.contains(all.get(1))).isFalse();
        }
    }

    // ---- transactions

    @Test
    void aNestedRollbackRestoresValuesWithoutSqlAndExpiresWhatItSaw() {
        given(new Person("ed"), new Person("wendy"));
        try (Session session = rules.sessions.open()) {
            Person ed = session.get(Person.class, 1);
            NestedTransaction nested = session.beginNested();
            ed.name = "changed";
            session.flush();
            Person wendy = session.get(Person.class, 2);
            session.query(Person.class).filter(Person_.id.eq(2)).update(set(Person_.name, "bulk"));
            nested.rollback();
            rules.executed();
            assertThat(ed.name).isEqualTo("ed");
            assertThat(rules.executed()).isEmpty();
            assertThat(wendy.name).isEqualTo("wendy");
            assertThat(rules.executed()).hasSize(1);
        }
    }

    @Test
    void uniqueValuesAreSwappedWithoutDeletingRows() {
        given(new Label("red"), new Label("blue"));
        rules.sessions.useTransaction(session -> {
            List<Label> labels = session.query(Label.class).orderBy(Label_.id).all();
            labels.get(0).word = "blue";
            labels.get(1).word = "red";
        });
        assertThat(rules.executed()).noneMatch(sql -> sql.startsWith("DELETE") || sql.startsWith("INSERT"));
        try (Session session = rules.sessions.open()) {
            assertThat(session.query(Label_.word).orderBy(Label_.id).all()).containsExactly("blue", "red");
        }
    }

    // ---- engines

    @Test
    void aDatabaseInMemoryLivesAsLongAsItsEngineAndAFileStays(@TempDir Path folder) throws IOException {
        try (Engine memory = Engine.create("h2:///mem:brief")) {
            memory.useTransaction(conn -> conn.execute(text("create table t (id int)")));
            memory.useTransaction(conn -> conn.execute(text("select * from t")).all());
        }
        try (Engine again = Engine.create("h2:///mem:brief")) {
            assertThatThrownBy(() -> again.useTransaction(
                            conn -> conn.execute(text("select * from t")).all()))
                    .isInstanceOf(AludelException.class);
        }
        String url = "h2:///" + folder.resolve("kept");
        try (Engine file = Engine.create(url)) {
            file.useTransaction(conn -> conn.execute(text("create table t (id int)")));
        }
        try (Engine again = Engine.create(url);
                Stream<Path> files = Files.list(folder)) {
            again.useTransaction(conn -> conn.execute(text("select * from t")).all());
            assertThat(files).isNotEmpty();
        }
    }

    // ---- threads

    @Test
    void aSessionMayBeHandedOnButNotUsedByTwoAtOnce() throws Exception {
        given(new Person("ed"));
        try (Session session = rules.sessions.open()) {
            session.query(Person.class).all();
            CompletableFuture<Integer> elsewhere = CompletableFuture.supplyAsync(
                    () -> session.query(Person.class).all().size());
            assertThat(elsewhere.get()).isEqualTo(1);
            try (Stream<Person> open = session.query(Person.class).stream()) {
                CompletableFuture<Integer> meanwhile = CompletableFuture.supplyAsync(
                        () -> session.query(Person.class).all().size());
                assertThatThrownBy(meanwhile::get)
                        .isInstanceOf(ExecutionException.class)
                        .hasCauseInstanceOf(ThreadUseException.class);
                assertThat(open.count()).isEqualTo(1);
            }
        }
    }

    @Test
    void theProgramsOwnExceptionsComeOutAsTheyAre() {
        assertThatThrownBy(() -> rules.sessions.inTransaction(session -> {
                    session.add(new Person("never"));
                    throw new IOException("mine");
                }))
                .isExactlyInstanceOf(IOException.class)
                .hasMessage("mine");
        assertThatThrownBy(() -> rules.engine.useTransaction(conn -> {
                    throw new IOException("mine too");
                }))
                .isExactlyInstanceOf(IOException.class);
        rules.sessions.useTransaction(
                session -> assertThat(session.query(Person.class).all()).isEmpty());
    }

    // ---- besides

    @Test
    void theOtherNamesWork() {
        Engineer ada = new Engineer("ada", "slide rule");
        Person ed = new Person("ed");
        ed.age = null;
        ed.pets.add(new Pet("rex"));
        given(ada, ed, new Manager("bob"));
        try (Session session = rules.sessions.open()) {
            assertThat(session.execute(text("select name from people where name = :n"), params("n", "ed"))
                            .scalars(String.class))
                    .containsExactly("ed");
            assertThat(names(session, Person_.name.notIn("x", "y"))).containsExactly("ed");
            assertThat(session.query(Person.class)
                            .filter(Person_.age.isDistinctFrom(3))
                            .all())
                    .hasSize(1);
            Alias<Pet> pet = aliased(Pet.class, "p");
            assertThat(session.query(Person.class)
                            .join(Person_.pets, pet)
                            .filter(pet.get(Pet_.name).eq("rex"))
                            .all())
                    .hasSize(1);
            Alias<Employee> staff = withPolymorphic(Employee.class, Engineer.class);
            assertThat(session.query(staff)
                            .filter(staff.as(Engineer.class).get(Engineer_.tool).eq("slide rule"))
                            .all())
                    .hasSize(1);
            Person one = session.query(Person.class).one();
            one.name = "changed";
            Person read = session.query(Person.class)
                    .withoutAutoflush()
                    .populateExisting()
                    .one();
            assertThat(read == one).isTrue();
            assertThat(one.name).isEqualTo("ed");
            assertThat(session.execute(
                                    select(Person_.name).where(Person_.name.eq(bind("n", STRING))), params("n", "ed"))
                            .all())
                    .hasSize(1);
        }
    }
}
