package org.aludel.orm.internal.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.aludel.engine.AfterExecute;
import org.aludel.errors.ArgumentException;
import org.aludel.errors.StaleDataException;
import org.aludel.orm.BeforeInsert;
import org.aludel.orm.BeforeUpdate;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;
import org.aludel.orm.References;
import org.aludel.orm.Relationship;
import org.aludel.orm.Session;
import org.aludel.orm.Version;
import org.aludel.orm.internal.inheritance.MemoryDatabase;
import org.aludel.sql.Sql;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Rows in bulk: plain batches, without objects, cascades or events. */
@Tag("UOW-14")
class BulkRowsTest {

    @Mapped(table = "br_users")
    static class User {
        @Id
        Integer id;

        String name;
        Integer age;

        @Version
        int version;

        @Relationship(backref = "user")
        List<Address> addresses = new ArrayList<>();

        User() {}

        User(String name) {
            this.name = name;
        }
    }

    @Mapped(table = "br_addresses")
    static class Address {
        @Id
        Integer id;

        @References("br_users.id")
        Integer userId;

        @Relationship
        User user;
    }

    private MemoryDatabase database;
    private Session session;
    private final List<Integer> batches = new ArrayList<>();

    @BeforeEach
    void begin() {
        database = new MemoryDatabase(User.class, Address.class);
        database.engine.on(
                AfterExecute.class, e -> batches.add(e.parameterSets().size()));
        session = database.open();
        session.on(BeforeInsert.class, e -> {
            throw new AssertionError("no events");
        });
        session.on(BeforeUpdate.class, e -> {
            throw new AssertionError("no events");
        });
        batches.clear();
    }

    @AfterEach
    void end() {
        session.close();
        database.close();
    }

    private static Map<String, Object> row(Object... pairs) {
        Map<String, Object> row = new HashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            row.put((String) pairs[i], pairs[i + 1]);
        }
        return row;
    }

    private List<String> stored() {
        return session.execute(
                        Sql.text("SELECT name || ':' || COALESCE(age, -1) || ':' || version FROM br_users ORDER BY id"))
                .scalars(String.class);
    }

    @Test
    void rowsOfOneShapeAreOneBatch() {
        session.bulkInsertMappings(
                User.class,
                IntStream.range(0, 500)
                        .mapToObj(i -> row("name", "u" + i, "age", i))
                        .toList());
        assertThat(batches).containsExactly(500);
        assertThat(session.newObjects()).isEmpty();
        assertThat(session.query(User.class).count()).isEqualTo(500);
        session.rollback();
        assertThat(session.query(User.class).count()).isZero();
    }

    @Test
    void rowsAreUpdatedByTheirKeysInWhatTheyGive() {
        session.bulkInsertMappings(User.class, List.of(row("name", "a", "age", 1), row("name", "b", "age", 2)));
        List<Integer> ids =
                session.execute(Sql.text("SELECT id FROM br_users ORDER BY id")).scalars(Integer.class);
        session.bulkUpdateMappings(
                User.class, List.of(row("id", ids.get(0), "name", "x"), row("id", ids.get(1), "age", 20)));
        assertThat(stored()).containsExactly("x:1:1", "b:20:1");
    }

    @Test
    void aVersionThatIsGivenIsCheckedAndStepsOn() {
        session.bulkInsertMappings(User.class, List.of(row("name", "a")));
        Integer id = session.execute(Sql.text("SELECT id FROM br_users")).scalar(Integer.class);
        session.bulkUpdateMappings(User.class, List.of(row("id", id, "name", "b", "version", 1)));
        assertThat(stored()).containsExactly("b:-1:2");
        assertThatThrownBy(
                        () -> session.bulkUpdateMappings(User.class, List.of(row("id", id, "name", "c", "version", 1))))
                .isInstanceOf(StaleDataException.class)
                .hasMessageStartingWith("ALU-0609");
    }

    @Test
    void objectsAreSavedAsTheyStandAndStayOutsideTheSession() {
        User ed = new User("ed");
        ed.addresses.add(new Address());
        User jack = new User("jack");
        session.bulkSaveObjects(List.of(ed, jack));
        assertThat(session.contains(ed)).isFalse();
        assertThat(stored()).containsExactly("ed:-1:1", "jack:-1:1");
        assertThat(session.query(Address.class).count()).as("no cascades").isZero();

        session.commit();
        User loaded = session.query(User.class).filterBy("name", "ed").one();
        session.expunge(loaded);
        loaded.age = 7;
        batches.clear();
        session.bulkSaveObjects(List.of(loaded, new User("wendy")));
        assertThat(batches).hasSize(2);
        assertThat(stored()).contains("ed:7:2", "wendy:-1:1");
    }

    @Test
    void newObjectsGetTheirKeysWhereThatIsAskedFor() {
        User ed = new User("ed");
        User jack = new User("jack");
        session.bulkSaveObjects(List.of(ed, jack), true);
        assertThat(ed.id).isNotNull();
        assertThat(jack.id).isNotNull().isNotEqualTo(ed.id);
        assertThat(session.get(User.class, jack.id).name).isEqualTo("jack");
    }

    @Test
    void mistakesAreNamedBeforeAnythingIsSent() {
        assertThatThrownBy(() -> session.bulkUpdateMappings(User.class, List.of(row("name", "x"))))
                .isInstanceOf(ArgumentException.class)
                .hasMessageStartingWith("ALU-0614");
        assertThatThrownBy(() -> session.bulkInsertMappings(User.class, List.of(row("nmae", "x"))))
                .isInstanceOf(RuntimeException.class)
                .hasMessageContaining("nmae");
        assertThatThrownBy(() -> session.bulkInsertMappings(User.class, List.of(row("addresses", List.of()))))
                .isInstanceOf(ArgumentException.class)
                .hasMessageStartingWith("ALU-0615");
        assertThat(batches).isEmpty();
        session.bulkInsertMappings(User.class, List.of(row("name", "fine")));
        session.commit();
        assertThat(stored()).hasSize(1);
    }
}
