package org.aludel.orm.internal.state;

import java.io.Serializable;
import java.util.BitSet;
import org.aludel.errors.DetachedException;
import org.aludel.orm.instrument.InstanceState;
import org.jspecify.annotations.Nullable;

/**
 * The state of an instance that was read from a stream: its key and what had not been loaded, until a session takes the
 * instance in by merge or add.
 */
public final class ImportedState extends InstanceState {

    private static final long serialVersionUID = 1L;

    private final transient String name;
    private final transient Object key;
    private final transient BitSet unloaded;

    /** What is written to the stream. */
    record Snapshot(String name, Object key, BitSet unloaded) implements Serializable {

        private Object readResolve() {
            return new ImportedState(this);
        }
    }

    private ImportedState(Snapshot snapshot) {
        super(null, null);
        this.name = snapshot.name();
        this.key = snapshot.key();
        this.unloaded = snapshot.unloaded();
        long mask = 0;
        for (int index = unloaded.nextSetBit(0); index >= 0; index = unloaded.nextSetBit(index + 1)) {
            mask |= bit(index);
        }
        trapRead = mask;
        trapWrite = mask;
    }

    /** The value of the key: the single value, or the list of several. */
    public Object key() {
        return key;
    }

    /** Whether the attribute was loaded when the instance was written to the stream, or was set since. */
    public boolean isLoaded(int index) {
        return !unloaded.get(index);
    }

    @Override
    public void onRead(Object instance, int attribute) {
        if (unloaded.get(attribute)) {
            throw new DetachedException(
                    "ALU-0520",
                    "attribute " + attribute + " of " + name + " is not loaded and its object belongs to no session;"
                            + " where: " + name + " with key " + key + ", read from a stream; what to do: load the"
                            + " attribute before the object is written, or bring the object back with"
                            + " session.merge(object)");
        }
    }

    @Override
    public @Nullable Object onWrite(Object instance, int attribute, @Nullable Object value) {
        unloaded.clear(attribute);
        if (attribute < StateLayout.SHARED) {
            trapRead &= ~bit(attribute);
            trapWrite &= ~bit(attribute);
        }
        return value;
    }

    @Override
    protected Serializable snapshot() {
        return new Snapshot(name, key, unloaded);
    }
}
