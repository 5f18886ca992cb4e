package org.aludel.orm.internal.session;

import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The objects that a walk meets, each once, in the order in which they turn up. Most walks are short: they compare with
 * what they have met, and an index comes into being only for long ones.
 */
final class Visited {

    private static final int INDEXED_FROM = 16;

    private @Nullable Object[] met = new Object[4];
    private int size;
    private int next;
    private @Nullable Set<Object> index;

    Visited(Object start) {
        add(start);
    }

    /** Notes an object; it will be the turn of each that was not met before. */
    void add(Object object) {
        if (isMet(object)) {
            return;
        }
        if (size == met.length) {
            met = Arrays.copyOf(met, size * 2);
        }
        met[size++] = object;
    }

    private boolean isMet(Object object) {
        if (size < INDEXED_FROM) {
            for (int i = 0; i < size; i++) {
                if (met[i] == object) {
                    return true;
                }
            }
            return false;
        }
        Set<Object> known = index;
        if (known == null) {
            known = Collections.newSetFromMap(new IdentityHashMap<>(size * 2));
            for (int i = 0; i < size; i++) {
                known.add(met[i]);
            }
            index = known;
        }
        return !known.add(object);
    }

    /** The next object; null when all have had their turn. */
    @Nullable
    Object next() {
        return next < size ? met[next++] : null;
    }
}
