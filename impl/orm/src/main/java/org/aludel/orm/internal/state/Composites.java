package org.aludel.orm.internal.state;

import java.util.HashMap;
import org.aludel.orm.MutableValue;
import org.aludel.orm.internal.mapping.ColumnAttribute;
import org.aludel.orm.internal.mapping.CompositeAttribute;
import org.jspecify.annotations.Nullable;

/** Keeps a composite's field and its columns in step. */
final class Composites {

    private Composites() {}

    /** The field is read: makes the value of what the columns hold, loading them if need be. */
    static void make(Object instance, EntityState state, CompositeAttribute composite) {
        for (ColumnAttribute part : composite.parts()) {
            state.require(instance, part);
        }
        fill(instance, state, composite);
    }

    private static void fill(Object instance, EntityState state, CompositeAttribute composite) {
        composite.set(instance, state, owned(instance, composite, composite.made(instance, state)));
        state.markLoaded(composite);
    }

    /** Makes the value if that takes no statement, before the state is lost. */
    static void makeLoaded(Object instance, EntityState state) {
        for (CompositeAttribute composite : state.layout().composites) {
            if (!state.isLoaded(composite) && isLoaded(state, composite)) {
                fill(instance, state, composite);
            }
        }
    }

    /**
     * Makes what can be made, for an instance that is being written to a stream: its fields have been read already, so
     * what they lack is given, by attribute.
     */
    static HashMap<Integer, Object> missing(EntityState state) {
        HashMap<Integer, Object> missing = new HashMap<>();
        Object instance = state.get();
        for (CompositeAttribute composite : state.layout().composites) {
            if (instance != null && !state.isLoaded(composite) && isLoaded(state, composite)) {
                fill(instance, state, composite);
                Object value = composite.get(instance, state);
                if (value != null) {
                    missing.put(composite.index(), value);
                }
            }
        }
        return missing;
    }

    private static boolean isLoaded(EntityState state, CompositeAttribute composite) {
        for (ColumnAttribute part : composite.parts()) {
            if (!state.isLoaded(part)) {
                return false;
            }
        }
        return true;
    }

    /** The field is assigned: the columns are. */
    static @Nullable Object take(
            Object instance, EntityState state, CompositeAttribute composite, @Nullable Object value) {
        if (composite.activeHistory() && !state.isLoaded(composite)) {
            make(instance, state, composite);
        }
        Object taken = AttributeChanges.told(instance, state, composite, value);
        if (state.isLoaded(composite) && composite.get(instance, state) instanceof MutableValue before) {
            before.owners().remove(instance, composite.index());
        }
        write(instance, state, composite, taken);
        state.markLoaded(composite);
        return owned(instance, composite, taken);
    }

    /** The columns get what a value consists of. */
    static void write(Object instance, EntityState state, CompositeAttribute composite, @Nullable Object value) {
        ColumnAttribute[] parts = composite.parts();
        for (int i = 0; i < parts.length; i++) {
            Object part = composite.type().part(value, i);
            if (part == null && parts[i].isPrimitive() && !parts[i].isHidden()) {
                continue; // a primitive field of its own can't be null
            }
            state.assign(instance, parts[i], part);
        }
        state.touch(instance);
    }

    /** A new object comes to a session: what its fields hold goes to the columns. */
    static void adopt(Object instance, EntityState state) {
        for (CompositeAttribute composite : state.layout().composites) {
            Object value = composite.get(instance, state);
            // fields of the columns' own were written with the composite, or later
            boolean fields = composite.hasFields() && composite.made(instance, null) != null;
            ColumnAttribute[] parts = composite.parts();
            for (int i = 0; i < parts.length && value != null; i++) {
                Object part = composite.type().part(value, i);
                if (parts[i].isHidden() || !fields && part != null) {
                    parts[i].set(instance, state, part);
                }
            }
            if (value == null || composite.hasFields()) {
                state.markUnloaded(composite);
            } else {
                owned(instance, composite, value);
            }
        }
    }

    /** The value was changed in place. */
    static void changed(Object instance, EntityState state, CompositeAttribute composite) {
        if (state.isLoaded(composite)) {
            write(instance, state, composite, composite.get(instance, state));
            state.markLoaded(composite);
        }
    }

    private static @Nullable Object owned(Object instance, CompositeAttribute composite, @Nullable Object value) {
        if (value instanceof MutableValue mutable) {
            mutable.owners().add(instance, composite.index());
        }
        return value;
    }

    /** A composite of an object that no session has seen is assigned: columns with fields of their own are. */
    static @Nullable Object takeNew(Object instance, CompositeAttribute composite, @Nullable Object value) {
        Object taken = AttributeChanges.told(instance, null, composite, value);
        ColumnAttribute[] parts = composite.parts();
        for (int i = 0; i < parts.length; i++) {
            Object part = composite.type().part(taken, i);
            if (!parts[i].isHidden() && !(part == null && parts[i].isPrimitive())) {
                parts[i].set(instance, null, part);
            }
        }
        return taken;
    }

    /** A composite of an object that no session has seen is read. */
    static void readNew(Object instance, CompositeAttribute composite) {
        if (composite.get(instance, null) == null && composite.hasFields()) {
            composite.set(instance, null, composite.made(instance, null));
        }
    }
}
