package org.aludel.orm.internal.state;

import java.util.Objects;
import org.aludel.orm.instrument.InstanceState;
import org.aludel.orm.internal.mapping.ColumnAttribute;
import org.aludel.orm.internal.mapping.MappedAttribute;
import org.aludel.orm.internal.mapping.RelationAttribute;
import org.jspecify.annotations.Nullable;

/** Puts back values from memory: those of a savepoint, or the committed ones. */
final class Restoration {

    private Restoration() {}

    /** Puts back the value an attribute had at a savepoint. */
    static void restore(EntityState state, Object instance, MappedAttribute attribute, @Nullable Object value) {
        state.forgetChange(attribute);
        if (state.rare != null && state.rare.expressions != null && attribute instanceof ColumnAttribute column) {
            state.rare.expressions.remove(column);
        }
        if (value == EntityState.NO_VALUE) {
            expireQuietly(state, instance, attribute);
            return;
        }
        if (attribute instanceof RelationAttribute relation && relation.isCollection()) {
            TrackedCollections.made(instance, state, relation).members().restore((@Nullable Object[])
                    Objects.requireNonNull(value));
        } else {
            state.store(instance, attribute, value);
        }
        state.markLoaded(attribute);
        if (attribute.index() >= 0) {
            state.trapWrite |= InstanceState.bit(attribute.index());
        }
    }

    private static void expireQuietly(EntityState state, Object instance, MappedAttribute attribute) {
        Attachment held = state.attachment;
        state.attachment = null;
        Expiry.expire(state, instance, attribute);
        state.attachment = held;
    }

    /** Undoes all changes since the last flush, from memory. */
    static void revert(EntityState state, Object instance) {
        @Nullable Object[] values = state.olds;
        if (values != null) {
            for (int slot = 0; slot < values.length; slot++) {
                MappedAttribute attribute = values[slot] == null ? null : state.layout.at(slot);
                if (attribute != null) {
                    restore(state, instance, attribute, values[slot] == EntityState.NULL ? null : values[slot]);
                }
            }
        }
        for (RelationAttribute relation : state.layout.collections) {
            TrackedCollection<?> collection = TrackedCollections.existing(instance, state, relation);
            if (collection != null && collection.members().hasChanges()) {
                Object committed = collection.members().committed();
                restore(state, instance, relation, committed);
            }
        }
        state.olds = null;
        if (state.rare != null) {
            state.rare.expressions = null;
            state.rare.flagged = null;
        }
        state.flags &= ~(EntityState.MODIFIED | EntityState.DIRTY);
        state.trapWrite = state.layout.trackedBits;
    }
}
