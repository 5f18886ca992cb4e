package org.aludel.orm.internal.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.aludel.engine.EventRegistration;
import org.aludel.errors.ArgumentException;
import org.aludel.errors.InvalidRequestException;
import org.aludel.errors.TransactionStateException;
import org.aludel.orm.AfterBulkUpdate;
import org.aludel.orm.AfterInsert;
import org.aludel.orm.AfterRollback;
import org.aludel.orm.AfterSoftRollback;
import org.aludel.orm.AttributeSet;
import org.aludel.orm.BeforeInsert;
import org.aludel.orm.BeforeUpdate;
import org.aludel.orm.CollectionAppend;
import org.aludel.orm.EventFilter;
import org.aludel.orm.Init;
import org.aludel.orm.Initiator;
import org.aludel.orm.Listens;
import org.aludel.orm.Load;
import org.aludel.orm.Orm;
import org.aludel.orm.Session;
import org.aludel.orm.StateTransition;
import org.aludel.orm.testmodel.Address;
import org.aludel.orm.testmodel.TestDatabase;
import org.aludel.orm.testmodel.User;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What handlers are told of, and what they may do. */
@Tag("UOW-12")
class EventsTest {

    private final TestDatabase database = TestDatabase.create();
    private final List<String> heard = new ArrayList<>();

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void handlersOfAnAttributeMayReplaceItsValue() {
        database.sessions()
                .on(
                        AttributeSet.class,
                        EventFilter.of(User.class, "name"),
                        e -> e.replace(String.valueOf(e.value()).trim()));

        User ed = new User("  ed ");

        assertThat(ed.getName()).isEqualTo("ed");
    }

    @Test
    void changesFromTheOtherSideAreToldWithTheirOrigin() {
        database.sessions()
                .on(
                        CollectionAppend.class,
                        EventFilter.of(User.class, "addresses"),
                        e -> heard.add(e.initiator().attribute() + (e.isBackref() ? " from the other side" : "")));
        User ed = new User("ed");

        ed.getAddresses().add(new Address("Paris"));
        new Address("Rome").setUser(ed);

        assertThat(heard).containsExactly("addresses", "user from the other side");
        assertThat(ed.getAddresses()).hasSize(2);
    }

    @Test
    void aHandlerThatThrowsLeavesBothSidesAsTheyWere() {
        database.sessions().on(AttributeSet.class, EventFilter.of(Address.class, "user"), e -> {
            throw new IllegalStateException("no");
        });
        User ed = new User("ed");
        Address paris = new Address("Paris");

        assertThatThrownBy(() -> ed.getAddresses().add(paris)).isInstanceOf(IllegalStateException.class);

        assertThat(ed.getAddresses()).isEmpty();
        assertThat(paris.getUser()).isNull();
    }

    @Test
    void theOldValueIsLoadedWhereAHandlerAsksForIt() {
        database.sessions()
                .on(
                        AttributeSet.class,
                        EventFilter.of(User.class, "name").activeHistory(),
                        e -> heard.add(e.oldValue() + " -> " + e.value()));
        try (Session session = database.sessions().open()) {
            User ed = new User("ed");
            session.add(ed);
            session.commit();
            heard.clear();

            ed.setName("edward");

            assertThat(heard).containsExactly("ed -> edward");
        }
    }

    @Test
    void aHandlerMayBeCalledOnce() {
        database.sessions().on(Init.class, EventFilter.of(User.class).once(), e -> heard.add("init"));

        new User();
        new User();

        assertThat(heard).containsExactly("init");
    }

    @Test
    void aRegistrationEnds() {
        EventRegistration registration = database.sessions().on(AttributeSet.class, e -> heard.add(e.attribute()));
        new User("a");
        registration.close();
        new User("b");

        assertThat(heard).containsExactly("name");
    }

    /** A listener object. */
    public final class Audit {
        @Listens(type = User.class)
        public void inserted(AfterInsert event) {
            heard.add("inserted " + ((User) event.target()).getId());
        }

        @Listens(type = User.class, attribute = "name")
        public void renamed(AttributeSet event) {
            heard.add("named " + event.value());
        }
    }

    @Test
    void theMethodsOfAListenerAreCalled() {
        database.sessions().listen(new Audit());

        database.sessions().useTransaction(session -> session.add(new User("ed")));

        assertThat(heard).containsExactly("named ed", "inserted 1");
    }

    @Test
    void aListenerWithoutMethodsIsRefused() {
        assertThatThrownBy(() -> database.sessions().listen("nothing"))
                .isInstanceOf(ArgumentException.class)
                .hasMessageContaining("ALU-0480");
    }

