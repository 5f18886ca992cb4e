package org.aludel.orm.internal.state;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.aludel.errors.ArgumentException;
import org.aludel.orm.Initiator;
import org.aludel.orm.instrument.InstrumentedCollection;
import org.aludel.orm.internal.events.AttributeListeners;
import org.aludel.orm.internal.mapping.CollectionRoles;
import org.aludel.orm.internal.mapping.CollectionSpec;
import org.aludel.orm.internal.mapping.RelationAttribute;
import org.jspecify.annotations.Nullable;

/** Puts tracked collections into the fields of instances, and takes what loaders and programs give for them. */
public final class TrackedCollections {

    private TrackedCollections() {}

    /** The tracked collection in the field, or null. */
    public static @Nullable TrackedCollection<?> existing(
            Object instance, @Nullable EntityState state, RelationAttribute relation) {
        return tracked(relation.get(instance, state));
    }

    private static @Nullable TrackedCollection<?> tracked(@Nullable Object value) {
        if (value instanceof TrackedCollection<?> tracked) {
            return tracked;
        }
        return value instanceof InstrumentedCollection own && own.$aludel_link() instanceof CustomCollection link
                ? link
                : null;
    }

    /** The members in a field, tracked or not, without loading; none for null. */
    public static List<Object> inMemory(RelationAttribute relation, @Nullable Object value) {
        TrackedCollection<?> tracked = tracked(value);
        return tracked != null ? tracked.members().inMemory() : plain(relation, value);
    }

    private static List<Object> plain(RelationAttribute relation, @Nullable Object value) {
        if (value == null) {
            return List.of();
        }
        if (value instanceof Collection<?> collection) {
            return collection.isEmpty() ? List.of() : new ArrayList<>(collection);
        }
        if (value instanceof Map<?, ?> map) {
            return new ArrayList<>(map.values());
        }
        CollectionRoles roles = relation.collection().roles();
        if (roles != null && roles.type().isInstance(value)) {
            return CustomCollection.contents(value, roles);
        }
        throw new ArgumentException(
                "ALU-0531",
                "an object of " + value.getClass().getName() + " is no collection; where: " + relation
                        + "; what to do: assign a collection of "
                        + relation.target().name());
    }

    /**
     * The tracked collection in the field; made if there is none: empty and unloaded for an instance with a row, with
     * the field's present members for a new one.
     */
    public static TrackedCollection<?> made(Object instance, @Nullable EntityState state, RelationAttribute relation) {
        Object present = relation.get(instance, state);
        TrackedCollection<?> known = tracked(present);
        if (known != null) {
            return known;
        }
        Members members;
        if (present != null) {
            members = Members.ofNew(instance, relation, plain(relation, present));
        } else if (state == null || state.key() == null) {
            members = Members.ofNew(instance, relation, List.of());
        } else {
            members = Members.unloaded(instance, relation);
        }
        return put(instance, state, relation, wrap(relation, members, present));
    }

    private static TrackedCollection<?> put(
            Object instance, @Nullable EntityState state, RelationAttribute relation, TrackedCollection<?> tracked) {
        relation.set(instance, state, tracked.inField());
        AttributeListeners listeners = relation.listeners();
        if (listeners != null) {
            listeners.initCollection(instance, tracked.inField(), relation.initiator(Initiator.Operation.BULK_REPLACE));
        }
        return tracked;
    }

    /**
     * Makes the field's collection one of this relation: a plain collection is wrapped and its members learn of their
     * owner; one that another factory's mapping made is taken over.
     */
    static void adopt(Object instance, EntityState state, RelationAttribute relation) {
        Object present = relation.get(instance, state);
        TrackedCollection<?> known = tracked(present);
        if (known != null) {
            known.members().adopt(instance, relation);
            if (known instanceof TrackedList && relation.collection().position() != null) {
                OrderingForm ordering = new OrderingForm(
                        relation.collection().position(), relation.collection().numbering());
                known.members().form(ordering);
                if (known.members().hasChanges()) {
                    ordering.number(known.members().inMemory());
                }
            }
            return;
        }
        if (present == null && state.key() != null) {
            return;
        }
        TrackedCollection<?> tracked = made(instance, state, relation);
        if (present != null && state.key() == null) {
            Initiator initiator = relation.initiator(Initiator.Operation.APPEND);
            for (Object member : tracked.members().inMemory().toArray()) {
                Pairing.added(instance, relation, member, initiator);
            }
        } else if (present != null) {
            tracked.members().flushed();
        }
    }

