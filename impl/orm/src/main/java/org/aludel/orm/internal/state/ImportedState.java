package org.aludel.orm.internal.state;

import java.io.Serializable;
import java.util.BitSet;
import java.util.HashMap;
import org.aludel.errors.DetachedException;
import org.aludel.orm.MutableValue;
import org.aludel.orm.instrument.InstanceState;
import org.aludel.orm.instrument.Instrumented;
import org.jspecify.annotations.Nullable;

/**
 * The state of an instance that was read from a stream: its key, what had not been loaded and what was changed, until a session takes the
 * instance in by merge or add.
 */
public final class ImportedState extends InstanceState {

    private static final long serialVersionUID = 1L;

    private final transient String name;
    private final transient Object key;
    private final transient String[] names;
    private final transient BitSet unloaded;
    private final transient BitSet changed;

    /** Attributes whose values are changed in place: they learn of their owner when they are first read. */
    private final transient BitSet mutable;

    /** Composites that were not made yet when the instance was written, by attribute; they go to their fields later. */
    private final transient HashMap<Integer, Object> made;

    /** The members that loaded collections had when they were last in step with the database, by attribute. */
    private final transient HashMap<Integer, Object[]> committed;

    /** What is written to the stream. */
    record Snapshot(
            String name,
            Object key,
            String[] names,
            BitSet unloaded,
            BitSet changed,
            BitSet mutable,
            HashMap<Integer, Object> made,
            HashMap<Integer, Object[]> committed)
            implements Serializable {

        private Object readResolve() {
            return new ImportedState(this);
        }
    }

    private ImportedState(Snapshot snapshot) {
        super(null, null);
        this.name = snapshot.name();
        this.key = snapshot.key();
        this.names = snapshot.names();
        this.unloaded = snapshot.unloaded();
        this.changed = snapshot.changed();
        this.mutable = snapshot.mutable();
        this.made = snapshot.made();
        this.committed = snapshot.committed();
        long mask = 0;
        for (int index = mutable.nextSetBit(0); index >= 0; index = mutable.nextSetBit(index + 1)) {
            mask |= bit(index);
        }
        for (int index = unloaded.nextSetBit(0); index >= 0; index = unloaded.nextSetBit(index + 1)) {
            mask |= bit(index);
        }
        for (int index : made.keySet()) {
            mask |= bit(index);
        }
        trapRead = mask;
        trapWrite = -1L; // a change must be known when a session takes the instance in
    }

    /** The value of the key: the single value, or the list of several. */
    public Object key() {
        return key;
    }

    /** Whether the attribute was loaded when the instance was written to the stream, or was set since. */
    public boolean isLoaded(int index) {
        return !unloaded.get(index);
    }

    /** Whether the attribute was changed and not yet flushed when the instance was written, or was set since. */
    public boolean isChanged(int index) {
        return changed.get(index);
    }

    /** The committed members of a collection; null if it was not loaded when the instance was written. */
    public Object @Nullable [] committed(int index) {
        return committed.get(index);
    }

    /** Puts composites that came apart from the instance into its fields. */
    public void settle(Object instance) {
        made.forEach((index, value) -> ((Instrumented) instance).$aludel_raw(index, value));
        made.clear();
    }

    @Override
    public void onRead(Object instance, int attribute) {
        settle(instance);
        if (mutable.get(attribute) && ((Instrumented) instance).$aludel_raw(attribute) instanceof MutableValue value) {
            value.owners().add(instance, attribute);
        }
        if (unloaded.get(attribute)) {
            throw new DetachedException(
                    "ALU-0520",
                    name + "." + names[attribute] + " is not loaded and its object belongs to no session;"
                            + " where: " + name + " with key " + key + ", read from a stream; what to do: load the"
                            + " attribute before the object is written, or bring the object back with"
                            + " session.merge(object)");
        }
    }

    @Override
    public @Nullable Object onWrite(Object instance, int attribute, @Nullable Object value) {
        settle(instance);
        unloaded.clear(attribute);
        changed.set(attribute);
        if (attribute < StateLayout.SHARED) {
            trapRead &= ~bit(attribute);
            trapWrite &= ~bit(attribute);
        }
        return value;
    }

    @Override
    public void onChanged(Object instance, int attribute) {
        changed.set(attribute);
    }

    @Override
    protected Serializable snapshot() {
        return new Snapshot(name, key, names, unloaded, changed, mutable, made, committed);
    }
}
