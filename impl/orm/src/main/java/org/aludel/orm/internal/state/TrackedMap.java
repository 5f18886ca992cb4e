package org.aludel.orm.internal.state;

import java.io.Serializable;
import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.ArrayList;
import java.util.ConcurrentModificationException;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The map in a mapped field: members by key. A member that is put takes the place of the one that has its key; a member
 * stands once, so putting it under another key moves it.
 *
 * @param <K> class of the keys
 * @param <V> class of the members
 */
public class TrackedMap<K, V> extends AbstractMap<K, V> implements TrackedCollection<V>, Serializable {

    private static final long serialVersionUID = 1L;

    final transient Members members;
    final transient KeyedForm form;

    TrackedMap(Members members, KeyedForm form) {
        this.members = members;
        this.form = form;
    }

    @Override
    public final Members members() {
        return members;
    }

    /** The part of the map that is seen, which is all of it unless this is a view. */
    @SuppressWarnings("unchecked")
    Map<K, V> seen() {
        return (Map<K, V>) (Map<?, ?>) form.byKey;
    }

    /** {@link #seen()}, loaded. */
    final Map<K, V> loaded() {
        members.ensureLoaded();
        return seen();
    }

    @Override
    public int size() {
        return loaded().size();
    }

    @Override
    public @Nullable V get(@Nullable Object key) {
        return loaded().get(key);
    }

    @Override
    public boolean containsKey(@Nullable Object key) {
        return loaded().containsKey(key);
    }

    @Override
    public boolean containsValue(@Nullable Object member) {
        for (Object each : loaded().values()) {
            if (each == member) {
                return true;
            }
        }
        return false;
    }

    @Override
    public @Nullable V put(K key, V member) {
        Map<K, V> map = loaded();
        V before = map.get(key);
        if (before == member && member != null) {
            return before;
        }
        if (member != null && members.contains(member)) {
            move(key, member, before);
            return before;
        }
        form.under(key);
        try {
            members.add(member);
        } finally {
            form.underItsOwn();
        }
        return before;
    }

    private void move(K key, V member, @Nullable V before) {
        if (before != null) {
            members.remove(before);
        }
        form.byKey.values().removeIf(other -> other == member);
        form.byKey.put(key, Objects.requireNonNull(member));
    }

    /** Adds a member under its own key. */
    final void add(V member) {
        members.add(member);
    }

    @Override
    public @Nullable V remove(@Nullable Object key) {
        V member = loaded().get(key);
        if (member != null) {
            members.remove(member);
        }
        return member;
    }

    @Override
    public void clear() {
        for (V member : new ArrayList<>(loaded().values())) {
            members.remove(member);
        }
    }

    @Override
    public Set<Entry<K, V>> entrySet() {
        return new Entries();
    }

    /** Members and keys as they are now; setting the value of an entry puts. */
    private final class Entries extends AbstractSet<Entry<K, V>> {

        @Override
        public int size() {
            return loaded().size();
        }

        @Override
        public void clear() {
            TrackedMap.this.clear();
        }

        @Override
        public Iterator<Entry<K, V>> iterator() {
            return new EntryIterator(new ArrayList<>(loaded().entrySet()));
        }
    }

    private final class EntryIterator implements Iterator<Entry<K, V>> {

        private final Iterator<Entry<K, V>> rest;
        private int expected;
        private @Nullable Entry<K, V> last;

        EntryIterator(List<Entry<K, V>> entries) {
            List<Entry<K, V>> live = new ArrayList<>(entries.size());
            entries.forEach(entry -> live.add(new LiveEntry(entry)));
            rest = live.iterator();
            expected = members.changes();
        }

        @Override
        public boolean hasNext() {
            return rest.hasNext();
        }

        @Override
        public Entry<K, V> next() {
            if (expected != members.changes()) {
                throw new ConcurrentModificationException();
            }
            if (!rest.hasNext()) {
                throw new NoSuchElementException();
            }
            Entry<K, V> next = rest.next();
            last = next;
            return next;
        }

        @Override
        public void remove() {
            Entry<K, V> gone = last;
            if (gone == null) {
                throw new IllegalStateException("next() was not called");
            }
            last = null;
            TrackedMap.this.remove(gone.getKey());
            expected = members.changes();
        }

        /** An entry whose value can be set while it is iterated over. */
        private final class LiveEntry extends SimpleEntry<K, V> {

            private static final long serialVersionUID = 1L;

            LiveEntry(Entry<K, V> entry) {
                super(entry);
            }

            @Override
            public V setValue(V member) {
                put(getKey(), member);
                expected = members.changes();
                return super.setValue(member);
            }
        }
    }

    @Override
    public final boolean equals(@Nullable Object other) {
        if (other == this) {
            return true;
        }
        if (!(other instanceof Map<?, ?> map) || map.size() != size()) {
            return false;
        }
        for (Entry<K, V> entry : loaded().entrySet()) {
            if (map.get(entry.getKey()) != entry.getValue()) {
                return false;
            }
        }
        return true;
    }

    @Override
    public final int hashCode() {
        return IdentityOf.hash(loaded().values());
    }

    @Override
    protected final Object clone() {
        return new LinkedHashMap<>(this);
    }

    /** A plain map in the same order: the owner's next session makes it a tracked one. */
    Object writeReplace() {
        return new LinkedHashMap<>(seen());
    }
}