    /**
     * Makes a collection that came from a stream as a plain one, or was put in the place of one, a collection of this
     * relation, whose changes go on from what was committed.
     *
     * @param committed the members that the database had
     */
    public static void resume(Object instance, EntityState state, RelationAttribute relation, Object[] committed) {
        Object present = relation.get(instance, state);
        if (tracked(present) != null) {
            return; // it knows by itself
        }
        Members members = Members.ofNew(instance, relation, plain(relation, present));
        put(instance, state, relation, wrap(relation, members, present));
        members.resume(committed);
        if (members.hasChanges()) {
            number(relation, members);
        }
    }

    /** The members that the database has, in order; changes that waited for them are merged. */
    public static void load(Object instance, EntityState state, RelationAttribute relation, List<?> found) {
        made(instance, state, relation).members().load(found);
    }

    // ---- assignment

    /** Gives a collection these members, as if the program had assigned one. */
    public static void assign(Object instance, EntityState state, RelationAttribute relation, List<Object> members) {
        relation.set(instance, state, replace(instance, state, relation, members));
    }

    /** The value to store when a program assigns a collection to the field. The collection there before keeps its members. */
    static @Nullable Object replace(
            Object instance, @Nullable EntityState state, RelationAttribute relation, @Nullable Object value) {
        Object present = relation.get(instance, state);
        TrackedCollection<?> known = tracked(present);
        if (value != null && value == present && known != null) {
            return value;
        }
        if (relation.isDynamic()) {
            if (value == null) {
                return made(instance, state, relation).inField();
            }
            throw new ArgumentException(
                    "ALU-0489",
                    "a dynamic relation can't be replaced; where: " + relation
                            + "; what to do: add and remove members");
        }
        TrackedCollection<?> other = tracked(value);
        List<Object> given = other == null
                ? plain(relation, value)
                : Arrays.asList(other.members().toArray());
        boolean fresh = present == null && (state == null || state.key() == null);
        if (!fresh && state != null) {
            state.require(instance, relation);
        }
        Members before = fresh ? null : made(instance, state, relation).members();
        Object[] old = before == null ? new Object[0] : before.toArray();
        // an empty collection in place of none is how fields are initialised, and replaces nothing
        List<Object> incoming = fresh && given.isEmpty() ? given : offered(instance, relation, given, old);
        requireKeys(relation, value, incoming);
        tellAdded(instance, relation, old, incoming);
        Members after = before == null
                ? Members.ofNew(instance, relation, incoming)
                : Members.replacing(before, instance, relation, incoming);
        TrackedCollection<?> replaced = existing(instance, state, relation);
        TrackedCollection<?> tracked = wrap(relation, after, other == null ? value : null);
        number(relation, after);
        if (state != null) {
            state.markLoaded(relation);
            state.touch(instance);
        }
        put(instance, state, relation, tracked);
        if (replaced != null && before != null) {
            replaced.release();
            dispose(instance, relation, replaced);
            tellRemoved(instance, relation, old, after.inMemory());
        }
        return tracked.inField();
    }

    /** Tells listeners of the assignment, then of each member that is new; gives those to take. */
    private static List<Object> offered(
            Object instance, RelationAttribute relation, List<Object> given, Object[] before) {
        Initiator initiator = relation.initiator(Initiator.Operation.BULK_REPLACE);
        AttributeListeners listeners = relation.listeners();
        Collection<?> values = listeners == null ? given : listeners.bulkReplace(instance, given, initiator);
        Set<Object> known = listeners == null ? Set.of() : IdentityOf.members(Arrays.asList(before));
        List<Object> incoming = new ArrayList<>(values.size());
        for (Object value : values) {
            Object member = value;
            if (listeners != null && (value == null || !known.contains(value))) {
                member = listeners.append(instance, value, initiator);
            }
            incoming.add(Members.checked(relation, member));
        }
        return incoming;
    }

