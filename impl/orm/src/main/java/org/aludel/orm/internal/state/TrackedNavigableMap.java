package org.aludel.orm.internal.state;

import java.util.Comparator;
import java.util.Iterator;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The sorted map in a mapped field, or a view of it.
 *
 * @param <K> class of the keys
 * @param <V> class of the members
 */
final class TrackedNavigableMap<K, V> extends TrackedMap<K, V> implements NavigableMap<K, V> {

    private static final long serialVersionUID = 1L;

    private final transient NavigableMap<K, V> seen;

    @SuppressWarnings("unchecked")
    TrackedNavigableMap(Members members, KeyedForm form) {
        this(members, form, (NavigableMap<K, V>) (NavigableMap<?, ?>) form.byKey);
    }

    private TrackedNavigableMap(Members members, KeyedForm form, NavigableMap<K, V> seen) {
        super(members, form);
        this.seen = seen;
    }

    @Override
    NavigableMap<K, V> seen() {
        return seen;
    }

    private NavigableMap<K, V> present() {
        members.ensureLoaded();
        return seen;
    }

    private NavigableMap<K, V> view(Function<NavigableMap<K, V>, NavigableMap<K, V>> part) {
        return new TrackedNavigableMap<>(members, form, part.apply(present()));
    }

    @Override
    public @Nullable V put(K key, V member) {
        if (seen != (Object) form.byKey && !present().containsKey(key)) {
            requireInRange(key, member);
        }
        return super.put(key, member);
    }

    /** A view refuses keys that are out of its range, before anybody is told of it. */
    private void requireInRange(K key, V member) {
        seen.put(key, member);
        seen.remove(key);
    }

    @Override
    public @Nullable Comparator<? super K> comparator() {
        return seen.comparator();
    }

    @Override
    public K firstKey() {
        return present().firstKey();
    }

    @Override
    public K lastKey() {
        return present().lastKey();
    }

    private static <K, V> @Nullable Entry<K, V> fixed(@Nullable Entry<K, V> entry) {
        return entry == null ? null : new SimpleImmutableEntry<>(entry);
    }

    @Override
    public @Nullable Entry<K, V> lowerEntry(K key) {
        return fixed(present().lowerEntry(key));
    }

    @Override
    public @Nullable K lowerKey(K key) {
        return present().lowerKey(key);
    }

    @Override
    public @Nullable Entry<K, V> floorEntry(K key) {
        return fixed(present().floorEntry(key));
    }

    @Override
    public @Nullable K floorKey(K key) {
        return present().floorKey(key);
    }

    @Override
    public @Nullable Entry<K, V> ceilingEntry(K key) {
        return fixed(present().ceilingEntry(key));
    }

    @Override
    public @Nullable K ceilingKey(K key) {
        return present().ceilingKey(key);
    }

    @Override
    public @Nullable Entry<K, V> higherEntry(K key) {
        return fixed(present().higherEntry(key));
    }

    @Override
    public @Nullable K higherKey(K key) {
        return present().higherKey(key);
    }

    @Override
    public @Nullable Entry<K, V> firstEntry() {
        return fixed(present().firstEntry());
    }

    @Override
    public @Nullable Entry<K, V> lastEntry() {
        return fixed(present().lastEntry());
    }

    @Override
    public @Nullable Entry<K, V> pollFirstEntry() {
        return poll(firstEntry());
    }

    @Override
    public @Nullable Entry<K, V> pollLastEntry() {
        return poll(lastEntry());
    }

    private @Nullable Entry<K, V> poll(@Nullable Entry<K, V> entry) {
        if (entry != null) {
            remove(entry.getKey());
        }
        return entry;
    }

    @Override
    public NavigableMap<K, V> descendingMap() {
        return view(NavigableMap::descendingMap);
    }

    @Override
    public NavigableSet<K> keySet() {
        return navigableKeySet();
    }

    @Override
    public NavigableSet<K> navigableKeySet() {
        return new TrackedNavigableSet<>(
                members,
                present().navigableKeySet(),
                key -> {
                    throw new UnsupportedOperationException("keys come with members");
                },
                key -> remove(key) != null);
    }

    @Override
    public NavigableSet<K> descendingKeySet() {
        return descendingMap().navigableKeySet();
    }

    @Override
    public NavigableMap<K, V> subMap(K from, boolean fromInclusive, K to, boolean toInclusive) {
        return view(map -> map.subMap(from, fromInclusive, to, toInclusive));
    }

    @Override
    public NavigableMap<K, V> headMap(K to, boolean inclusive) {
        return view(map -> map.headMap(to, inclusive));
    }

    @Override
    public NavigableMap<K, V> tailMap(K from, boolean inclusive) {
        return view(map -> map.tailMap(from, inclusive));
    }

    @Override
    public SortedMap<K, V> subMap(K from, K to) {
        return subMap(from, true, to, false);
    }

    @Override
    public SortedMap<K, V> headMap(K to) {
        return headMap(to, false);
    }

    @Override
    public SortedMap<K, V> tailMap(K from) {
        return tailMap(from, true);
    }

    @Override
    Object writeReplace() {
        TreeMap<K, V> copy = new TreeMap<>(seen.comparator());
        Iterator<Map.Entry<K, V>> each = seen.entrySet().iterator();
        while (each.hasNext()) {
            Map.Entry<K, V> entry = each.next();
            copy.put(entry.getKey(), entry.getValue());
        }
        return copy;
    }
}
