package org.aludel.orm.internal.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.aludel.errors.IntegrityException;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;
import org.aludel.orm.References;
import org.aludel.orm.Relationship;
import org.aludel.orm.Session;
import org.aludel.orm.internal.inheritance.MemoryDatabase;
import org.aludel.schema.ForeignKeyAction;
import org.aludel.sql.Sql;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Primary keys change: the database passes the change on, or the flush does. */
@Tag("UOW-06")
class KeyChangesTest {

    @Mapped(table = "kc_users")
    static class User {
        @Id
        String name;

        String fullname;

        @Relationship(backref = "user", orderBy = "id")
        List<Address> addresses = new ArrayList<>();

        User() {}

        User(String name) {
            this.name = name;
        }
    }

    @Mapped(table = "kc_addresses")
    static class Address {
        @Id
        Integer id;

        @References(value = "kc_users.name", onUpdate = ForeignKeyAction.CASCADE)
        String userName;

        @Relationship
        User user;
    }

    /** The database does not pass changes on, and checks foreign keys. */
    @Mapped(table = "kc_owners")
    static class Owner {
        @Id
        String name;

        @Relationship(backref = "owner", passiveUpdates = false, orderBy = "id")
        List<Pet> pets = new ArrayList<>();

        Owner() {}

        Owner(String name) {
            this.name = name;
        }
    }

    @Mapped(table = "kc_pets")
    static class Pet {
        @Id
        Integer id;

        @References("kc_owners.name")
        String ownerName;

        @Relationship(passiveUpdates = false)
        Owner owner;
    }

    private static List<String> names(MemoryDatabase database, String sql) {
        return database.engine.inTransaction(
                connection -> connection.execute(Sql.text(sql)).scalars(String.class));
    }

    @Test
    void aKeyChangesAndTheDatabasePassesItOn() {
        try (MemoryDatabase database = new MemoryDatabase(User.class, Address.class)) {
            database.sessions.useTransaction(s -> {
                User ed = new User("ed");
                ed.addresses.addAll(List.of(new Address(), new Address()));
                s.addAll(ed, new User("jack"));
            });
            try (Session session = database.open()) {
                User ed = session.get(User.class, "ed");
                ed.name = "edward";
                ed.fullname = "Edward";
                database.sql.clear();
                session.flush();
                assertThat(database.sql)
                        .as("members that are not loaded are left to the database")
                        .hasSize(1);
                assertThat(session.get(User.class, "edward")).isSameAs(ed);
                assertThat(session.get(User.class, "ed")).isNull();
                assertThat(ed.addresses).extracting(address -> address.userName).containsOnly("edward");

                ed.name = "eddie";
                session.flush();
                session.expireAll();
                assertThat(ed.addresses)
                        .hasSize(2)
                        .extracting(address -> address.userName)
                        .containsOnly("eddie");
                session.rollback();
                assertThat(ed.name).isEqualTo("ed");
                assertThat(session.get(User.class, "ed")).isSameAs(ed);
            }
            assertThat(names(database, "SELECT user_name FROM kc_addresses")).containsExactly("ed", "ed");
        }
    }

    @Test
    void aKeyChangesAndTheFlushPassesItOn() {
        try (MemoryDatabase database = new MemoryDatabase(Owner.class, Pet.class)) {
            database.sessions.useTransaction(s -> {
                Owner ed = new Owner("ed");
                ed.pets.addAll(List.of(new Pet(), new Pet()));
                s.add(ed);
            });
            try (Session session = database.open()) {
                Owner ed = session.get(Owner.class, "ed");
                ed.name = "edward";
                session.commit();
                assertThat(ed.pets).hasSize(2).allSatisfy(pet -> {
                    assertThat(pet.ownerName).isEqualTo("edward");
                    assertThat(pet.owner).isSameAs(ed);
                });
            }
            assertThat(names(database, "SELECT owner_name FROM kc_pets")).containsExactly("edward", "edward");
            assertThat(names(database, "SELECT name FROM kc_owners")).containsExactly("edward");
        }
    }

    @Test
    void keysOfTwoRowsAreGivenOnInOneFlush() {
        try (MemoryDatabase database = new MemoryDatabase(User.class, Address.class)) {
            database.sessions.useTransaction(s -> s.addAll(new User("a"), new User("b")));
            try (Session session = database.open()) {
                User a = session.get(User.class, "a");
                User b = session.get(User.class, "b");
                b.name = "c";
                a.name = "b";
                session.commit();
                assertThat(session.get(User.class, "b")).isSameAs(a);
                assertThat(session.get(User.class, "c")).isSameAs(b);
            }
            assertThat(names(database, "SELECT name FROM kc_users ORDER BY name"))
                    .containsExactly("b", "c");
        }
    }

    @Test
    void aSavepointGivesTheKeyBack() {
        try (MemoryDatabase database = new MemoryDatabase(User.class, Address.class)) {
            database.sessions.useTransaction(s -> s.add(new User("ed")));
            try (Session session = database.open()) {
                User ed = session.get(User.class, "ed");
                try (var nested = session.beginNested()) {
                    ed.name = "edward";
                    session.flush();
                }
                assertThat(ed.name).isEqualTo("ed");
                assertThat(session.get(User.class, "ed")).isSameAs(ed);
                session.commit();
            }
        }
    }

    @Test
    void aKeyThatIsTakenIsAnErrorAndTheSessionGoesOn() {
        try (MemoryDatabase database = new MemoryDatabase(User.class, Address.class)) {
            database.sessions.useTransaction(s -> s.addAll(new User("a"), new User("b")));
            try (Session session = database.open()) {
                User a = session.get(User.class, "a");
                a.name = "b";
                Assertions.assertThatThrownBy(session::flush).isInstanceOf(IntegrityException.class);
                session.rollback();
                assertThat(a.name).isEqualTo("a");
                a.name = "c";
                session.commit();
            }
            assertThat(names(database, "SELECT name FROM kc_users ORDER BY name"))
                    .containsExactly("b", "c");
        }
    }
}
