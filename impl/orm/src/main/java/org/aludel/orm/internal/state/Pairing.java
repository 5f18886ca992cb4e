package org.aludel.orm.internal.state;

import org.aludel.errors.ArgumentException;
import org.aludel.errors.InvalidRequestException;
import org.aludel.orm.Cascade;
import org.aludel.orm.Initiator;
import org.aludel.orm.instrument.Instrumented;
import org.aludel.orm.internal.events.AttributeListeners;
import org.aludel.orm.internal.mapping.ColumnPair;
import org.aludel.orm.internal.mapping.Direction;
import org.aludel.orm.internal.mapping.EntityKey;
import org.aludel.orm.internal.mapping.RelationAttribute;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the two sides of a relation in step in memory, without SQL, and lets objects follow each other into the session.
 * The side where the program made the change tells the other; the other stores quietly, so that nothing goes in circles.
 */
final class Pairing {

    private Pairing() {}

    /** A collection has a new member. */
    static void added(Object owner, RelationAttribute relation, Object member, Initiator initiator) {
        RelationAttribute back = partner(relation);
        if (back != null) {
            link(member, back, owner, initiator);
        }
        follow(owner, relation, member);
    }

    /** A member has left a collection. */
    static void removed(Object owner, RelationAttribute relation, Object member, Initiator initiator) {
        RelationAttribute back = partner(relation);
        if (back != null) {
            unlink(member, back, owner, initiator);
        }
        dropOrphan(relation, member);
    }

    /** The other direction, where both are kept in step: not where one is only read, or was told to stand alone. */
    private static @Nullable RelationAttribute partner(RelationAttribute relation) {
        RelationAttribute other = relation.reverse();
        boolean inStep = other != null
                && !relation.viewOnly()
                && !other.viewOnly()
                && relation.syncBackref()
                && other.syncBackref();
        return inStep ? other : null;
    }

    /** The value to store when a program assigns a reference. */
    static @Nullable Object replaceReference(
            Object owner, @Nullable EntityState state, RelationAttribute relation, @Nullable Object given) {
        if (state != null && (relation.deleteOrphan() || relation.activeHistory())) {
            state.require(owner, relation); // what the reference leaves behind is to be deleted
        }
        Object before = known(owner, state, relation);
        Initiator initiator = relation.initiator(Initiator.Operation.SET);
        Object value = told(owner, state, relation, before, given, initiator);
        if (before == value && (state == null || state.isLoaded(relation))) {
            return value;
        }
        store(owner, state, relation, before, value);
        RelationAttribute back = partner(relation);
        if (back != null && before != null) {
            unlink(before, back, owner, initiator);
        }
        if (back != null && value != null) {
            link(value, back, owner, initiator);
        }
        if (before != null) {
            dropOrphan(relation, before);
        }
        if (value != null) {
            follow(owner, relation, value);
        }
        return value;
    }

    /** Tells listeners of a new reference; gives the one to take. */
    private static @Nullable Object told(
            Object owner,
            @Nullable EntityState state,
            RelationAttribute relation,
            @Nullable Object before,
            @Nullable Object given,
            Initiator initiator) {
        AttributeListeners listeners = relation.listeners();
        Object value = given;
        if (listeners != null) {
            boolean isKnown = before != null || state == null || state.isLoaded(relation);
            value = listeners.set(owner, before, isKnown, given, initiator);
        }
        if (value != null && !relation.target().type().isInstance(value)) {
            throw new ArgumentException(
                    "ALU-0531",
                    "an object of " + value.getClass().getName() + " can't be referred to; where: " + relation
                            + ", which refers to " + relation.target().name()
                            + "; what to do: assign an object of that class");
        }
        if (value != null && value != before) {
            requireSingleParent(owner, relation, value);
        }
        return value;
    }

    /** Refuses a second owner where a relation allows one only. */
    static void requireSingleParent(Object owner, RelationAttribute relation, Object member) {
        EntityState state = relation.singleParent() ? EntityState.of(member) : null;
        UnitOfWork session = state == null ? null : state.session();
        Object other = session == null ? null : session.parentOf(member, relation);
        if (other != null && other != owner) {
            throw new InvalidRequestException(
                    "ALU-0490",
                    "an object has an owner already, and may have one only; where: " + relation + ", member " + state
                            + "; what to do: take it from its owner first");
        }
    }

