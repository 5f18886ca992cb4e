package org.aludel.orm.internal.state;

import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import org.aludel.orm.internal.mapping.EntityKey;
import org.jspecify.annotations.Nullable;

/**
 * The instances of a session by key: open addressing with linear probing, whose entries are the states themselves. A
 * state holds its instance weakly, so that what nobody uses and nobody changed can be collected.
 */
public final class IdentityMap {

    private static final int SMALLEST = 16;

    private final ReferenceQueue<Object> queue = new ReferenceQueue<>();
    private @Nullable EntityState[] entries = new EntityState[SMALLEST];
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
        @Nullable EntityState[] table = entries;
        int mask = table.length - 1;
        for (int i = key.hashCode() & mask; ; i = (i + 1) & mask) {
            EntityState entry = table[i];
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
        if ((size + 1) * 3 > entries.length * 2) {
            resize(entries.length * 2);
        }
        EntityKey key = keyOf(state);
        int mask = entries.length - 1;
        for (int i = key.hashCode() & mask; ; i = (i + 1) & mask) {
            EntityState entry = entries[i];
            if (entry == null) {
                entries[i] = state;
                size++;
                return;
            }
            if (entry == state || key.equals(entry.key())) {
                entries[i] = state;
                return;
            }
        }
    }

    /** Takes a state out; nothing happens if another state has its key. */
    public void remove(EntityState state) {
        if (state.key() == null) {
            return;
        }
        int mask = entries.length - 1;
        for (int i = keyOf(state).hashCode() & mask; ; i = (i + 1) & mask) {
            EntityState entry = entries[i];
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
        int mask = entries.length - 1;
        int gap = position;
        for (int i = (gap + 1) & mask; ; i = (i + 1) & mask) {
            EntityState entry = entries[i];
            if (entry == null) {
                break;
            }
            int home = keyOf(entry).hashCode() & mask;
            if (((i - home) & mask) >= ((i - gap) & mask)) {
                entries[gap] = entry;
                gap = i;
            }
        }
        entries[gap] = null;
        size--;
    }

    /** Makes room for states to come. */
    public void presize(int additional) {
        int needed = SMALLEST;
        while (needed * 2L < (size + (long) additional) * 3 + 3 && needed < 1 << 29) {
            needed <<= 1;
        }
        if (needed > entries.length) {
            resize(needed);
        }
    }

    private void resize(int capacity) {
        @Nullable EntityState[] old = entries;
        @Nullable EntityState[] table = new EntityState[capacity];
        int mask = capacity - 1;
        for (EntityState entry : old) {
            if (entry == null) {
                continue;
            }
            int i = keyOf(entry).hashCode() & mask;
            while (table[i] != null) {
                i = (i + 1) & mask;
            }
            table[i] = entry;
        }
        entries = table;
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
        for (EntityState entry : entries) {
            if (entry != null && entry.get() != null) {
                alive[n++] = entry;
            }
        }
        return n == alive.length ? alive : java.util.Arrays.copyOf(alive, n);
    }

    /** The instances that are alive. */
    public java.util.List<Object> instances() {
        java.util.List<Object> alive = new java.util.ArrayList<>();
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
        entries = new EntityState[SMALLEST];
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
