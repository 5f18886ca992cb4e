package org.aludel.sql;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import org.aludel.sql.spi.OrderedValues;
import org.jspecify.annotations.Nullable;

/**
 * A few values by name, in the order given, unchangeable. A statement has a handful of parameters, and one set of them for
 * each row of a batch: comparing is quicker than hashing, and one array is all the memory it takes.
 */
final class NamedValues extends AbstractMap<String, @Nullable Object> implements OrderedValues {

    /** More names than this are hashed. */
    private static final int MOST = 16;

    private final @Nullable Object[] pairs;

    private NamedValues(@Nullable Object[] pairs) {
        this.pairs = pairs;
    }

    /**
     * The map of names and values in turn; of a name given twice the last value counts.
     *
     * @return null if what should be a name is none
     */
    static @Nullable Map<String, @Nullable Object> of(@Nullable Object[] namesAndValues) {
        boolean distinct = namesAndValues.length <= MOST * 2;
        for (int i = 0; i < namesAndValues.length; i += 2) {
            if (!(namesAndValues[i] instanceof String name)) {
                return null;
            }
            for (int before = 0; distinct && before < i; before += 2) {
                distinct = !name.equals(namesAndValues[before]);
            }
        }
        return distinct ? new NamedValues(namesAndValues.clone()) : Collections.unmodifiableMap(hashed(namesAndValues));
    }

    private static Map<String, @Nullable Object> hashed(@Nullable Object[] namesAndValues) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            map.put(String.valueOf(namesAndValues[i]), namesAndValues[i + 1]);
        }
        return map;
    }

    private int indexOf(@Nullable Object name) {
        for (int i = 0; i < pairs.length; i += 2) {
            if (pairs[i] == name) {
                return i;
            }
        }
        for (int i = 0; i < pairs.length; i += 2) {
            if (String.valueOf(pairs[i]).equals(name)) {
                return i;
            }
        }
        return -1;
    }

    @Override
    public boolean take(String[] names, @Nullable Object[] values) {
        if (pairs.length != names.length * 2) {
            return false;
        }
        for (int i = 0; i < names.length; i++) {
            Object name = names[i];
            if (pairs[i * 2] != name) {
                return false;
            }
            values[i] = pairs[i * 2 + 1];
        }
        return true;
    }

    @Override
    public int size() {
        return pairs.length / 2;
    }

    @Override
    public boolean containsKey(@Nullable Object name) {
        return indexOf(name) >= 0;
    }

    @Override
    public @Nullable Object get(@Nullable Object name) {
        int at = indexOf(name);
        return at < 0 ? null : pairs[at + 1];
    }

    @Override
    public Set<Map.Entry<String, @Nullable Object>> entrySet() {
        return new Entries();
    }

    private final class Entries extends AbstractSet<Map.Entry<String, @Nullable Object>> {

        @Override
        public int size() {
            return pairs.length / 2;
        }

        @Override
        public Iterator<Map.Entry<String, @Nullable Object>> iterator() {
            return new Iterator<>() {
                private int next;

                @Override
                public boolean hasNext() {
                    return next < pairs.length;
                }

                @Override
                public Map.Entry<String, @Nullable Object> next() {
                    if (next >= pairs.length) {
                        throw new NoSuchElementException();
                    }
                    next += 2;
                    return new SimpleImmutableEntry<>(String.valueOf(pairs[next - 2]), pairs[next - 1]);
                }
            };
        }
    }
}
