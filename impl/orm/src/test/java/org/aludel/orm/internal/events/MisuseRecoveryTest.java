package org.aludel.orm.internal.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.aludel.errors.DetachedException;
import org.aludel.errors.InvalidRequestException;
import org.aludel.orm.*;
import org.aludel.orm.internal.inheritance.MemoryDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** After a mistake, or a handler that throws, wherever it is called, the session goes on once it was rolled back. */
@Tag("UOW-12")
class MisuseRecoveryTest {

    @Mapped(table = "mr_owners")
    static class Owner {
        @Id
        Integer id;

        String name;

        @Relationship(
                backref = "owner",
                orderBy = "id",
                cascade = {Cascade.ALL, Cascade.DELETE_ORPHAN})
        List<Pet> pets = new ArrayList<>();

        Owner() {}

        Owner(String name) {
            this.name = name;
        }
    }

    @Mapped(table = "mr_pets")
    static class Pet {
        @Id
        Integer id;

        String name;

        @References("mr_owners.id")
        Integer ownerId;

        @Relationship
        Owner owner;

        Pet() {}

        Pet(String name) {
            this.name = name;
        }
    }

    private MemoryDatabase database;
    private Integer id;

    @BeforeEach
    void begin() {
        database = new MemoryDatabase(Owner.class, Pet.class);
        id = database.sessions.inTransaction(session -> {
            Owner owner = new Owner("ed");
            owner.pets.add(new Pet("rex"));
            owner.pets.add(new Pet("max"));
            session.add(owner);
            session.flush();
            return owner.id;
        });
    }

    @AfterEach
    void end() {
        database.close();
    }

    /** Loads, changes, adds, removes, deletes, and commits. */
    private void work(Session session) {
        Owner owner = session.get(Owner.class, id);
        owner.name = owner.name + "!";
        owner.pets.add(new Pet("tom"));
        owner.pets.remove(0);
        session.add(new Owner("other"));
        session.refresh(owner.pets.get(0));
        session.commit();
    }

    static Stream<Class<? extends OrmEvent>> events() {
        return Stream.of(
                Load.class,
                Refresh.class,
                Expire.class,
                AttributeSet.class,
                CollectionAppend.class,
                CollectionRemove.class,
                BeforeAttach.class,
                AfterAttach.class,
                AfterBegin.class,
                BeforeFlush.class,
                AfterFlush.class,
                AfterFlushPostexec.class,
                BeforeInsert.class,
                AfterInsert.class,
                BeforeUpdate.class,
                AfterUpdate.class,
                BeforeDelete.class,
                AfterDelete.class,
                BeforeCommit.class,
                AfterCommit.class,
                StateTransition.class,
                ExecuteStatement.class,
                CreateInstance.class);
    }

