package org.aludel.orm.internal.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.aludel.orm.Cascade;
import org.aludel.orm.instrument.Instrumented;
import org.aludel.orm.internal.mapping.RelationAttribute;
import org.aludel.orm.internal.state.EntityState;
import org.aludel.orm.internal.state.ImportedState;
import org.aludel.orm.internal.state.Status;
import org.aludel.orm.internal.state.TrackedCollection;
import org.aludel.orm.internal.state.TrackedCollections;
import org.jspecify.annotations.Nullable;

/** Walks from an object to others along its relations, without recursion. */
final class Related {

    private Related() {}

    /** What a step of a walk does with an object; false ends the walk there. */
    interface Visitor {
        boolean visit(Object instance);
    }

    /** What a relation holds in memory; nothing is loaded. */
    static List<Object> inMemory(Object instance, @Nullable EntityState state, RelationAttribute relation) {
        if (relation.index() < 0) {
            return List.of();
        }
        if (!relation.isCollection()) {
            Object value = relation.get(instance, state);
            return value == null ? List.of() : List.of(value);
        }
        TrackedCollection<?> tracked = TrackedCollections.existing(instance, state, relation);
        if (tracked != null) {
            return tracked.members().isLoaded()
                    ? tracked.members().inMemory()
                    : tracked.members().added();
        }
        return TrackedCollections.inMemory(relation, relation.get(instance, state));
    }

    /** What a relation holds; the members of one that is never loaded as a whole are asked for. */
    static List<Object> all(DefaultSession session, Object instance, EntityState state, RelationAttribute relation) {
        List<Object> known = inMemory(instance, state, relation);
        if (!relation.isDynamic() || state.key() == null || relation.passiveDeletes()) {
            return known;
        }
        List<Object> all = new ArrayList<>(DynamicQueries.members(session, state, instance, relation)
                .withoutAutoflush()
                .all());
        TrackedCollection<?> tracked = TrackedCollections.existing(instance, state, relation);
        if (tracked != null) {
            List<Object> removed = tracked.members().removed();
            all.removeIf(member -> removed.stream().anyMatch(gone -> gone == member));
        }
        all.addAll(known);
        return all;
    }

    /** Visits an object, and from each visited one what its relations of a cascade hold in memory. */
    static void walk(DefaultSession session, Object start, Cascade cascade, Visitor visitor) {
        Visited visited = new Visited(start);
        for (Object instance = visited.next(); instance != null; instance = visited.next()) {
            if (!visitor.visit(instance)) {
                continue;
            }
            EntityState state = EntityState.of(instance);
            for (RelationAttribute relation : session.mapperOf(instance).relations()) {
                if (!relation.cascades(cascade)) {
                    continue;
                }
                List<Object> members = inMemory(instance, state, relation);
                for (int i = 0; i < members.size(); i++) {
                    visited.add(members.get(i));
                }
                if (cascade == Cascade.SAVE_UPDATE && state != null) {
                    visitPartedDetached(instance, state, relation, visited);
                }
            }
        }
    }

    /** What has left a relation of a detached object: it comes along, so that its own row follows. */
    private static void visitPartedDetached(
            Object instance, EntityState state, RelationAttribute relation, Visited visited) {
        if (relation.index() < 0) {
            return;
        }
        if (relation.isCollection()) {
            TrackedCollection<?> tracked = TrackedCollections.existing(instance, state, relation);
            List<Object> parted =
                    tracked == null ? List.of() : tracked.members().removed();
            for (int i = 0; i < parted.size(); i++) {
                visitDetached(parted.get(i), visited);
            }
        } else if (relation.deleteOrphan() && state.isWritten(relation)) {
            Object before = state.oldValue(relation);
            if (before != null && before != EntityState.NO_VALUE) {
                visitDetached(before, visited);
            }
        }
    }

    private static void visitDetached(Object member, Visited visited) {
        EntityState gone = EntityState.of(member);
        boolean fromStream = ((Instrumented) member).$aludel_state() instanceof ImportedState;
        if (fromStream || gone != null && gone.status() == Status.DETACHED) {
            visited.add(member);
        }
    }

    /** An object and what its deletion takes along; collections are loaded, unless the database deletes them. */
    static List<Object> deletedWith(DefaultSession session, Object start) {
        List<Object> found = new ArrayList<>();
        Set<Object> seen = java.util.Collections.newSetFromMap(new java.util.IdentityHashMap<>());
        found.add(start);
        seen.add(start);
        for (int i = 0; i < found.size(); i++) {
            Object instance = found.get(i);
            EntityState state = EntityState.of(instance);
            if (state == null) {
                continue;
            }
            for (RelationAttribute relation : session.mapperOf(instance).relations()) {
                if (!relation.cascades(Cascade.DELETE) || relation.index() < 0) {
                    continue;
                }
                if (!relation.passiveDeletes() || state.isLoaded(relation)) {
                    state.require(instance, relation);
                }
                for (Object member : all(session, instance, state, relation)) {
                    if (seen.add(member)) {
                        found.add(member);
                    }
                }
            }
        }
        return found;
    }

    /** The object of a session that has a member in a relation, as far as memory knows; null if there is none. */
    static @Nullable Object parentOf(DefaultSession session, Object member, RelationAttribute relation) {
        for (Object owner : session.pending().values()) {
            if (holds(owner, relation, member)) {
                return owner;
            }
        }
        for (EntityState state : session.identityMap().states()) {
            Object owner = state.get();
            if (owner != null && !session.deleted().containsKey(state) && holds(owner, relation, member)) {
                return owner;
            }
        }
        return null;
    }

    private static boolean holds(Object owner, RelationAttribute relation, Object member) {
        EntityState state = EntityState.of(owner);
        return relation.owner().type().isInstance(owner)
                && state != null
                && state.isLoaded(relation)
                && inMemory(owner, state, relation).stream().anyMatch(each -> each == member);
    }
}