    /** An assigned map must have its members under their own keys. */
    private static void requireKeys(RelationAttribute relation, @Nullable Object value, List<Object> incoming) {
        if (!(value instanceof Map<?, ?> map) || value instanceof TrackedMap) {
            return;
        }
        CollectionSpec spec = relation.collection();
        for (Object member : incoming) {
            Object key = spec.keyOf(member, EntityState.of(member));
            if (!map.containsKey(key)) {
                throw new ArgumentException(
                        "ALU-0484",
                        "an assigned map has a member under another key than its own; where: " + relation
                                + ", a member whose key is " + key + "; what to do: put each member under its key");
            }
        }
    }

    private static void tellAdded(Object instance, RelationAttribute relation, Object[] before, List<Object> after) {
        if (after.isEmpty()) {
            return;
        }
        Initiator initiator = relation.initiator(Initiator.Operation.BULK_REPLACE);
        Set<Object> known = IdentityOf.members(Arrays.asList(before));
        for (Object member : after) {
            if (known.add(member)) {
                Pairing.added(instance, relation, member, initiator);
            }
        }
    }

    private static void tellRemoved(Object instance, RelationAttribute relation, Object[] before, List<Object> after) {
        Initiator initiator = relation.initiator(Initiator.Operation.BULK_REPLACE);
        Set<Object> now = IdentityOf.members(after);
        AttributeListeners listeners = relation.listeners();
        for (Object member : before) {
            if (!now.contains(member)) {
                if (listeners != null) {
                    listeners.remove(instance, member, initiator);
                }
                Pairing.removed(instance, relation, member, initiator);
            }
        }
    }

    private static void dispose(Object instance, RelationAttribute relation, TrackedCollection<?> replaced) {
        AttributeListeners listeners = relation.listeners();
        if (listeners != null) {
            listeners.disposeCollection(
                    instance, replaced.inField(), relation.initiator(Initiator.Operation.BULK_REPLACE));
        }
    }

    // ---- kinds of collections

    /** @param given what the program has put into the field, which stays there if it is of its own class; or null */
    private static TrackedCollection<?> wrap(RelationAttribute relation, Members members, @Nullable Object given) {
        CollectionSpec spec = relation.collection();
        switch (spec.kind()) {
            case DYNAMIC:
                members.makeDynamic();
                return new DynamicMembers<>(relation, members);
            case SET:
                return new TrackedSet<>(members);
            case SORTED_SET:
                SortedForm sorted = new SortedForm(spec.comparator());
                members.form(sorted);
                return new TrackedNavigableSet.Root<>(members, sorted);
            case MAP:
                KeyedForm keyed = KeyedForm.inOrderOfInsertion(member -> spec.keyOf(member, EntityState.of(member)));
                members.form(keyed);
                return new TrackedMap<>(members, keyed);
            case SORTED_MAP:
                KeyedForm byKey = new KeyedForm(
                        new TreeMap<>(spec.comparator()), member -> spec.keyOf(member, EntityState.of(member)));
                members.form(byKey);
                return new TrackedNavigableMap<>(members, byKey);
            case CUSTOM:
                CollectionRoles roles = java.util.Objects.requireNonNull(spec.roles());
                Object own = given != null && roles.type().isInstance(given) ? given : roles.newCollection();
                return new CustomCollection(own, roles, members);
            default:
                if (spec.position() != null) {
                    members.form(new OrderingForm(spec.position(), spec.numbering()));
                }
                return new TrackedList<>(members);
        }
    }

    private static void number(RelationAttribute relation, Members members) {
        if (relation.collection().position() != null) {
            new OrderingForm(
                            relation.collection().position(),
                            relation.collection().numbering())
                    .number(members.inMemory());
        }
    }
}
