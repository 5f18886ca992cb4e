package org.aludel.orm.internal.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.aludel.errors.InvalidRequestException;
import org.aludel.orm.AfterAttach;
import org.aludel.orm.BeforeAttach;
import org.aludel.orm.Deserialized;
import org.aludel.orm.StateTransition;
import org.aludel.orm.instrument.Instrumented;
import org.aludel.orm.internal.mapping.ColumnAttribute;
import org.aludel.orm.internal.mapping.CompositeAttribute;
import org.aludel.orm.internal.mapping.EntityKey;
import org.aludel.orm.internal.mapping.EntityMapper;
import org.aludel.orm.internal.mapping.RelationAttribute;
import org.aludel.orm.internal.state.EntityState;
import org.aludel.orm.internal.state.ImportedState;
import org.aludel.orm.internal.state.MutableValues;
import org.aludel.orm.internal.state.Status;
import org.aludel.orm.internal.state.TrackedCollections;

/** How single objects enter a session, are marked for deletion in it, and leave it. */
final class Membership {

    private final DefaultSession session;

    Membership(DefaultSession session) {
        this.session = session;
    }

    /** Takes one object in, whatever it was before; the walk along its relations goes on. */
    boolean addOne(Object object) {
        EntityMapper mapper = session.mapperOf(object);
        EntityState state = EntityState.of(object);
        if (state == null && ((Instrumented) object).$aludel_state() instanceof ImportedState imported) {
            state = takeIn(object, mapper, imported);
            session.fire(Deserialized.class, () -> new Deserialized(object));
        }
        if (state == null) {
            addNew(object);
        } else if (state.status() == Status.DELETED) {
            throw new InvalidRequestException(
                    "ALU-0515",
                    "the object's row was deleted by a flush (as an orphan, if it left its owner); where: " + state
                            + "; what to do: to move it, add it to its new owner before it leaves the old one; to save it"
                            + " anew, session.makeTransient(object) first");
        } else if (state.session() == session) {
            addAgain(state, object);
        } else if (state.session() != null) {
            throw new InvalidRequestException(
                    "ALU-0510",
                    "an object can't be in two sessions; where: " + state + "; what to do: take it out of the other one"
                            + " with expunge, or use merge(object)");
        } else {
            reattach(state, object, mapper);
        }
        return true;
    }

    /** A state for an instance that was deserialised. */
    private EntityState takeIn(Object object, EntityMapper mapper, ImportedState imported) {
        imported.settle(object);
        EntityState state = EntityState.ofDetached(
                object,
                session.factory().layout(mapper),
                mapper.key(imported.key()),
                session.identityMap().queue());
        for (ColumnAttribute column : mapper.columns()) {
            CompositeAttribute composite = column.composite();
            if (composite != null && column.isHidden() && imported.isLoaded(composite.index())) {
                state.hidden(
                        column.hiddenSlot(), composite.type().part(composite.get(object, null), column.partNumber()));
                if (imported.isChanged(composite.index()) && !column.isPrimaryKey()) {
                    state.changedElsewhere(object, column);
                }
            } else if (column.index() < 0 || !imported.isLoaded(column.index())) {
                state.expire(object, column);
            } else if (imported.isChanged(column.index()) && !column.isPrimaryKey()) {
                state.changedElsewhere(object, column);
            }
        }
        for (RelationAttribute relation : mapper.relations()) {
            if (relation.index() >= 0 && !imported.isLoaded(relation.index())) {
                state.expire(object, relation);
            } else if (relation.index() >= 0 && relation.isCollection()) {
                Object[] committed = imported.committed(relation.index());
                if (committed != null) {
                    TrackedCollections.resume(object, state, relation, committed);
                }
            } else if (relation.index() >= 0 && !relation.isCollection() && imported.isChanged(relation.index())) {
                state.changedElsewhere(object, relation);
            }
        }
        MutableValues.loaded(object, state, state.layout().mutable());
        return state;
    }

    /** Registers a new object, without following its relations. */
    void addNew(Object object) {
        if (session.wants(BeforeAttach.class)) {
            session.events().fire(new BeforeAttach(session, object));
        }
        EntityState state = EntityState.ofNew(
                object,
                session.factory().layout(session.mapperOf(object)),
                session.identityMap().queue());
        state.toPending(session);
        session.pending().put(state, object);
        if (session.wants(AfterAttach.class)) {
            session.events().fire(new AfterAttach(session, object));
        }
        session.transition(object, StateTransition.Kind.TRANSIENT_TO_PENDING);
    }

    private void addAgain(EntityState state, Object object) {
        if (session.deleted().remove(state) != null && state.isTouched()) {
            session.modified().put(state, object);
        }
    }

