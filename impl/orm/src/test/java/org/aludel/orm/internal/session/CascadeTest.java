package org.aludel.orm.internal.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.aludel.orm.Session;
import org.aludel.orm.testmodel.Address;
import org.aludel.orm.testmodel.Employee;
import org.aludel.orm.testmodel.Keyword;
import org.aludel.orm.testmodel.TestDatabase;
import org.aludel.orm.testmodel.User;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("MAP-08")
class CascadeTest {

    private TestDatabase db;
    private Session session;

    @BeforeEach
    void open() {
        db = TestDatabase.create();
        session = db.sessions().open();
    }

    @AfterEach
    void close() {
        session.close();
        db.close();
    }

    private User saved(String name, String... cities) {
        User user = new User(name);
        for (String city : cities) {
            user.getAddresses().add(new Address(city));
        }
        session.add(user);
        session.commit();
        return user;
    }

    @Test
    void membersFollowTheirOwnerIntoTheSession() {
        User ed = new User("ed");
        Address paris = new Address("Paris");
        ed.getAddresses().add(paris);

        session.add(ed);

        assertThat(session.contains(paris)).isTrue();
        Address rome = new Address("Rome");
        ed.getAddresses().add(rome);
        assertThat(session.contains(rome)).isTrue();
        Address oslo = new Address("Oslo");
        oslo.setUser(ed);
        assertThat(session.contains(oslo)).isTrue();
        session.commit();
        assertThat(session.query(Address.class).count()).isEqualTo(3);
    }

    @Test
    void ownerFollowsItsMemberIntoTheSession() {
        User ed = new User("ed");
        Address paris = new Address("Paris");
        paris.setUser(ed);

        session.add(paris);
        session.commit();

        assertThat(session.contains(ed)).isTrue();
        assertThat(paris.getUserId()).isEqualTo(ed.getId());
    }

    @Test
    void orphanIsDeleted() {
        User ed = saved("ed", "Paris", "Rome");

        ed.getAddresses().remove(0);
        session.commit();

        assertThat(session.query(Address.class).count()).isEqualTo(1);
        assertThat(ed.getAddresses()).hasSize(1);
    }

    @Test
    void memberThatMovesToAnotherOwnerIsNoOrphan() {
        User ed = saved("ed", "Paris");
        User wendy = saved("wendy");
        Address paris = ed.getAddresses().get(0);

        wendy.getAddresses().add(paris);
        session.commit();

        assertThat(session.query(Address.class).count()).isEqualTo(1);
        assertThat(paris.getUser()).isSameAs(wendy);
        assertThat(ed.getAddresses()).isEmpty();
    }

    @Test
    void newObjectRemovedFromItsParentIsNotInserted() {
        User ed = saved("ed");
        Address paris = new Address("Paris");
        ed.getAddresses().add(paris);
        ed.getAddresses().remove(paris);

        session.commit();

        assertThat(session.contains(paris)).isFalse();
        assertThat(session.query(Address.class).count()).isZero();
    }

    @Test
    void replacedCollectionDeletesItsOrphans() {
        User ed = saved("ed", "Paris", "Rome");

        ed.setAddresses(new ArrayList<>(List.of(new Address("Oslo"))));
        session.commit();

        assertThat(session.query(Address.class).all())
                .extracting(Address::getCity)
                .containsExactly("Oslo");
    }

    @Test
    void deletionTakesMembersAlong() {
        User ed = saved("ed", "Paris", "Rome");
        session.clear();

        session.delete(session.get(User.class, ed.getId()));
        session.commit();

        assertThat(session.query(User.class).count()).isZero();
        assertThat(session.query(Address.class).count()).isZero();
    }

    @Test
    void deletionWithoutCascadeClearsForeignKeys() {
        Employee boss = new Employee("boss");
        Employee worker = new Employee("worker");
        worker.setManager(boss);
        session.add(worker);
        session.commit();
        session.clear();

        session.delete(session.query(Employee.class).filterBy("name", "boss").one());
        session.commit();

        Employee left = session.query(Employee.class).one();
        assertThat(left.getName()).isEqualTo("worker");
        assertThat(left.getManager()).isNull();
    }

    @Test
    void deletionRemovesRowsOfTheTableBetween() {
        User ed = new User("ed");
        Keyword java = new Keyword("java");
        ed.getKeywords().add(java);
        session.add(ed);
        session.commit();
        session.clear();

        session.delete(session.query(Keyword.class).one());
        session.commit();

        User left = session.query(User.class).one();
        assertThat(left.getKeywords()).isEmpty();
    }

    @Test
    void memberWhoseRowIsGoneCanBeTakenOutOfACollection() {
        User ed = new User("ed");
        Keyword java = new Keyword("java");
        java.getUsers().add(ed);
        session.addAll(ed, java);
        session.flush();
        session.delete(ed);
        session.flush();

        assertThat(java.getUsers()).containsExactly(ed);
        java.getUsers().remove(ed);
        java.setWord("Java");
        session.commit();

        assertThat(java.getUsers()).isEmpty();
        assertThat(session.query(User.class).count()).isZero();
    }

    @Test
    void deletedObjectsRowCanBeWrittenAgainByATransientCopy() {
        User ed = saved("ed");
        ed.getName(); // what has expired goes with the row
        session.delete(ed);
        session.commit();

        assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> session.add(ed)))
                .hasMessageContaining("ALU-0515");
        session.makeTransient(ed);
        session.add(ed);
        session.commit();
        assertThat(session.query(User.class).one().getName()).isEqualTo("ed");
    }

    @Test
    void expungeTakesMembersAlong() {
        User ed = saved("ed", "Paris");
        Address paris = ed.getAddresses().get(0);

        session.expunge(ed);

        assertThat(session.contains(ed)).isFalse();
        assertThat(session.contains(paris)).isFalse();
    }

    @Test
    @Tag("MAP-07")
    void changeOfTheOtherSideWaitsForTheCollectionToLoad() {
        User ed = saved("ed", "Paris");
        session.clear();
        User loaded = session.get(User.class, ed.getId());
        db.forgetExecuted();

        Address rome = new Address("Rome");
        rome.setUser(loaded);

        assertThat(db.executed()).isEmpty();
        assertThat(session.contains(rome)).isTrue();
        session.autoflush(false);
        assertThat(loaded.getAddresses()).hasSize(2).contains(rome);
        session.commit();
        assertThat(loaded.getAddresses()).extracting(Address::getCity).containsExactly("Paris", "Rome");
    }
}