    @ParameterizedTest
    @MethodSource("events")
    void anExceptionOfAHandlerComesOutAndTheSessionGoesOn(Class<? extends OrmEvent> event) {
        try (Session session = database.open()) {
            try (var failing = database.sessions.on(event, e -> {
                throw new IllegalStateException("no " + event.getSimpleName());
            })) {
                assertThatThrownBy(() -> work(session))
                        .isInstanceOf(IllegalStateException.class)
                        .hasMessage("no " + event.getSimpleName());
            }
            boolean committed = event == AfterCommit.class || event == Expire.class;
            session.rollback();
            assertThat(session.newObjects()).isEmpty();
            assertThat(session.modifiedObjects()).isEmpty();
            assertThat(session.deletedObjects()).isEmpty();
            Owner owner = session.get(Owner.class, id);
            if (!committed) {
                assertThat(owner.name).isEqualTo("ed");
                assertThat(owner.pets).extracting(pet -> pet.name).containsExactly("rex", "max");
            }
            work(session);
        }
        try (Session session = database.open()) {
            assertThat(session.query(Pet.class).count()).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @MethodSource("events")
    void theSameHoldsInsideANestedScopeWhichHealsByItself(Class<? extends OrmEvent> event) {
        try (Session session = database.open()) {
            Owner owner = session.get(Owner.class, id);
            owner.name = "kept";
            session.flush();
            try (var failing = database.sessions.on(event, e -> {
                throw new IllegalStateException("no " + event.getSimpleName());
            })) {
                try (var nested = session.beginNested()) {
                    owner.name = "lost";
                    owner.pets.add(new Pet("lost"));
                    owner.pets.remove(0);
                    session.query(Pet.class).all();
                    nested.commit();
                } catch (IllegalStateException expected) {
                    assertThat(expected).hasMessage("no " + event.getSimpleName());
                    assertThat(owner.name).isEqualTo("kept");
                    session.expire(owner);
                } catch (RuntimeException other) {
                    throw new AssertionError("the handler's own exception is expected", other);
                }
            } catch (IllegalStateException stillThere) {
                session.rollback(); // the handler has thrown in the clean-up too
            }
            work(session);
        }
    }

    @Test
    void aFlushInsideAFlushIsRefusedAndTheOuterOneIsRolledBack() {
        try (Session session = database.open()) {
            try (var flushing = session.on(BeforeInsert.class, e -> session.flush())) {
                session.add(new Owner("x"));
                assertThatThrownBy(session::flush)
                        .isInstanceOf(InvalidRequestException.class)
                        .hasMessageStartingWith("ALU-0506")
                        .hasMessageContaining("what to do");
            }
            session.rollback();
            work(session);
        }
    }

    @Test
    void anObjectOfAnotherSessionIsRefusedInEveryCall() {
        try (Session session = database.open();
                Session other = database.sessions.open()) {
            Owner owner = other.get(Owner.class, id);
            Owner fresh = new Owner("fresh");
            other.add(fresh);
            for (Object foreign : List.of(owner, fresh)) {
                assertThatThrownBy(() -> session.add(foreign)).hasMessageStartingWith("ALU-0510");
                assertThatThrownBy(() -> session.delete(foreign)).isInstanceOf(InvalidRequestException.class);
                assertThatThrownBy(() -> session.refresh(foreign)).isInstanceOf(InvalidRequestException.class);
                assertThatThrownBy(() -> session.expire(foreign)).isInstanceOf(InvalidRequestException.class);
                assertThatThrownBy(() -> session.expunge(foreign)).isInstanceOf(InvalidRequestException.class);
                assertThatThrownBy(() -> session.makeTransient(foreign)).isInstanceOf(InvalidRequestException.class);
                assertThatThrownBy(() -> session.flush(foreign)).isInstanceOf(InvalidRequestException.class);
            }
            Pet pet = new Pet("y");
            Owner own = session.query(Owner.class).one();
            assertThatThrownBy(() -> {
                        pet.owner = owner; // brings the pet into the owner's session
                        session.add(pet);
                    })
                    .hasMessageStartingWith("ALU-0510");
            other.rollback();
            work(session);
            assertThat(own.name).isEqualTo("ed!");
        }
    }

    @Test
    void aClosedSessionRefusesEveryCallAndItsObjectsCanGoOn() {
        Session closed = database.open();
        Owner owner = closed.get(Owner.class, id);
        closed.close();
        for (Runnable call : List.<Runnable>of(
                () -> closed.add(new Owner("z")),
                () -> closed.get(Owner.class, id),
                () -> closed.query(Owner.class).all(),
                closed::flush,
                closed::commit,
                closed::rollback,
                closed::begin,
                closed::beginNested,
                () -> closed.merge(owner),
                () -> closed.delete(owner),
                () -> closed.expunge(owner))) {
            assertThatThrownBy(call::run)
                    .isInstanceOf(InvalidRequestException.class)
                    .hasMessageStartingWith("ALU-0500");
        }
        assertThatThrownBy(() -> owner.pets.size()).isInstanceOf(DetachedException.class);
        try (Session session = database.open()) {
            session.add(owner);
            assertThat(owner.pets).hasSize(2);
            work(session);
        }
    }

    @Test
    void aDetachedObjectRefusesWhatItDoesNotHaveAndTakesChanges() {
        Owner owner = database.sessions.inTransaction(session -> session.get(Owner.class, id));
        assertThatThrownBy(() -> owner.pets.size())
                .isInstanceOf(DetachedException.class)
                .hasMessageStartingWith("ALU-0520")
                .hasMessageContaining("Owner.pets");
        owner.name = "detached";
        Pet rex = database.sessions.inTransaction(
                s -> s.query(Pet.class).filterBy("name", "rex").one());
        assertThatThrownBy(() -> rex.owner.toString()).isInstanceOf(DetachedException.class);
        try (Session session = database.open()) {
            session.addAll(owner, rex);
            assertThat(rex.owner).isSameAs(owner);
            session.commit();
            assertThat(session.get(Owner.class, id).name).isEqualTo("detached");
        }
    }
}