    /** Takes a detached object in. */
    void reattach(EntityState state, Object object, EntityMapper mapper) {
        EntityKey old = Objects.requireNonNull(state.key());
        EntityKey key = old.root() == mapper.root() ? old : mapper.key(old.value());
        EntityState present = session.identityMap().find(key);
        if (present != null && present.get() != object) {
            throw new InvalidRequestException(
                    "ALU-0511",
                    "the session has another object of the same key; where: " + state
                            + "; what to do: use merge(object), which gives the session's object");
        }
        session.fire(BeforeAttach.class, () -> new BeforeAttach(session, object));
        EntityState moved = state.movedTo(
                object,
                session.factory().layout(mapper),
                key,
                session.identityMap().queue());
        session.identityMap().put(moved);
        moved.attach(session, object);
        session.fire(AfterAttach.class, () -> new AfterAttach(session, object));
        session.transition(object, StateTransition.Kind.DETACHED_TO_PERSISTENT);
    }

    /** Marks an object and what its deletion takes along. */
    void markDeleted(Object object) {
        session.suspendAutoflush();
        try {
            for (Object doomed : Related.deletedWith(session, object)) {
                EntityState state = EntityState.of(doomed);
                if (state == null || state.session() != session) {
                    continue;
                }
                if (state.status() == Status.PENDING) {
                    session.expungeOrphan(state, doomed);
                } else if (state.status() == Status.PERSISTENT) {
                    session.deleted().put(state, doomed);
                }
            }
        } finally {
            session.resumeAutoflush();
        }
    }

    /** The state of an object of this session, new or with a row. */
    EntityState requireMember(Object object, String operation) {
        session.mapperOf(object);
        EntityState state = EntityState.of(object);
        return state != null && state.session() == session && state.status() == Status.PENDING
                ? state
                : requirePersistent(object, operation);
    }

    /** The state of an object with a row, which belongs to this session (or, for deletion, to none). */
    EntityState requirePersistent(Object object, String operation) {
        session.mapperOf(object);
        EntityState state = EntityState.of(object);
        boolean present =
                state != null && (state.session() == session || operation.equals("delete") && state.session() == null);
        if (state != null && state.session() != null && state.session() != session) {
            throw new InvalidRequestException(
                    "ALU-0510",
                    "an object of another session can't be used here; where: " + operation + " of " + state
                            + "; what to do: use the session it belongs to, or merge(object)");
        }
        if (!present || state == null || state.key() == null || state.status() == Status.DELETED) {
            throw new InvalidRequestException(
                    "ALU-0512",
                    "an object without a row in this session can't be used for " + operation + "; where: "
                            + (state == null ? session.mapperOf(object).name() + " TRANSIENT" : state.toString())
                            + "; what to do: add and flush it first, or load it");
        }
        return state;
    }

    /** Lets one object go; the walk goes on from those that were here. */
    boolean expungeOne(Object object) {
        EntityState state = EntityState.of(object);
        if (state == null || state.session() != session) {
            return false;
        }
        if (state.status() == Status.PENDING) {
            session.pending().remove(state);
            state.toTransient(object);
            session.transition(object, StateTransition.Kind.PENDING_TO_TRANSIENT);
            return true;
        }
        session.identityMap().remove(state);
        session.modified().remove(state);
        session.deleted().remove(state);
        state.toDetached();
        session.transition(object, StateTransition.Kind.PERSISTENT_TO_DETACHED);
        return true;
    }

    /** Lets every object go. */
    void detachAll() {
        List<Object> gone = !session.isSilent() && session.wants(StateTransition.class)
                ? session.identityMap().instances()
                : List.of();
        List<Object> unsaved = List.of();
        if (!session.pending().isEmpty()) {
            unsaved = new ArrayList<>(session.pending().values());
            for (Map.Entry<EntityState, Object> entry : session.pending().entrySet()) {
                entry.getKey().toTransient(entry.getValue());
            }
            session.pending().clear();
        }
        session.letAllGo();
        session.modified().clear();
        session.deleted().clear();
        session.identityMap().clear();
        for (Object object : unsaved) {
            session.transition(object, StateTransition.Kind.PENDING_TO_TRANSIENT);
        }
        for (Object object : gone) {
            session.transition(object, StateTransition.Kind.PERSISTENT_TO_DETACHED);
        }
    }

    /** Makes an object one that no session knows. */
    void makeTransient(Object object) {
        EntityState state = EntityState.of(object);
        if (state == null) {
            ((Instrumented) object).$aludel_state(null);
            return;
        }
        if (state.session() == session) {
            session.pending().remove(state);
            session.identityMap().remove(state);
            session.modified().remove(state);
            session.deleted().remove(state);
        } else if (state.session() != null) {
            requirePersistent(object, "makeTransient");
        }
        state.forgetIdentity(object);
    }
}
