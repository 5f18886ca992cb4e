package org.aludel.core.compiler;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.aludel.schema.Column;

/** Which slots hold the values of which columns and rows, for keys, and for defaults that look at their row. */
public final class RowSlots {

    /** A slot that holds the value of a column. */
    public record Place(Column<?> column, int row, int slot) {

        /** The key of the column. */
        public String key() {
            return column.key();
        }
    }

    private record Written(Column<?> column, int row, BindSlot slot) {}

    private final List<Written> written = new ArrayList<>();
    private final List<Place> places = new ArrayList<>();
    private final List<Place> computed = new ArrayList<>();

    void add(Column<?> column, int row, BindSlot slot) {
        written.add(new Written(column, row, slot));
    }

    /** Finds the places when all is written, for text that is put before other text moves the slots of that. */
    void locate(List<BindSlot> slots) {
        if (written.isEmpty()) {
            return;
        }
        Map<BindSlot, Deque<Integer>> found = new IdentityHashMap<>();
        for (int i = 0; i < slots.size(); i++) {
            found.computeIfAbsent(slots.get(i), slot -> new ArrayDeque<>(2)).add(i);
        }
        for (Written one : written) {
            Integer at = found.getOrDefault(one.slot(), new ArrayDeque<>(0)).poll();
            if (at != null) {
                Place place = new Place(one.column(), one.row(), at);
                places.add(place);
                if (one.slot().defaults() instanceof ContextualDefault) {
                    computed.add(place);
                }
            }
        }
    }

    /** Every column of every row that a single slot holds the value of. */
    public List<Place> places() {
        return places;
    }

    /** Those whose values are computed from the others. */
    public List<Place> computed() {
        return computed;
    }

    /** The slot of a column in the only row; -1 if there is none, or there are several rows. */
    int slotOf(Column<?> column) {
        int slot = -1;
        for (Place place : places) {
            if (place.column() == column) {
                if (place.row() > 0) {
                    return -1;
                }
                slot = slot < 0 ? place.slot() : slot;
            }
        }
        return slot;
    }
}
