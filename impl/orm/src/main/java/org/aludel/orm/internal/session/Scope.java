package org.aludel.orm.internal.session;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.aludel.orm.internal.mapping.EntityKey;
import org.aludel.orm.internal.mapping.MappedAttribute;
import org.aludel.orm.internal.state.EntityState;
import org.jspecify.annotations.Nullable;

/**
 * What has to be undone in memory when a transaction, or the part of it since a savepoint, is rolled back. For a
 * savepoint that includes the values attributes had when it was set; a whole transaction just expires everything.
 */
final class Scope {

    private final boolean nested;

    /** Objects whose rows were inserted. */
    final ArrayList<EntityState> inserted = new ArrayList<>(0);

    /** Objects whose rows were deleted, held so that they can come back. */
    final Map<EntityState, Object> deleted = new LinkedHashMap<>();

    /** Keys that rows had before an update changed them. */
    final Map<EntityState, EntityKey> rekeyed = new LinkedHashMap<>();

    /** By instance; the root keeps none, so it does not pay for the maps. */
    private final Map<Object, Map<MappedAttribute, Object>> journal;

    private final Map<Object, Set<MappedAttribute>> loadedSince;
    private final List<EntityState> attachedSince = new ArrayList<>(0);

    private boolean active = true;
    private @Nullable Throwable failure;

    /** @param nested whether it begins with a savepoint; the root does not */
    Scope(boolean nested) {
        this.nested = nested;
        this.journal = nested ? new IdentityHashMap<>() : Map.of();
        this.loadedSince = nested ? new IdentityHashMap<>() : Map.of();
    }

    /** Once undone, nothing is left to undo. */
    void forgetRows() {
        inserted.clear();
        deleted.clear();
        rekeyed.clear();
    }

    /** Whether it has no history of rows. */
    boolean isEmpty() {
        return inserted.isEmpty() && deleted.isEmpty() && rekeyed.isEmpty();
    }

    boolean isNested() {
        return nested;
    }

    boolean isActive() {
        return active;
    }

    void end() {
        active = false;
    }

    /** The error of a flush because of which this was rolled back already. */
    @Nullable
    Throwable failure() {
        return failure;
    }

    void failed(Throwable cause) {
        failure = cause;
    }

    void keep(Object instance, MappedAttribute attribute, @Nullable Object value) {
        journal.computeIfAbsent(instance, any -> new LinkedHashMap<>()).putIfAbsent(attribute, kept(value));
    }

    /** LinkedHashMap.putIfAbsent takes a null for absent. */
    private static Object kept(@Nullable Object value) {
        return value == null ? Null.VALUE : value;
    }

    private enum Null {
        VALUE
    }

    void loaded(Object instance, MappedAttribute attribute) {
        loadedSince
                .computeIfAbsent(instance, any -> java.util.Collections.newSetFromMap(new IdentityHashMap<>()))
                .add(attribute);
    }

    void attached(EntityState state) {
        attachedSince.add(state);
    }

    /** Puts back values, and expires what was loaded since the savepoint. */
    void restoreValues() {
        journal.forEach((instance, values) -> {
            EntityState state = EntityState.of(instance);
            if (state != null && state.key() != null) {
                values.forEach(
                        (attribute, value) -> state.restore(instance, attribute, value == Null.VALUE ? null : value));
            }
        });
        loadedSince.forEach((instance, attributes) -> {
            EntityState state = EntityState.of(instance);
            if (state != null && state.key() != null) {
                attributes.forEach(attribute -> state.expire(instance, attribute));
            }
        });
        for (EntityState state : attachedSince) {
            Object instance = state.get();
            if (instance != null && state.key() != null && state.session() != null) {
                state.expireAll(instance);
            }
        }
    }

    /** The savepoint was released: its part of the history becomes part of the surrounding scope's. */
    void mergeInto(Scope outer) {
        outer.inserted.addAll(inserted);
        outer.deleted.putAll(deleted);
        rekeyed.forEach(outer.rekeyed::putIfAbsent);
        if (!outer.isNested()) {
            return;
        }
        journal.forEach(
                (instance, values) -> values.forEach((attribute, value) -> outer.keep(instance, attribute, value)));
        loadedSince.forEach(
                (instance, attributes) -> attributes.forEach(attribute -> outer.loaded(instance, attribute)));
        outer.attachedSince.addAll(attachedSince);
    }
}
