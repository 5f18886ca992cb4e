package org.aludel.orm.internal.state;

import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.aludel.orm.internal.mapping.EntityKey;
import org.jspecify.annotations.Nullable;

/**
 * The instances of a session by key: open addressing with linear probing, whose entries are the states themselves. A
 * state holds its instance weakly, so that what nobody uses and nobody changed can be collected.
 *
 * <p>The table is cut into segments. One array for many objects would be so large that collectors keep it among old
 * objects from the start, where it outlives its session and keeps all its states alive with it.
 */
public final class IdentityMap {

    private static final int SMALLEST = 16;
    private static final int SEGMENT_BITS = 12;
    private static final int SEGMENT = 1 << SEGMENT_BITS;

    /** The table of maps without entries; never written to. */
    private static final @Nullable EntityState[][] NONE = table(1);

    private final ReferenceQueue<Object> queue = new ReferenceQueue<>();
    private @Nullable EntityState[][] segments = NONE;
    private int mask;
    private int size;

    /** The queue that states of this map are made with. */
    public ReferenceQueue<Object> queue() {
        return queue;
    }

    /** Entries, those not yet purged included. */
    public int size() {
        purge();
        return size;
    }

    /** The state of a key whose instance is alive, or null. */
    public @Nullable EntityState find(EntityKey key) {
        for (int i = key.hashCode() & mask; ; i = (i + 1) & mask) {
            EntityState entry = entry(i);
            if (entry == null) {
                return null;
            }
            if (key.equals(entry.key())) {
                return entry.get() == null ? null : entry;
            }
        }
    }

    /** Enters a state under its key; one of the same key is replaced. */
    public void put(EntityState state) {
        purge();
        if ((size + 1) * 3L > (mask + 1) * 2L) {
            resize(Math.max(SMALLEST, (mask + 1) * 2));
        }
        EntityKey key = keyOf(state);
        for (int i = key.hashCode() & mask; ; i = (i + 1) & mask) {
            EntityState entry = entry(i);
            if (entry == null) {
                enter(i, state);
                size++;
                return;
            }
            if (entry == state || key.equals(entry.key())) {
                enter(i, state);
                return;
            }
        }
    }

    /** Takes a state out; nothing happens if another state has its key. */
    public void remove(EntityState state) {
        if (state.key() == null) {
            return;
        }
        for (int i = keyOf(state).hashCode() & mask; ; i = (i + 1) & mask) {
            EntityState entry = entry(i);
            if (entry == null) {
                return;
            }
            if (entry == state) {
                removeAt(i);
                return;
            }
        }
    }

    /** Closes the gap, so that probing needs no marks for what was removed. */
    private void removeAt(int position) {
        int gap = position;
        for (int i = (gap + 1) & mask; ; i = (i + 1) & mask) {
            EntityState entry = entry(i);
            if (entry == null) {
                break;
            }
            int home = keyOf(entry).hashCode() & mask;
            if (((i - home) & mask) >= ((i - gap) & mask)) {
                enter(gap, entry);
                gap = i;
            }
        }
        enter(gap, null);
        size--;
    }

    /** Makes room for states to come. */
    public void presize(int additional) {
        purge();
        int needed = SMALLEST;
        while (needed * 2L < (size + (long) additional) * 3 + 3 && needed < 1 << 29) {
            needed <<= 1;
        }
        if (needed > mask + 1) {
            resize(needed);
        }
    }

    private void resize(int capacity) {
        @Nullable EntityState[][] old = segments;
        segments = table(capacity);
        mask = capacity - 1;
        for (@Nullable EntityState[] segment : old) {
            for (EntityState entry : segment) {
                if (entry == null) {
                    continue;
                }
                int i = keyOf(entry).hashCode() & mask;
                while (entry(i) != null) {
                    i = (i + 1) & mask;
                }
                enter(i, entry);
            }
        }
    }

    private static @Nullable EntityState[][] table(int capacity) {
        @Nullable EntityState[][] table = new @Nullable EntityState[Math.max(1, capacity >> SEGMENT_BITS)][];
        // one by one: an array of arrays made at once is a call into the virtual machine, which sessions of one object
        // feel
        for (int i = 0; i < table.length; i++) {
            table[i] = new @Nullable EntityState[Math.min(capacity, SEGMENT)];
        }
        return table;
    }

    private @Nullable EntityState entry(int i) {
        return segments[i >> SEGMENT_BITS][i & SEGMENT - 1];
    }

    private void enter(int i, @Nullable EntityState state) {
        segments[i >> SEGMENT_BITS][i & SEGMENT - 1] = state;
    }

    private void purge() {
        for (Reference<?> gone = queue.poll(); gone != null; gone = queue.poll()) {
            if (gone instanceof EntityState state) {
                remove(state);
            }
        }
    }

    /** All states whose instances are alive, in no order. */
    public EntityState[] states() {
        EntityState[] alive = new EntityState[size];
        int n = 0;
        for (@Nullable EntityState[] segment : segments) {
            for (EntityState entry : segment) {
                if (entry != null && entry.get() != null) {
                    alive[n++] = entry;
                }
            }
        }
        return n == alive.length ? alive : Arrays.copyOf(alive, n);
    }

    /** The instances that are alive. */
    public List<Object> instances() {
        List<Object> alive = new ArrayList<>();
        for (EntityState state : states()) {
            Object instance = state.get();
            if (instance != null) {
                alive.add(instance);
            }
        }
        return alive;
    }

    /** Takes everything out. */
    public void clear() {
        segments = NONE;
        mask = 0;
        size = 0;
    }

    private static EntityKey keyOf(EntityState state) {
        EntityKey key = state.key();
        if (key == null) {
            throw new IllegalStateException(state + " has no key");
        }
        return key;
    }
}