    @Test
    void whatAHandlerSetsBeforeARowIsWrittenIsPartOfIt() {
        database.sessions().on(BeforeInsert.class, EventFilter.of(User.class), e -> ((User) e.target()).setAge(30));
        database.sessions().on(BeforeUpdate.class, EventFilter.of(User.class), e -> ((User) e.target()).setAge(31));
        Integer id = database.sessions().inTransaction(session -> {
            User ed = new User("ed");
            session.add(ed);
            session.flush();
            ed.setEmail("ed@x");
            return ed.getId();
        });

        try (Session session = database.sessions().open()) {
            assertThat(session.get(User.class, id).getAge()).isEqualTo(31);
        }
    }

    @Test
    void aFlushInsideAFlushIsRefusedAndTheSessionGoesOnAfterRollback() {
        database.sessions().on(BeforeInsert.class, e -> e.session().flush());
        try (Session session = database.sessions().open()) {
            session.add(new User("ed"));
            assertThatThrownBy(session::flush)
                    .isInstanceOf(InvalidRequestException.class)
                    .hasMessageContaining("ALU-0506");
            session.rollback();
            assertThat(session.query(User.class).count()).isZero();
        }
    }

    @Test
    void sqlIsRefusedWhileARollbackIsToldOf() {
        try (Session session = database.sessions().open()) {
            session.on(AfterRollback.class, e -> e.session().query(User.class).count());
            session.on(
                    AfterSoftRollback.class,
                    e -> heard.add("after: " + e.session().query(User.class).count()));
            session.query(User.class).count();
            assertThatThrownBy(session::rollback)
                    .isInstanceOf(TransactionStateException.class)
                    .hasMessageContaining("ALU-0483");
            assertThat(session.query(User.class).count()).isZero();
        }
    }

    @Test
    void objectsAreFollowedFromStateToState() {
        try (Session session = database.sessions().open()) {
            session.on(StateTransition.class, e -> heard.add(e.kind().name()));
            User ed = new User("ed");
            session.add(ed);
            session.flush();
            session.delete(ed);
            session.commit();
        }

        assertThat(heard)
                .containsExactly(
                        "TRANSIENT_TO_PENDING",
                        "PENDING_TO_PERSISTENT",
                        "PERSISTENT_TO_DELETED",
                        "DELETED_TO_DETACHED");
    }

    @Test
    void loadsAreToldOncePerObject() {
        database.sessions().useTransaction(session -> session.addAll(new User("a"), new User("b")));
        try (Session session = database.sessions().open()) {
            session.on(Load.class, EventFilter.of(User.class), e -> heard.add(((User) e.target()).getName()));
            session.query(User.class).all();
            session.query(User.class).all();
        }

        assertThat(heard).containsExactlyInAnyOrder("a", "b");
    }

    @Test
    void bulkUpdatesAreTold() {
        database.sessions().useTransaction(session -> session.addAll(new User("a"), new User("b")));
        database.sessions().on(AfterBulkUpdate.class, e -> heard.add(e.type().getSimpleName() + " " + e.rowCount()));
        database.sessions()
                .useTransaction(session ->
                        session.query(User.class).update(Orm.set(Orm.attribute(User.class, "age"), 5)));

        assertThat(heard).containsExactly("User 2");
    }

    @Test
    @Tag("UOW-02")
    void flaggingNeedsALoadedAttribute() {
        try (Session session = database.sessions().open()) {
            User ed = new User("ed");
            session.add(ed);
            session.commit();
            assertThatThrownBy(() -> session.flagModified(ed, "name"))
                    .isInstanceOf(InvalidRequestException.class)
                    .hasMessageContaining("ALU-0481");
            ed.getName();
            session.flagModified(ed, "name");
            assertThat(session.isModified(ed)).isTrue();
            database.forgetExecuted();
            session.flush();
            assertThat(database.executed()).anyMatch(sql -> sql.startsWith("UPDATE users SET name"));
        }
    }

    @Test
    void theOperationOfAnInitiatorIsKnown() {
        database.sessions()
                .on(
                        CollectionAppend.class,
                        EventFilter.of(User.class, "addresses"),
                        e -> heard.add(e.initiator().operation().name()));
        User ed = new User("ed");
        ed.getAddresses().add(new Address("Paris"));
        ed.setAddresses(List.of(new Address("Rome")));

        assertThat(heard).containsExactly(Initiator.Operation.APPEND.name(), Initiator.Operation.BULK_REPLACE.name());
    }
}
