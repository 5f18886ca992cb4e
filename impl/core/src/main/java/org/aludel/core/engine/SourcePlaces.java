package org.aludel.core.engine;

import org.jspecify.annotations.Nullable;

/** Where each source stands among the columns of a row, by its identity. */
final class SourcePlaces {

    private final @Nullable Object[] sources;
    private final int[] places;

    SourcePlaces(@Nullable Object[] ofColumns) {
        int length = Integer.highestOneBit(Math.max(1, ofColumns.length) * 4 - 1);
        sources = new Object[length];
        places = new int[length];
        for (int column = 0; column < ofColumns.length; column++) {
            Object source = ofColumns[column];
            if (source != null) {
                put(source, column);
            }
        }
    }

    private void put(Object source, int column) {
        int mask = sources.length - 1;
        int at = System.identityHashCode(source) & mask;
        while (sources[at] != null) {
            if (sources[at] == source) {
                return; // selected twice: the first counts
            }
            at = (at + 1) & mask;
        }
        sources[at] = source;
        places[at] = column;
    }

    /** The first column of a source; -1 if it has none. */
    int of(Object source) {
        @Nullable Object[] all = sources;
        int mask = all.length - 1;
        for (int at = System.identityHashCode(source) & mask; ; at = (at + 1) & mask) {
            Object found = all[at];
            if (found == source) {
                return places[at];
            }
            if (found == null) {
                return -1;
            }
        }
    }
}
