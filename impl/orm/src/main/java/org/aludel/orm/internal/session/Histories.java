package org.aludel.orm.internal.session;

import java.util.List;
import org.aludel.orm.History;
import org.aludel.orm.internal.mapping.ColumnAttribute;
import org.aludel.orm.internal.mapping.CompositeAttribute;
import org.aludel.orm.internal.mapping.EntityMapper;
import org.aludel.orm.internal.mapping.MappedAttribute;
import org.aludel.orm.internal.mapping.RelationAttribute;
import org.aludel.orm.internal.state.EntityState;
import org.aludel.orm.internal.state.InitialValues;
import org.aludel.orm.internal.state.Members;
import org.aludel.orm.internal.state.TrackedCollection;
import org.aludel.orm.internal.state.TrackedCollections;
import org.jspecify.annotations.Nullable;

/** Tells what happened to an attribute since the last flush, from memory. */
final class Histories {

    private Histories() {}

    static History<@Nullable Object> of(Object instance, EntityMapper mapper, MappedAttribute attribute) {
        EntityState state = EntityState.of(instance);
        if (attribute instanceof RelationAttribute relation && relation.isCollection()) {
            return ofCollection(instance, state, relation);
        }
        if (state != null && attribute instanceof CompositeAttribute) {
            state.makeComposites(instance);
        }
        if (state == null || state.key() == null) {
            Object value = attribute.get(instance, state);
            if (attribute instanceof ColumnAttribute column && InitialValues.has(instance, column)) {
                return new History<>(List.of(), single(value), List.of());
            }
            return new History<>(value == null ? List.of() : List.of(value), List.of(), List.of());
        }
        if (!state.isChanged(attribute)) {
            return new History<>(
                    List.of(),
                    state.isLoaded(attribute) ? single(attribute.get(instance, state)) : List.of(),
                    List.of());
        }
        Object before = state.oldValue(attribute);
        return new History<>(
                single(attribute.get(instance, state)),
                List.of(),
                before == EntityState.NO_VALUE ? List.of() : single(before));
    }

    /** Whether an object has net changes. */
    static boolean isModified(Object instance, EntityMapper mapper, boolean includeCollections) {
        EntityState state = EntityState.of(instance);
        for (ColumnAttribute column : mapper.columns()) {
            if (state == null || state.key() == null ? hasValue(instance, state, column) : state.isChanged(column)) {
                return true;
            }
        }
        for (RelationAttribute relation : mapper.relations()) {
            if (relation.index() < 0 || relation.viewOnly() || relation.isCollection() && !includeCollections) {
                continue;
            }
            History<@Nullable Object> history = of(instance, mapper, relation);
            if (history.hasChanges()) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasValue(Object instance, @Nullable EntityState state, ColumnAttribute column) {
        Object value = column.index() < 0 ? null : column.get(instance, state);
        boolean unset = value == null
                || column.isPrimitive()
                        && (value.equals(false)
                                || value.equals('\0')
                                || value instanceof Number number && number.doubleValue() == 0);
        return !unset;
    }

    private static History<@Nullable Object> ofCollection(
            Object instance, @Nullable EntityState state, RelationAttribute relation) {
        TrackedCollection<?> tracked = TrackedCollections.existing(instance, state, relation);
        if (tracked == null) {
            return new History<>(Related.inMemory(instance, state, relation), List.of(), List.of());
        }
        Members members = tracked.members();
        return new History<>(
                List.copyOf(members.added()), List.copyOf(members.unchanged()), List.copyOf(members.removed()));
    }

    private static List<@Nullable Object> single(@Nullable Object value) {
        return java.util.Collections.singletonList(value);
    }
}