    /** Makes one side refer to the other; a reference that pointed elsewhere leaves its old collection. */
    private static void link(Object target, RelationAttribute side, Object other, Initiator initiator) {
        EntityState state = EntityState.of(target);
        if (side.isCollection()) {
            TrackedCollections.made(target, state, side).members().addQuietly(other, initiator);
            followBack(target, side, other);
            return;
        }
        Object before = known(target, state, side);
        if (before == other && (state == null || state.isLoaded(side))) {
            followBack(target, side, other);
            return;
        }
        Object value = told(target, state, side, before, other, initiator);
        store(target, state, side, before, value);
        RelationAttribute forward = partner(side);
        if (before != null && before != other && forward != null) {
            unlink(before, forward, target, initiator);
        }
        followBack(target, side, other);
    }

    /** As {@link #follow}, for a change that came from the other side. */
    private static void followBack(Object target, RelationAttribute side, Object other) {
        if (side.cascadeBackrefs()) {
            follow(target, side, other);
        }
    }

    private static void unlink(Object target, RelationAttribute side, Object other, Initiator initiator) {
        EntityState state = EntityState.of(target);
        if (side.isCollection()) {
            TrackedCollections.made(target, state, side).members().removeQuietly(other, initiator);
            return;
        }
        Object before = known(target, state, side);
        ImportedState imported = imported(target);
        boolean unknown = before == null
                && (state != null && !state.isLoaded(side) || imported != null && !imported.isLoaded(side.index()));
        if (before == other || unknown) {
            Object value = told(target, state, side, before, null, initiator);
            store(target, state, side, unknown ? other : before, value);
        }
    }

    private static void store(
            Object target,
            @Nullable EntityState state,
            RelationAttribute side,
            @Nullable Object before,
            @Nullable Object value) {
        if (state != null) {
            boolean unknown = before == null && !state.isLoaded(side);
            state.remember(target, side, unknown ? EntityState.NO_VALUE : before);
        }
        ImportedState imported = imported(target);
        if (imported != null && side.index() >= 0) {
            imported.onWrite(target, side.index(), value); // a change for the session that takes it in
        }
        side.set(target, state, value);
    }

    /** What is known of an object that came from a stream and is in no session yet; null for others. */
    private static @Nullable ImportedState imported(Object target) {
        return ((Instrumented) target).$aludel_state() instanceof ImportedState imported ? imported : null;
    }

    /** What a reference points to, as far as memory knows: its value, or the loaded object of its foreign key. */
    private static @Nullable Object known(Object target, @Nullable EntityState state, RelationAttribute side) {
        Object value = side.get(target, state);
        if (value != null || state == null || state.isLoaded(side)) {
            return value;
        }
        UnitOfWork session = state.session();
        if (session == null || side.direction() != Direction.MANY_TO_ONE || !side.usesGetByKey()) {
            return null;
        }
        EntityKey key = referredKey(target, state, side);
        return key == null ? null : session.loaded(key);
    }

    /** The key that the foreign key of a many-to-one relation holds, if it is loaded and complete. */
    static @Nullable EntityKey referredKey(Object target, EntityState state, RelationAttribute side) {
        var parts = side.target().primaryKey();
        Object[] values = new Object[parts.length];
        for (int i = 0; i < parts.length; i++) {
            for (ColumnPair pair : side.pairs()) {
                if (pair.remote() != parts[i]) {
                    continue;
                }
                if (!state.isLoaded(pair.local())) {
                    return null;
                }
                Object value = pair.local().get(target, state);
                if (value == null) {
                    return null;
                }
                values[i] = value;
            }
        }
        return side.target().key(values);
    }

    /** What an object of a session refers to comes into the session, where the relation cascades so. */
    private static void follow(Object owner, RelationAttribute relation, Object member) {
        EntityState state = EntityState.of(owner);
        if (state == null || !relation.cascades(Cascade.SAVE_UPDATE)) {
            return;
        }
        UnitOfWork session = state.session();
        if (session != null && state.status() != Status.DELETED) {
            session.cascadeSave(member);
        }
    }

    private static void dropOrphan(RelationAttribute relation, Object member) {
        if (!relation.deleteOrphan()) {
            return;
        }
        EntityState state = EntityState.of(member);
        if (state != null && state.status() == Status.PENDING && state.session() != null) {
            state.session().expungeOrphan(state, member);
        }
    }
}
