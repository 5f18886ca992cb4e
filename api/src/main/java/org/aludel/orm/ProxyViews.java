package org.aludel.orm;

import java.util.AbstractCollection;
import java.util.AbstractList;
import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.aludel.orm.instrument.AttributeAccess;
import org.jspecify.annotations.Nullable;

/** The live views of an association proxy. Each asks the relation anew, so that they follow expiry and replacement. */
final class ProxyViews {

    private ProxyViews() {}

    private static <E, M, V> Iterator<V> values(ToManyProxy<E, M, V> proxy, Iterator<M> members) {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return members.hasNext();
            }

            @Override
            @SuppressWarnings("NullAway") // values may be null where the column may
            public V next() {
                return proxy.behind().read(members.next());
            }

            @Override
            public void remove() {
                members.remove();
            }
        };
    }

    /** Over a list. */
    static final class OfList<E, M, V> extends AbstractList<V> {

        private final ToManyProxy<E, M, V> proxy;
        private final E owner;

        OfList(ToManyProxy<E, M, V> proxy, E owner) {
            this.proxy = proxy;
            this.owner = owner;
        }

        private List<M> members() {
            return (List<M>) proxy.members(owner);
        }

        @Override
        @SuppressWarnings("NullAway") // values may be null where the column may
        public V get(int index) {
            return proxy.behind().read(members().get(index));
        }

        @Override
        public int size() {
            return members().size();
        }

        /** Changes the value of the member that is there. */
        @Override
        public V set(int index, V value) {
            V before = get(index);
            proxy.behind().write(members().get(index), value);
            return before;
        }

        @Override
        public void add(int index, V value) {
            members().add(index, proxy.made(null, value));
            modCount++;
        }

        @Override
        public V remove(int index) {
            V before = get(index);
            members().remove(index);
            modCount++;
            return before;
        }

        @Override
        public void clear() {
            members().clear();
            modCount++;
        }
    }

    /** Over a set. */
    static final class OfSet<E, M, V> extends AbstractSet<V> {

        private final ToManyProxy<E, M, V> proxy;
        private final E owner;

        OfSet(ToManyProxy<E, M, V> proxy, E owner) {
            this.proxy = proxy;
            this.owner = owner;
        }

        @Override
        public Iterator<V> iterator() {
            return values(proxy, proxy.members(owner).iterator());
        }

        @Override
        public int size() {
            return proxy.members(owner).size();
        }

        @Override
        public boolean add(V value) {
            return !contains(value) && proxy.members(owner).add(proxy.made(null, value));
        }

        @Override
        public void clear() {
            proxy.members(owner).clear();
        }
    }

    /** Over any collection. */
    static final class OfCollection<E, M, V> extends AbstractCollection<V> {

        private final ToManyProxy<E, M, V> proxy;
        private final E owner;

        OfCollection(ToManyProxy<E, M, V> proxy, E owner) {
            this.proxy = proxy;
            this.owner = owner;
        }

        @Override
        public Iterator<V> iterator() {
            return values(proxy, proxy.members(owner).iterator());
        }

        @Override
        public int size() {
            return proxy.members(owner).size();
        }

        @Override
        public boolean add(V value) {
            return proxy.members(owner).add(proxy.made(null, value));
        }

        @Override
        public void clear() {
            proxy.members(owner).clear();
        }
    }

    /** Over a map. */
    static final class OfMap<E, M, K, V> extends AbstractMap<K, V> {

        private final ToManyProxy<E, M, V> proxy;
        private final E owner;

        OfMap(ToManyProxy<E, M, V> proxy, E owner) {
            this.proxy = proxy;
            this.owner = owner;
        }

        @SuppressWarnings("unchecked")
        private Map<K, M> members() {
            return (Map<K, M>) Objects.requireNonNull(AttributeAccess.read(
                    Objects.requireNonNull(owner), proxy.relation().name()));
        }

        @Override
        public @Nullable V get(@Nullable Object key) {
            M member = members().get(key);
            return member == null ? null : proxy.behind().read(member);
        }

        @Override
        public boolean containsKey(@Nullable Object key) {
            return members().containsKey(key);
        }

        @Override
        public @Nullable V put(K key, V value) {
            M member = members().get(key);
            if (member == null) {
                members().put(key, proxy.made(key, value));
                return null;
            }
            V before = proxy.behind().read(member);
            proxy.behind().write(member, value);
            return before;
        }

        @Override
        public @Nullable V remove(@Nullable Object key) {
            M member = members().remove(key);
            return member == null ? null : proxy.behind().read(member);
        }

        @Override
        public Set<Entry<K, V>> entrySet() {
            return new AbstractSet<>() {
                @Override
                public Iterator<Entry<K, V>> iterator() {
                    return entries(members().entrySet().iterator());
                }

                @Override
                public int size() {
                    return members().size();
                }
            };
        }

        private Iterator<Entry<K, V>> entries(Iterator<Entry<K, M>> all) {
            return new Iterator<>() {
                @Override
                public boolean hasNext() {
                    return all.hasNext();
                }

                @Override
                @SuppressWarnings("NullAway") // values may be null where the column may
                public Entry<K, V> next() {
                    Entry<K, M> entry = all.next();
                    return new SimpleEntry<>(entry.getKey(), proxy.behind().read(entry.getValue())) {
                        private static final long serialVersionUID = 1L;

                        @Override
                        public V setValue(V value) {
                            proxy.behind().write(entry.getValue(), value);
                            return super.setValue(value);
                        }
                    };
                }

                @Override
                public void remove() {
                    all.remove();
                }
            };
        }

        @Override
        public Collection<V> values() {
            return new OfCollection<>(proxy, owner);
        }
    }
}
