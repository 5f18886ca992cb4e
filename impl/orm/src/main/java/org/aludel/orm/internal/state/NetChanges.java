package org.aludel.orm.internal.state;

import org.aludel.orm.internal.mapping.ColumnAttribute;
import org.aludel.orm.internal.mapping.CompositeAttribute;
import org.aludel.orm.internal.mapping.MappedAttribute;
import org.aludel.orm.internal.mapping.RelationAttribute;
import org.jspecify.annotations.Nullable;

/** What differs between the present values of an object and the committed ones. */
final class NetChanges {

    private NetChanges() {}

    /** Whether the attribute has a net change since the last flush. */
    static boolean isChanged(EntityState state, MappedAttribute attribute) {
        Object instance = state.get();
        if (instance == null) {
            return false;
        }
        if (attribute instanceof RelationAttribute relation && relation.isCollection()) {
            TrackedCollection<?> collection = TrackedCollections.existing(instance, state, relation);
            return collection != null && collection.members().hasChanges();
        }
        if (attribute instanceof CompositeAttribute composite) {
            for (ColumnAttribute part : composite.parts()) {
                if (isChanged(state, part)) {
                    return true;
                }
            }
            return false;
        }
        if (state.rare != null && isMarked(state.rare, attribute)) {
            return true;
        }
        if (state.key == null) {
            return attribute.get(instance, state) != null;
        }
        Object old = state.olds == null ? null : state.olds[state.layout.slot(attribute)];
        if (old == null) {
            return false;
        }
        Object now = attribute.get(instance, state);
        if (old == EntityState.NO_VALUE) {
            return true;
        }
        Object before = old == EntityState.NULL ? null : old;
        return attribute instanceof ColumnAttribute column ? !column.sameValue(before, now) : before != now;
    }

    private static boolean isMarked(EntityState.Rare rare, MappedAttribute attribute) {
        return rare.expressions != null && rare.expressions.containsKey(attribute)
                || rare.flagged != null && rare.flagged.contains(attribute);
    }

    /**
     * The committed value: before the first change since the last flush.
     *
     * @return {@link EntityState#NO_VALUE} if it is not known
     */
    static @Nullable Object oldValue(EntityState state, MappedAttribute attribute) {
        if (attribute instanceof CompositeAttribute composite) {
            @Nullable Object[] parts = new Object[composite.parts().length];
            for (int i = 0; i < parts.length; i++) {
                parts[i] = oldValue(state, composite.parts()[i]);
                if (parts[i] == EntityState.NO_VALUE) {
                    return EntityState.NO_VALUE;
                }
            }
            return composite.type().make(parts);
        }
        Object old = state.olds == null ? null : state.olds[state.layout.slot(attribute)];
        if (old == EntityState.NULL) {
            return null;
        }
        if (old != null) {
            return old;
        }
        Object instance = state.get();
        return instance != null && state.isLoaded(attribute) ? attribute.get(instance, state) : EntityState.NO_VALUE;
    }

    /** Whether any attribute has a net change. */
    static boolean hasChanges(EntityState state) {
        if (state.key == null) {
            return true;
        }
        if (hasColumnOrReferenceChanges(state)) {
            return true;
        }
        for (RelationAttribute relation : state.layout.collections) {
            if (isChanged(state, relation)) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasColumnOrReferenceChanges(EntityState state) {
        if (state.rare != null
                && (state.rare.expressions != null && !state.rare.expressions.isEmpty()
                        || state.rare.flagged != null && !state.rare.flagged.isEmpty())) {
            return true;
        }
        @Nullable Object[] values = state.olds;
        if (values == null) {
            return false;
        }
        for (int slot = 0; slot < values.length; slot++) {
            MappedAttribute attribute = values[slot] == null ? null : state.layout.at(slot);
            if (attribute != null && isChanged(state, attribute)) {
                return true;
            }
        }
        return false;
    }
}
