package org.aludel.orm.internal.state;

import java.lang.reflect.Array;
import org.aludel.orm.instrument.InstanceState;
import org.aludel.orm.internal.mapping.ColumnAttribute;
import org.aludel.orm.internal.mapping.CompositeAttribute;
import org.aludel.orm.internal.mapping.EntityKey;
import org.aludel.orm.internal.mapping.MappedAttribute;
import org.aludel.orm.internal.mapping.RelationAttribute;
import org.jspecify.annotations.Nullable;

/** Forgets values, so that they are read again when they are needed. */
final class Expiry {

    private Expiry() {}

    /** Forgets an attribute's value and change; the next read loads it. A key stays what it is. */
    static void expire(EntityState state, Object instance, MappedAttribute attribute) {
        if (attribute instanceof CompositeAttribute composite) {
            for (ColumnAttribute part : composite.parts()) {
                expire(state, instance, part);
            }
            state.markUnloaded(composite);
            return;
        }
        if (attribute instanceof ColumnAttribute column && column.isPrimaryKey() && state.key != null) {
            restoreKeyPart(state, instance, column, state.key);
            return;
        }
        UnitOfWork owner = state.session();
        if (owner != null && owner.isJournalling()) {
            journalBeforeExpiry(state, owner, instance, attribute);
        }
        state.forgetChange(attribute);
        if (attribute instanceof RelationAttribute relation) {
            if (relation.isCollection()) {
                TrackedCollection<?> collection = TrackedCollections.existing(instance, state, relation);
                if (collection != null) {
                    collection.members().expire();
                }
            } else {
                relation.set(instance, state, null);
            }
        } else {
            state.flags |= EntityState.EXPIRED;
            if (state.rare != null && state.rare.expressions != null) {
                state.rare.expressions.remove((ColumnAttribute) attribute);
            }
            if (attribute.index() >= 0) {
                state.trapWrite |= InstanceState.bit(attribute.index());
            }
        }
        state.markUnloaded(attribute);
    }

    /** Takes away what fields still hold of columns that were never loaded or have expired. */
    static void clear(EntityState state, Object instance) {
        for (ColumnAttribute column : state.layout.mapper.columns()) {
            if (column.index() >= 0 && !column.isPrimaryKey() && !state.isLoaded(column)) {
                column.set(instance, state, none(column.javaType()));
            }
        }
    }

    private static @Nullable Object none(Class<?> type) {
        return type.isPrimitive() ? Array.get(Array.newInstance(type, 1), 0) : null;
    }

    private static void restoreKeyPart(EntityState state, Object instance, ColumnAttribute column, EntityKey known) {
        if (state.olds != null) {
            state.olds[state.layout.slot(column)] = null;
        }
        ColumnAttribute[] parts = state.layout.mapper.primaryKey();
        for (int i = 0; i < parts.length; i++) {
            if (parts[i] == column) {
                state.store(instance, column, known.part(i));
            }
        }
        state.markLoaded(column);
        if (column.index() >= 0) {
            state.trapWrite |= InstanceState.bit(column.index());
        }
    }

    private static void journalBeforeExpiry(
            EntityState state, UnitOfWork owner, Object instance, MappedAttribute attribute) {
        if (attribute instanceof RelationAttribute relation && relation.isCollection()) {
            TrackedCollection<?> collection = TrackedCollections.existing(instance, state, relation);
            if (collection != null) {
                owner.journal(state, instance, attribute, collection.members().committed());
            }
            return;
        }
        Object committed = NetChanges.oldValue(state, attribute);
        if (committed != EntityState.NO_VALUE) {
            owner.journal(state, instance, attribute, committed);
        }
    }

    /** Expires every attribute and forgets all changes. */
    static void expireAll(EntityState state, Object instance) {
        UnitOfWork owner = state.session();
        boolean journalling = owner != null && owner.isJournalling();
        for (RelationAttribute relation : state.layout.relations) {
            expire(state, instance, relation);
        }
        if (journalling
                || state.layout.wide
                || state.layout.hiddenCount > 0
                || state.rare != null
                || hasChangedKey(state)) {
            for (ColumnAttribute column : state.layout.columns) {
                expire(state, instance, column);
            }
        } else {
            state.trapRead = state.layout.expiringBits;
        }
        state.olds = null;
        if (state.rare != null) {
            state.rare.flagged = null;
        }
        state.flags = (state.flags | EntityState.EXPIRED) & ~(EntityState.MODIFIED | EntityState.DIRTY);
        state.trapWrite = state.layout.trackedBits;
    }

    private static boolean hasChangedKey(EntityState state) {
        if (state.olds == null) {
            return false;
        }
        for (ColumnAttribute column : state.layout.mapper.primaryKey()) {
            if (state.olds[state.layout.slot(column)] != null) {
                return true;
            }
        }
        return false;
    }
}
