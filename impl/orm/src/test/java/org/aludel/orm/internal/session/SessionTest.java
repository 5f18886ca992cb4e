package org.aludel.orm.internal.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.ref.WeakReference;
import java.util.List;
import org.aludel.errors.DetachedException;
import org.aludel.errors.IntegrityException;
import org.aludel.errors.InvalidRequestException;
import org.aludel.errors.MappingException;
import org.aludel.errors.TransactionStateException;
import org.aludel.orm.AfterCommit;
import org.aludel.orm.AfterFlush;
import org.aludel.orm.AfterRollback;
import org.aludel.orm.BeforeFlush;
import org.aludel.orm.Session;
import org.aludel.orm.testmodel.Address;
import org.aludel.orm.testmodel.Address_;
import org.aludel.orm.testmodel.TestDatabase;
import org.aludel.orm.testmodel.User;
import org.aludel.orm.testmodel.User_;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class SessionTest {

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
    @Tag("UOW-01")
    void getGivesTheSameObjectWithoutSql() {
        User ed = saved("ed");
        assertThat(ed.getName()).isEqualTo("ed");
        db.forgetExecuted();

        assertThat(session.get(User.class, ed.getId())).isSameAs(ed);
        assertThat(session.get(User.class, ed.getId().longValue())).isSameAs(ed);
        assertThat(db.executed()).isEmpty();
        assertThat(session.get(User.class, 4711)).isNull();
        assertThat(session.find(User.class, 4711)).isEmpty();
    }

    @Test
    @Tag("UOW-01")
    void queriedObjectsAreTheObjectsOfTheSession() {
        User ed = saved("ed", "Paris");

        assertThat(session.query(User.class).filter(User_.name.eq("ed")).one()).isSameAs(ed);
        assertThat(session.query(Address.class).one())
                .isSameAs(ed.getAddresses().get(0));
    }

    @Test
    @Tag("UOW-01")
    void objectsThatNobodyUsesAreCollected() {
        saved("ed");
        session.clear();
        WeakReference<User> loaded =
                new WeakReference<>(session.query(User.class).one());
        assertThat(loaded.get().getName()).isEqualTo("ed");

        for (int i = 0; i < 50 && loaded.get() != null; i++) {
            System.gc();
        }

        assertThat(loaded.get()).isNull();
        assertThat(session.query(User.class).one().getName()).isEqualTo("ed");
    }

    @Test
    @Tag("UOW-01")
    void changedObjectsAreKeptUntilTheyAreFlushed() {
        saved("ed");
        session.clear();
        session.query(User.class).one().setName("edward");
        for (int i = 0; i < 5; i++) {
            System.gc();
        }

        session.commit();

        assertThat(session.query(User_.name).all()).containsExactly("edward");
    }

    @Test
    @Tag("UOW-02")
    void historyTellsWhatChanged() {
        User ed = saved("ed", "Paris", "Rome");
        assertThat(session.history(ed, User_.name).hasChanges()).isFalse();
        ed.getName();
        Address paris = ed.getAddresses().get(0);
        Address oslo = new Address("Oslo");

        ed.setName("edward");
        ed.getAddresses().remove(paris);
        ed.getAddresses().add(oslo);

        assertThat(session.history(ed, User_.name).added()).containsExactly("edward");
        assertThat(session.history(ed, User_.name).deleted()).containsExactly("ed");
        assertThat(session.history(ed, User_.addresses).added()).containsExactly(oslo);
        assertThat(session.history(ed, User_.addresses).deleted()).containsExactly(paris);
        assertThat(session.history(ed, User_.addresses).unchanged()).hasSize(1);
        assertThat(session.history(paris, Address_.user).deleted()).containsExactly(ed);
        assertThat(session.isModified(ed)).isTrue();
        assertThat(session.modifiedObjects()).contains(ed);
        assertThat(session.newObjects()).containsExactly(oslo);
    }

    @Test
    @Tag("UOW-02")
    void writingTheSameValueIsNoChange() {
        User ed = saved("ed");
        assertThat(ed.getName()).isEqualTo("ed");
        ed.setName("edward");
        ed.setName("ed");

        assertThat(session.isModified(ed)).isFalse();
        db.forgetExecuted();
        session.flush();
        assertThat(db.executed()).isEmpty();
    }

    @Test
    @Tag("UOW-02")
    void replacingAReferenceDoesNotLoadTheOldOne() {
        User ed = saved("ed", "Paris");
        User wendy = saved("wendy");
        session.clear();
        Address paris = session.query(Address.class).one();
        User other = session.get(User.class, wendy.getId());
        db.forgetExecuted();

        paris.setUser(other);

        assertThat(db.executed()).isEmpty();
        session.commit();
        assertThat(paris.getUserId()).isEqualTo(wendy.getId()).isNotEqualTo(ed.getId());
    }

    @Test
    @Tag("UOW-07")
    void autoflushWritesBeforeQueries() {
        session.add(new User("ed"));

        assertThat(session.query(User.class).count()).isEqualTo(1);

        session.autoflush(false);
        session.add(new User("wendy"));
        assertThat(session.query(User.class).count()).isEqualTo(1);
    }

    @Test
    @Tag("UOW-07")
    void commitExpiresByPolicy() {
        User ed = saved("ed");
        db.forgetExecuted();
        assertThat(ed.getName()).isEqualTo("ed");
        assertThat(db.executed()).hasSize(1);

        try (TestDatabase kept = TestDatabase.create(builder -> builder.expireOnCommit(false));
                Session keeping = kept.sessions().open()) {
            User wendy = new User("wendy");
            keeping.add(wendy);
            keeping.commit();
            kept.forgetExecuted();
            assertThat(wendy.getName()).isEqualTo("wendy");
            assertThat(wendy.getAddresses()).isEmpty();
            assertThat(kept.executed()).isEmpty();
        }
    }

    @Test
    @Tag("UOW-07")
    void rollbackRestoresNewDeletedAndChangedObjects() {
        User ed = saved("ed");
        User wendy = saved("wendy");
        User fresh = new User("fresh");
        session.add(fresh);
        ed.setName("edward");
        session.delete(wendy);
        session.flush();
        assertThat(fresh.getId()).isNotNull();
        User later = new User("later");
        session.add(later);

        session.rollback();

        assertThat(session.contains(fresh)).isFalse();
        assertThat(fresh.getId()).isNull();
        assertThat(session.contains(later)).isFalse();
        assertThat(session.contains(wendy)).isTrue();
        assertThat(ed.getName()).isEqualTo("ed");
        assertThat(wendy.getName()).isEqualTo("wendy");
        session.add(fresh);
        session.commit();
        assertThat(session.query(User.class).count()).isEqualTo(3);
    }

    @Test
    @Tag("UOW-07")
    void failedFlushRollsBackAndWaitsForRollback() {
        User ed = saved("ed");
        ed.setEmail("ed@x.org");
        session.commit();
        User twin = new User("twin");
        twin.setEmail("ed@x.org");
        session.add(twin);
        ed.setName("edward");

        assertThatThrownBy(session::flush).isInstanceOf(IntegrityException.class);
        assertThatThrownBy(() -> session.query(User.class).all())
                .isInstanceOf(TransactionStateException.class)
                .hasMessageContaining("ALU-0503")
                .hasCauseInstanceOf(IntegrityException.class);
        assertThatThrownBy(session::commit).hasMessageContaining("ALU-0503");
        assertThat(session.toString()).contains("failed");

        session.rollback();

        assertThat(ed.getName()).isEqualTo("ed");
        assertThat(session.contains(twin)).isFalse();
        assertThat(session.query(User.class).count()).isEqualTo(1);
    }

    @Test
    @Tag("UOW-02")
    void whatASessionLetGoIsTrackedOnAndCanComeToAnother() {
        User ed = saved("ed");
        ed.setName("edward"); // the session knows of a change when it lets go
        session.close();
        assertThat(session.contains(ed)).isFalse();

        session = db.sessions().open();
        session.add(ed);
        assertThat(session.isModified(ed)).isTrue();
        session.commit();
        assertThat(ed.getName()).isEqualTo("edward");
        session.clear();
        ed.setName("eduard"); // nobody's business
        session.flush();
        assertThat(session.query(User.class).one().getName()).isEqualTo("edward");

        session.clear();
        session.add(ed);
        session.commit();
        session.refresh(ed);
        assertThat(ed.getName()).isEqualTo("eduard");
    }

    @Test
    void attributeOfADetachedObjectThatWasNotLoadedIsAnErrorWithARemedy() {
        User ed = saved("ed", "Paris");
        session.clear();
        User loaded = session.query(User.class).one();
        session.close();

        assertThat(loaded.getName()).isEqualTo("ed");
        assertThatThrownBy(loaded::getAddresses)
                .isInstanceOf(DetachedException.class)
                .hasMessageContaining("ALU-0520")
                .hasMessageContaining("User.addresses")
                .hasMessageContaining("selectinLoad");
        assertThatThrownBy(ed::getName).isInstanceOf(DetachedException.class).hasMessageContaining("User.name");
    }

    @Test
    void objectOfAnotherSessionIsRefused() {
        User ed = saved("ed");
        try (Session other = db.sessions().open()) {
            assertThatThrownBy(() -> other.add(ed))
                    .isInstanceOf(InvalidRequestException.class)
                    .hasMessageContaining("ALU-0510");
            assertThatThrownBy(() -> other.delete(ed)).hasMessageContaining("ALU-0510");
        }
        assertThat(db.sessions().sessionOf(ed)).isSameAs(session);
        assertThat(db.sessions().sessionOf(new User())).isNull();
    }

    @Test
    void secondObjectOfAKeyIsRefused() {
        User ed = saved("ed");
        assertThat(ed.getName()).isEqualTo("ed");
        session.expunge(ed);
        User again = session.get(User.class, ed.getId());

        assertThat(again).isNotSameAs(ed);
        assertThatThrownBy(() -> session.add(ed)).hasMessageContaining("ALU-0511");
    }

    @Test
    void closedSessionRefusesEverything() {
        session.close();
        session.close();

        assertThatThrownBy(() -> session.add(new User("x")))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("ALU-0500");
        assertThatThrownBy(session::commit).hasMessageContaining("ALU-0500");
        assertThatThrownBy(() -> session.query(User.class).all()).hasMessageContaining("ALU-0500");
        assertThat(session.isClosed()).isTrue();
    }

    @Test
    void unmappedObjectIsRefused() {
        assertThatThrownBy(() -> session.add("a string")).isInstanceOf(MappingException.class);
    }

    @Test
    void deletingANewObjectIsRefused() {
        assertThatThrownBy(() -> session.delete(new User("x"))).hasMessageContaining("ALU-0512");
    }

    @Test
    @Tag("UOW-09")
    void expungedObjectIsLeftAloneAndCanComeBack() {
        User ed = saved("ed");
        ed.getName();
        session.expunge(ed);
        ed.setName("edward");
        session.flush();
        assertThat(session.query(User_.name).all()).containsExactly("ed");

        session.clear();
        session.add(ed);
        session.commit();

        assertThat(session.query(User_.name).all()).containsExactly("edward");
    }

    @Test
    @Tag("UOW-09")
    void refreshDropsChangesAndReadsAnew() {
        User ed = saved("ed");
        ed.setName("edward");

        session.refresh(ed);

        assertThat(ed.getName()).isEqualTo("ed");
        assertThat(session.isModified(ed)).isFalse();
    }

    @Test
    @Tag("UOW-09")
    void expiredObjectIsReadAnewByOneStatement() {
        User ed = saved("ed");
        ed.getName();
        session.expire(ed);
        db.forgetExecuted();

        assertThat(ed.getName()).isEqualTo("ed");
        assertThat(ed.getAge()).isNull();
        assertThat(db.executed()).hasSize(1);

        session.expire(ed, "name");
        ed.setName("kept");
        assertThat(ed.getName()).isEqualTo("kept");
    }

    @Test
    @Tag("UOW-09")
    void rowThatIsGoneIsReportedWithItsKey() {
        User ed = saved("ed");
        session.execute(org.aludel.sql.Sql.text("delete from users"));

        assertThatThrownBy(ed::getName)
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("ALU-0521")
                .hasMessageContaining("User");
    }

    @Test
    @Tag("UOW-09")
    void revertUndoesChangesWithoutSql() {
        User ed = saved("ed", "Paris");
        ed.getName();
        Address paris = ed.getAddresses().get(0);
        ed.setName("x");
        ed.getAddresses().clear();
        db.forgetExecuted();

        session.revert(ed);
        session.revert(paris);

        assertThat(ed.getName()).isEqualTo("ed");
        assertThat(ed.getAddresses()).containsExactly(paris);
        assertThat(db.executed()).isEmpty();
        assertThat(session.isModified(ed)).isFalse();
    }

    @Test
    @Tag("UOW-09")
    void transientObjectIsInsertedAgain() {
        User ed = saved("ed");
        ed.getName();
        session.makeTransient(ed);
        ed.setId(null);
        session.add(ed);
        session.commit();

        assertThat(session.query(User.class).count()).isEqualTo(2);
    }

    @Test
    @Tag("UOW-09")
    void transientObjectKeepsItsKeyAndHasNothingThatWasNotLoaded() {
        User ed = saved("ed");
        Integer id = ed.getId();
        session.commit();
        session.expire(ed);
        session.makeTransient(ed);

        assertThat(ed.getId()).isEqualTo(id);
        assertThat(ed.getName()).isNull();
        assertThat(ed.getAddresses()).isEmpty();
        assertThat(session.contains(ed)).isFalse();
        assertThat(session.identityKey(ed)).isNull();
        ed.setName("ed again");
        ed.getAddresses().add(new Address("Rome"));
        ed.setId(id + 1);
        session.add(ed);
        session.commit();
        assertThat(session.query(User.class).count()).isEqualTo(2);
        assertThat(session.get(User.class, id).getName()).isEqualTo("ed");
        assertThat(ed.getAddresses()).hasSize(1);
    }

    @Test
    @Tag("UOW-05")
    void expressionIsAssignedByTheDatabaseAndReadBack() {
        User ed = saved("ed");
        ed.setAge(40);
        session.flush();

        session.set(ed, User_.age, User_.age.plus(1));
        session.flush();

        assertThat(ed.getAge()).isEqualTo(41);
    }

    @Test
    @Tag("UOW-12")
    void eventsTellOfFlushAndTransaction() {
        StringBuilder log = new StringBuilder();
        db.sessions()
                .on(
                        BeforeFlush.class,
                        e -> log.append("before ").append(e.inserted().size()).append(' '));
        db.sessions()
                .on(
                        AfterFlush.class,
                        e -> log.append("after ").append(e.inserted().size()).append(' '));
        db.sessions().on(AfterCommit.class, e -> log.append("commit "));
        db.sessions().on(AfterRollback.class, e -> log.append("rollback "));

        session.add(new User("ed"));
        session.commit();
        session.add(new User("wendy"));
        session.flush();
        session.rollback();

        assertThat(log.toString()).isEqualTo("before 1 after 1 commit before 1 after 1 rollback ");
    }

    @Test
    @Tag("UOW-07")
    void inTransactionCommitsAndLetsTheUsersExceptionOut() {
        db.sessions().useTransaction(s -> s.add(new User("ed")));
        long count = db.sessions().inTransaction(s -> s.query(User.class).count());
        assertThat(count).isEqualTo(1);

        assertThatThrownBy(() -> db.sessions().useTransaction(s -> {
                    s.add(new User("wendy"));
                    s.flush();
                    throw new java.io.IOException("disk");
                }))
                .isExactlyInstanceOf(java.io.IOException.class);
        assertThat(session.query(User.class).count()).isEqualTo(1);
    }

    @Test
    void flushPlanTellsWhatWouldBeWritten() {
        session.add(new User("ed"));
        db.forgetExecuted();

        assertThat(session.flushPlan()).containsIgnoringCase("insert").contains("users");
        assertThat(db.executed()).isEmpty();
    }

    @Test
    void statementsOfTheCoreRunInTheSessionsTransaction() {
        session.add(new User("ed"));
        assertThat(session.execute(org.aludel.sql.Sql.select(User_.name)).scalars(String.class))
                .containsExactly("ed");
        session.rollback();
        assertThat(session.execute(org.aludel.sql.Sql.select(User_.name)).scalars(String.class))
                .isEqualTo(List.of());
    }
}
