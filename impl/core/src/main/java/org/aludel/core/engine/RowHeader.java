package org.aludel.core.engine;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.aludel.errors.InvalidRequestException;
import org.aludel.sql.Selected;
import org.jspecify.annotations.Nullable;

/**
 * What all rows of a result have in common: names and sources of the columns. Look-ups by name build an index at the
 * first use. Look-ups by column go by identity first: in rows of usual width comparing beats an index, in wide ones not.
 */
public final class RowHeader {

    private static final int AMBIGUOUS = -2;

    /** So many columns are compared with one by one: that is quicker than an index, and than a loop. */
    private static final int FIRST = 8;

    private static final Object NONE = new Object();

    private final List<String> keys;
    private final @Nullable Object[] sources;

    /** The sources of the first columns, {@link #NONE} where there is none. */
    private final Object[] firstSources;

    private volatile @Nullable Map<String, Integer> byName;

    // unchangeable once made, so that it may be seen late or made twice
    private @Nullable SourcePlaces places;

    /**
     * @param keys names of the columns
     * @param sources for each column the expression or entity it was selected as, or null if unknown
     */
    public RowHeader(List<String> keys, @Nullable Object[] sources) {
        this.keys = List.copyOf(keys);
        this.sources = sources;
        this.firstSources = new Object[FIRST];
        for (int i = 0; i < FIRST; i++) {
            Object source = i < sources.length ? sources[i] : null;
            firstSources[i] = source == null ? NONE : source;
        }
    }

    /** Names of the columns, in order. */
    public List<String> keys() {
        return keys;
    }

    /** Number of columns. */
    public int size() {
        return keys.size();
    }

    /** What the column was selected as, or null. */
    @Nullable
    Object source(int index) {
        return sources[index];
    }

    /** Position of the first column selected as this very expression or entity; -1 if there is none. */
    int placeOf(Selected<?> source) {
        Object[] first = firstSources;
        if (first[0] == source) {
            return 0;
        }
        if (first[1] == source) {
            return 1;
        }
        if (first[2] == source) {
            return 2;
        }
        if (first[3] == source) {
            return 3;
        }
        if (first[4] == source) {
            return 4;
        }
        if (first[5] == source) {
            return 5;
        }
        if (first[6] == source) {
            return 6;
        }
        if (first[7] == source) {
            return 7;
        }
        return placeAfterFirst(source);
    }

    private int placeAfterFirst(Selected<?> source) {
        if (sources.length <= FIRST) {
            return -1;
        }
        SourcePlaces known = places;
        if (known == null) {
            known = new SourcePlaces(sources);
            places = known;
        }
        return known.of(source);
    }

    /** Position of the column selected as the given expression or entity. */
    public int indexOf(Selected<?> source) {
        int exact = placeOf(source);
        if (exact >= 0) {
            return exact;
        }
        int found = -1;
        for (int i = 0; i < sources.length; i++) {
            if (source.equals(sources[i]) || RowSources.covers(sources[i], source)) {
                if (found >= 0) {
                    throw ambiguous(String.valueOf(source));
                }
                found = i;
            }
        }
        return found >= 0 ? found : indexByNameOf(source);
    }

    /** Rows of plain text know no sources: there a column is found by its name. */
    private int indexByNameOf(Selected<?> source) {
        String name = RowSources.nameOf(source);
        if (name != null) {
            Integer index = byName().get(name.toLowerCase(Locale.ROOT));
            if (index != null && index >= 0 && sources[index] == null) {
                return index;
            }
        }
        throw new InvalidRequestException(
                "ALU-0234",
                "the row has no value for " + source + "; where: columns " + keys
                        + "; what to do: select it, or ask for one of these columns");
    }

    /** Position of the column of that name; case does not matter. */
    public int indexOf(String name) {
        Map<String, Integer> names = byName();
        Integer index = names.get(name);
        if (index == null) {
            index = names.get(name.toLowerCase(Locale.ROOT));
        }
        if (index == null) {
            throw new InvalidRequestException(
                    "ALU-0234",
                    "the row has no column \"" + name + "\"; where: columns " + keys
                            + "; what to do: select it or label it so");
        }
        if (index == AMBIGUOUS) {
            throw ambiguous(name);
        }
        return index;
    }

    private InvalidRequestException ambiguous(String what) {
        return new InvalidRequestException(
                "ALU-0235",
                "several columns answer to " + what + "; where: columns " + keys
                        + "; what to do: ask by column object or position, or give labels");
    }

    private Map<String, Integer> byName() {
        Map<String, Integer> index = byName;
        if (index == null) {
            index = new HashMap<>();
            for (int i = 0; i < keys.size(); i++) {
                Integer position = i;
                index.merge(keys.get(i).toLowerCase(Locale.ROOT), position, (a, b) -> AMBIGUOUS);
            }
            byName = index;
        }
        return index;
    }
}
