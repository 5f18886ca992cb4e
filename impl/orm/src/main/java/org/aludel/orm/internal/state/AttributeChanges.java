package org.aludel.orm.internal.state;

import java.util.Collection;
import java.util.List;
import org.aludel.orm.Initiator;
import org.aludel.orm.internal.events.AttributeListeners;
import org.aludel.orm.internal.mapping.ColumnAttribute;
import org.aludel.orm.internal.mapping.MappedAttribute;
import org.aludel.orm.internal.mapping.RelationAttribute;
import org.jspecify.annotations.Nullable;

/** Changes of single attributes other than by plain assignment, and what listeners are told of assignments. */
public final class AttributeChanges {

    private AttributeChanges() {}

    /** Tells listeners that a column is assigned; gives the value to take. */
    static @Nullable Object told(
            Object instance, @Nullable EntityState state, MappedAttribute attribute, @Nullable Object value) {
        AttributeListeners listeners = attribute.listeners();
        Object taken = value;
        if (listeners != null) {
            if (listeners.hearsInitialReads() && attribute instanceof ColumnAttribute initial) {
                InitialValues.remove(instance, initial);
            }
            boolean known = state == null || state.isLoaded(attribute);
            taken = listeners.set(
                    instance,
                    known ? attribute.get(instance, state) : null,
                    known,
                    value,
                    attribute.initiator(Initiator.Operation.SET));
        }
        if (attribute instanceof ColumnAttribute column && column.isMutable()) {
            MutableValues.left(instance, column, column.get(instance, state));
            return MutableValues.taken(instance, column, taken);
        }
        return taken;
    }

    /** A column of a new object is read: listeners may give it a value if it has none. */
    static void readInitially(Object instance, ColumnAttribute column) {
        AttributeListeners listeners = column.listeners();
        if (listeners == null || column.isPrimitive() || column.get(instance, null) != null) {
            return;
        }
        Object initial = listeners.initScalar(instance, column.initiator(Initiator.Operation.SET));
        if (initial != null) {
            column.set(instance, null, initial);
            InitialValues.add(instance, column);
        }
    }

    /** Gives an attribute a value as if it had been loaded; the change it may have had is forgotten. */
    public static void setCommitted(Object instance, MappedAttribute attribute, @Nullable Object value) {
        EntityState state = EntityState.of(instance);
        if (state == null) {
            if (attribute instanceof RelationAttribute relation && relation.isCollection()) {
                TrackedCollections.made(instance, null, relation).members().load(members(value));
            } else if (attribute.index() >= 0) {
                attribute.set(instance, null, value);
            }
            return;
        }
        state.forgetChange(attribute);
        if (attribute instanceof RelationAttribute relation && relation.isCollection()) {
            state.setLoaded(instance, attribute, members(value));
        } else {
            state.setLoaded(instance, attribute, value);
        }
    }

    private static List<?> members(@Nullable Object value) {
        return value instanceof Collection<?> collection ? List.copyOf(collection) : List.of();
    }
}
