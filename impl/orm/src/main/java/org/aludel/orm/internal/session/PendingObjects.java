package org.aludel.orm.internal.session;

import java.util.AbstractCollection;
import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Collection;
import java.util.ConcurrentModificationException;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.function.IntFunction;
import org.aludel.orm.internal.state.EntityState;
import org.jspecify.annotations.Nullable;

/**
 * The new objects of a session by their states, in the order in which they were added. A state keeps its place itself, so
 * that there is nothing to hash and no node to make: a flush of many new objects is bound by the memory it touches.
 */
final class PendingObjects extends AbstractMap<EntityState, Object> {

    private static final int FIRST_ROOM = 16;
    private static final EntityState[] NO_STATES = {};
    private static final Object[] NO_OBJECTS = {};

    // places are given in order; who leaves leaves a gap
    private @Nullable EntityState[] states = NO_STATES;
    private @Nullable Object[] objects = NO_OBJECTS;
    private int end;
    private int size;
    private int moves;

    @Override
    public int size() {
        return size;
    }

    @Override
    public boolean containsKey(@Nullable Object key) {
        return key instanceof EntityState state && holds(state);
    }

    private boolean holds(EntityState state) {
        int place = state.place();
        return place < end && states[place] == state;
    }

    @Override
    public @Nullable Object get(@Nullable Object key) {
        return key instanceof EntityState state && holds(state) ? objects[state.place()] : null;
    }

    @Override
    public @Nullable Object put(EntityState state, Object object) {
        if (holds(state)) {
            Object before = objects[state.place()];
            objects[state.place()] = object;
            return before;
        }
        if (end == states.length) {
            makeRoom();
        }
        state.place(end);
        states[end] = state;
        objects[end++] = object;
        size++;
        return null;
    }

    /** Closes the gaps, or doubles the room. */
    private void makeRoom() {
        int room = end - size > end / 2 ? end : Math.max(FIRST_ROOM, end * 2);
        @Nullable EntityState[] from = states;
        @Nullable Object[] fromObjects = objects;
        int last = end;
        states = room == end ? from : Arrays.copyOf(from, room);
        objects = room == end ? fromObjects : Arrays.copyOf(fromObjects, room);
        if (size == end) {
            return;
        }
        end = 0;
        moves++;
        for (int i = 0; i < last; i++) {
            EntityState state = from[i];
            if (state != null) {
                state.place(end);
                states[end] = state;
                objects[end++] = fromObjects[i];
            }
        }
        Arrays.fill(states, end, last, null);
        Arrays.fill(objects, end, last, null);
    }

    @Override
    public @Nullable Object remove(@Nullable Object key) {
        if (!(key instanceof EntityState state) || !holds(state)) {
            return null;
        }
        int place = state.place();
        Object before = objects[place];
        states[place] = null;
        objects[place] = null;
        if (--size == 0) {
            end = 0;
        }
        return before;
    }

    @Override
    public void clear() {
        Arrays.fill(states, 0, end, null);
        Arrays.fill(objects, 0, end, null);
        end = 0;
        size = 0;
    }

    @Override
    public Set<EntityState> keySet() {
        return new AbstractSet<>() {
            @Override
            public int size() {
                return size;
            }

            @Override
            public boolean contains(@Nullable Object key) {
                return containsKey(key);
            }

            @Override
            public boolean remove(@Nullable Object key) {
                return PendingObjects.this.remove(key) != null;
            }

            @Override
            public Iterator<EntityState> iterator() {
                return new Places<>(place -> states[place]);
            }
        };
    }

    @Override
    public Collection<Object> values() {
        return new AbstractCollection<>() {
            @Override
            public int size() {
                return size;
            }

            @Override
            public Iterator<Object> iterator() {
                return new Places<>(place -> objects[place]);
            }
        };
    }

    @Override
    public Set<Map.Entry<EntityState, Object>> entrySet() {
        return new AbstractSet<>() {
            @Override
            public int size() {
                return size;
            }

            @Override
            @SuppressWarnings("NullAway") // a place with a state has an object
            public Iterator<Map.Entry<EntityState, Object>> iterator() {
                return new Places<>(place -> Map.entry(states[place], objects[place]));
            }
        };
    }

    /** Goes from place to place; what is added on the way is met too. */
    private final class Places<T> implements Iterator<T> {
        private final IntFunction<@Nullable T> value;
        private final int movesBefore = moves;
        private int next;
        private @Nullable EntityState given;

        Places(IntFunction<@Nullable T> value) {
            this.value = value;
        }

        @Override
        public boolean hasNext() {
            if (moves != movesBefore) {
                throw new ConcurrentModificationException();
            }
            while (next < end && states[next] == null) {
                next++;
            }
            return next < end;
        }

        @Override
        public T next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            given = states[next];
            T found = value.apply(next++);
            if (found == null) {
                throw new ConcurrentModificationException();
            }
            return found;
        }

        @Override
        public void remove() {
            EntityState last = given;
            if (last == null) {
                throw new IllegalStateException("next() comes first");
            }
            given = null;
            PendingObjects.this.remove(last);
        }
    }
}
