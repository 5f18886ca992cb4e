package org.aludel.orm.internal.loading;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.aludel.orm.internal.mapping.RelationAttribute;
import org.aludel.orm.internal.session.DefaultSession;
import org.aludel.orm.internal.state.EntityState;
import org.jspecify.annotations.Nullable;

/** Owners of a relation, by the values that connect them with its members, while the members are read. */
final class OwnersByKey {

    private final RelationAttribute relation;
    private final Map<Object, Owners> byKey;
    private final boolean repeating;
    private @Nullable Object latestKey;
    private @Nullable Owners latest;

    /** Owners of one key, and what the rows bring for them. */
    private static final class Owners {
        final Object[] values;
        final List<Object> owners = new ArrayList<>(1);
        final JoinedMembers.Group members;

        Owners(Object[] values, boolean repeating) {
            this.values = values;
            this.members = new JoinedMembers.Group(this, null, true, repeating);
        }
    }

    private OwnersByKey(RelationAttribute relation, int expected, boolean repeating) {
        this.relation = relation;
        this.repeating = repeating;
        this.byKey = new LinkedHashMap<>(expected * 2);
    }

    /**
     * The owners that need a statement; the others get their value at once.
     *
     * @param anyOfKey whether any object that the key leads to will do, so that one in the session is taken
     * @param repeating whether several rows may bring one member of one owner
     */
    static OwnersByKey of(
            RelationAttribute relation, LoadContext context, List<Object> owners, boolean anyOfKey, boolean repeating) {
        OwnersByKey all = new OwnersByKey(relation, owners.size(), repeating);
        boolean overwriting = context.isOverwriting();
        for (Object owner : owners) {
            EntityState state = EntityState.of(owner);
            if (state == null || !overwriting && state.isLoaded(relation)) {
                continue;
            }
            Object[] values = KeyValues.of(relation, owner, state);
            if (values == null) {
                all.store(owner, state, List.of());
            } else if (overwriting || !anyOfKey || !all.isKnown(context.session, owner, state, values)) {
                all.byKey
                        .computeIfAbsent(KeyValues.joined(values), key -> new Owners(values, repeating))
                        .owners
                        .add(owner);
            }
        }
        return all;
    }

    private boolean isKnown(DefaultSession session, Object owner, EntityState state, Object[] values) {
        if (!relation.usesGetByKey()) {
            return false;
        }
        EntityState found = session.identityMap().find(session.keyed(KeyValues.target(relation, values)));
        Object instance = found == null ? null : found.get();
        if (instance == null || !relation.target().type().isInstance(instance)) {
            return false;
        }
        store(owner, state, List.of(instance));
        return true;
    }

    boolean isEmpty() {
        return byKey.isEmpty();
    }

    /** The different keys, each an array with one value for each column. */
    List<Object[]> keys() {
        List<Object[]> keys = new ArrayList<>(byKey.size());
        byKey.values().forEach(owners -> keys.add(owners.values));
        return keys;
    }

    /** A row has brought a member for the owners of a key; keys of none of them are passed over. */
    void add(Object key, Object member) {
        Owners owners = latest;
        if (!key.equals(latestKey)) { // mostly the rows of an owner are neighbours
            owners = byKey.get(key);
            latestKey = key;
            latest = owners;
        }
        if (owners != null) {
            owners.members.add(member);
        }
    }

    /** Gives all owners what the rows have brought. */
    void store() {
        for (Owners owners : byKey.values()) {
            List<Object> members = owners.members.members();
            for (Object owner : owners.owners) {
                store(owner, Objects.requireNonNull(EntityState.of(owner)), members);
            }
        }
    }

    private void store(Object owner, EntityState state, List<Object> members) {
        if (state.isLoaded(relation)) {
            state.expire(owner, relation);
        }
        state.setLoaded(owner, relation, value(members));
    }

    private @Nullable Object value(List<Object> members) {
        if (relation.isCollection()) {
            return members;
        }
        return members.isEmpty() ? null : members.get(0);
    }
}
