package org.aludel.orm.internal.state;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.aludel.errors.ArgumentException;
import org.aludel.orm.internal.mapping.CollectionKind;
import org.aludel.orm.internal.mapping.RelationAttribute;
import org.jspecify.annotations.Nullable;

/** Puts tracked collections into the fields of instances, and takes what loaders and programs give for them. */
public final class TrackedCollections {

    private TrackedCollections() {}

    /** The tracked collection in the field, or null. */
    public static @Nullable TrackedCollection<?> existing(
            Object instance, @Nullable EntityState state, RelationAttribute relation) {
        return relation.get(instance, state) instanceof TrackedCollection<?> tracked ? tracked : null;
    }

    /**
     * The tracked collection in the field; made if there is none: empty and unloaded for an instance with a row, with
     * the field's present members for a new one.
     */
    public static TrackedCollection<?> made(Object instance, @Nullable EntityState state, RelationAttribute relation) {
        Object present = relation.get(instance, state);
        if (present instanceof TrackedCollection<?> tracked) {
            return tracked;
        }
        Members members;
        if (present instanceof Collection<?> plain) {
            members = Members.ofNew(instance, relation, plain);
        } else if (state == null || state.key() == null) {
            members = Members.ofNew(instance, relation, List.of());
        } else {
            members = Members.unloaded(instance, relation);
        }
        TrackedCollection<?> tracked = wrap(relation, members);
        relation.set(instance, state, tracked);
        return tracked;
    }

    /**
     * Makes the field's collection one of this relation: a plain collection is wrapped and its members learn of their
     * owner; one that another factory's mapping made is taken over.
     */
    static void adopt(Object instance, EntityState state, RelationAttribute relation) {
        Object present = relation.get(instance, state);
        if (present instanceof TrackedCollection<?> tracked) {
            tracked.members().adopt(instance, relation);
            return;
        }
        if (present == null && state.key() != null) {
            return;
        }
        TrackedCollection<?> tracked = made(instance, state, relation);
        if (present != null && state.key() == null) {
            for (Object member : tracked.members().inMemory().toArray()) {
                Pairing.added(instance, relation, member);
            }
        } else if (present != null) {
            tracked.members().flushed();
        }
    }

    /** The members that the database has, in order; changes that waited for them are merged. */
    public static void load(Object instance, EntityState state, RelationAttribute relation, List<?> found) {
        made(instance, state, relation).members().load(found);
    }

    /** The value to store when a program assigns a collection to the field. The collection there before keeps its members. */
    static Object replace(
            Object instance, @Nullable EntityState state, RelationAttribute relation, @Nullable Object value) {
        Object present = relation.get(instance, state);
        if (value != null && value == present && present instanceof TrackedCollection<?>) {
            return value;
        }
        if (value != null && !(value instanceof Collection<?>)) {
            throw new ArgumentException(
                    "ALU-0531",
                    "an object of " + value.getClass().getName() + " is no collection; where: " + relation
                            + "; what to do: assign a collection of "
                            + relation.target().name());
        }
        Collection<?> incoming = value == null ? List.of() : (Collection<?>) value;
        if (present == null && (state == null || state.key() == null)) {
            return fill(instance, state, relation, incoming);
        }
        if (state != null) {
            state.require(instance, relation);
        }
        Members before = made(instance, state, relation).members();
        Object[] old = before.toArray();
        Members after = Members.replacing(before, instance, relation, incoming);
        before.release();
        if (state != null) {
            state.touch(instance);
        }
        TrackedCollection<?> tracked = wrap(relation, after);
        relation.set(instance, state, tracked);
        tell(instance, relation, old, after.inMemory().toArray());
        return tracked;
    }

    private static Object fill(
            Object instance, @Nullable EntityState state, RelationAttribute relation, Collection<?> incoming) {
        Members members = Members.ofNew(instance, relation, incoming);
        TrackedCollection<?> tracked = wrap(relation, members);
        relation.set(instance, state, tracked);
        if (state != null) {
            state.markLoaded(relation);
            state.touch(instance);
        }
        tell(instance, relation, new Object[0], members.inMemory().toArray());
        return tracked;
    }

    private static void tell(Object instance, RelationAttribute relation, Object[] before, Object[] after) {
        Set<Object> now = IdentityOf.members(Arrays.asList(after));
        for (Object member : before) {
            if (!now.contains(member)) {
                Pairing.removed(instance, relation, member);
            }
        }
        Set<Object> then = IdentityOf.members(Arrays.asList(before));
        for (Object member : after) {
            if (!then.contains(member)) {
                Pairing.added(instance, relation, member);
            }
        }
    }

    private static TrackedCollection<?> wrap(RelationAttribute relation, Members members) {
        return relation.collectionKind() == CollectionKind.SET ? new TrackedSet<>(members) : new TrackedList<>(members);
    }
}
