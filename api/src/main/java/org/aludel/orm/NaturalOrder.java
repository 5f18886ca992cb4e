package org.aludel.orm;

import java.util.Comparator;

/**
 * The natural order of what is sorted: the default of {@link Relationship#sortedBy}.
 *
 * @since 0.1
 */
public final class NaturalOrder implements Comparator<Comparable<Object>> {

    @Override
    public int compare(Comparable<Object> a, Comparable<Object> b) {
        return a.compareTo(b);
    }
}
