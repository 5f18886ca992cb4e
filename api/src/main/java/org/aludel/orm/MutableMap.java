package org.aludel.orm;

import java.io.Serializable;
import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.aludel.orm.instrument.ValueOwners;
import org.jspecify.annotations.Nullable;

/**
 * A map whose changes in place are written, as the value of a JSON column. The mapper puts it in place of any map that is
 * assigned to a mutable attribute or loaded for it. What the map holds is not watched: put a changed value again.
 *
 * @param <K> class of the keys
 * @param <V> class of the values
 * @see ClassMapping#mutable
 * @since 0.1
 */
public final class MutableMap<K, V> extends AbstractMap<K, V> implements MutableValue, Serializable {

    private static final long serialVersionUID = 1L;

    @SuppressWarnings("serial") // as serialisable as its content
    private final Map<K, V> content;

    private transient @Nullable ValueOwners owners;

    /** An empty map. */
    public MutableMap() {
        this(Map.of());
    }

    /** A map with the content of another, in its order. */
    public MutableMap(Map<? extends K, ? extends V> other) {
        content = new LinkedHashMap<>(other);
    }

    @Override
    public ValueOwners owners() {
        ValueOwners known = owners;
        if (known == null) {
            known = new ValueOwners();
            owners = known;
        }
        return known;
    }

    @Override
    public Map<K, V> copy() {
        return new LinkedHashMap<>(content);
    }

    private <T extends @Nullable Object> T changing(Supplier<T> change) {
        ValueOwners all = owners();
        all.begin();
        try {
            return change.get();
        } finally {
            all.end();
        }
    }

    @Override
    public int size() {
        return content.size();
    }

    @Override
    public @Nullable V get(@Nullable Object key) {
        return content.get(key);
    }

    @Override
    public boolean containsKey(@Nullable Object key) {
        return content.containsKey(key);
    }

    @Override
    public @Nullable V put(K key, V value) {
        return this.<@Nullable V>changing(() -> content.put(key, value));
    }

    @Override
    public @Nullable V remove(@Nullable Object key) {
        return containsKey(key) ? this.<@Nullable V>changing(() -> content.remove(key)) : null;
    }

    @Override
    public void putAll(Map<? extends K, ? extends V> others) {
        if (!others.isEmpty()) {
            changing(() -> {
                content.putAll(others);
                return null;
            });
        }
    }

    @Override
    public void clear() {
        if (!isEmpty()) {
            changing(() -> {
                content.clear();
                return null;
            });
        }
    }

    @Override
    public void replaceAll(BiFunction<? super K, ? super V, ? extends V> function) {
        changing(() -> {
            content.replaceAll(function);
            return null;
        });
    }

    @Override
    public Set<Entry<K, V>> entrySet() {
        return new AbstractSet<>() {
            @Override
            public int size() {
                return content.size();
            }

            @Override
            public Iterator<Entry<K, V>> iterator() {
                return new EntryIterator(content.entrySet().iterator());
            }
        };
    }

    private final class EntryIterator implements Iterator<Entry<K, V>> {

        private final Iterator<Entry<K, V>> entries;

        EntryIterator(Iterator<Entry<K, V>> entries) {
            this.entries = entries;
        }

        @Override
        public boolean hasNext() {
            return entries.hasNext();
        }

        @Override
        public Entry<K, V> next() {
            Entry<K, V> entry = entries.next();
            return new SimpleEntry<>(entry) {
                private static final long serialVersionUID = 1L;

                @Override
                public V setValue(V value) {
                    changing(() -> entry.setValue(value));
                    return super.setValue(value);
                }
            };
        }

        @Override
        public void remove() {
            changing(() -> {
                entries.remove();
                return null;
            });
        }
    }
}
