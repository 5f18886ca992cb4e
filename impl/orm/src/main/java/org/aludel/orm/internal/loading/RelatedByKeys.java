package org.aludel.orm.internal.loading;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.aludel.core.engine.Rows;
import org.aludel.orm.internal.mapping.RelationAttribute;
import org.aludel.orm.internal.session.DefaultSession;
import org.aludel.orm.internal.state.EntityState;
import org.jspecify.annotations.Nullable;

/**
 * Loads one relation of many owners, by the owners' keys, 500 at a time. References to objects that the session has cost
 * no statement.
 */
final class RelatedByKeys {

    private static final int PORTION = 500;

    private final RelationAttribute relation;
    private final KeyedSelect select;

    /** Owners of one key, and what the rows bring for them. */
    private static final class Owners {
        final Object[] values;
        final List<Object> owners = new ArrayList<>(1);
        final List<Object> members = new ArrayList<>();

        Owners(Object[] values) {
            this.values = values;
        }
    }

    RelatedByKeys(RelationAttribute relation, KeyedSelect select) {
        this.relation = relation;
        this.select = select;
    }

    /** Loads the relation of the owners that lack it. */
    void load(DefaultSession session, List<Object> owners, boolean overwriting) {
        Map<Object, Owners> byKey = new LinkedHashMap<>(owners.size() * 2);
        for (Object owner : owners) {
            EntityState state = EntityState.of(owner);
            if (state == null || !overwriting && state.isLoaded(relation)) {
                continue;
            }
            Object[] values = KeyValues.of(relation, owner, state);
            if (values == null) {
                store(owner, state, List.of());
            } else if (!isKnown(session, owner, state, values, overwriting)) {
                byKey.computeIfAbsent(KeyValues.joined(values), key -> new Owners(values))
                        .owners
                        .add(owner);
            }
        }
        if (!byKey.isEmpty()) {
            select(session, byKey, overwriting);
        }
    }

    private boolean isKnown(
            DefaultSession session, Object owner, EntityState state, Object[] values, boolean overwriting) {
        if (!relation.usesGetByKey() || overwriting) {
            return false;
        }
        EntityState found = session.identityMap().find(KeyValues.target(relation, values));
        Object instance = found == null ? null : found.get();
        if (instance == null || !relation.target().type().isInstance(instance)) {
            return false;
        }
        store(owner, state, List.of(instance));
        return true;
    }

    private void select(DefaultSession session, Map<Object, Owners> byKey, boolean overwriting) {
        List<Object[]> wanted = new ArrayList<>(byKey.size());
        byKey.values().forEach(owners -> wanted.add(owners.values));
        // one context for all portions, so that what follows from them is not loaded portion by portion
        LoadContext context = select.context(session, overwriting);
        for (int from = 0; from < wanted.size(); from += PORTION) {
            try (Rows rows = select.open(session, wanted.subList(from, Math.min(wanted.size(), from + PORTION)))) {
                while (rows.next()) {
                    Object member = select.read(rows, context);
                    Owners owners = byKey.get(select.key(rows));
                    if (owners != null) {
                        owners.members.add(member);
                    }
                }
            }
        }
        context.finish();
        for (Owners owners : byKey.values()) {
            for (Object owner : owners.owners) {
                store(owner, Objects.requireNonNull(EntityState.of(owner)), owners.members);
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
