package org.aludel.core.compiler;

import java.util.ArrayList;
import java.util.List;

/** Which slots hold the values of which columns and rows, for defaults that look at their row. */
public final class RowSlots {

    /** A slot that holds the value of a column. */
    public record Place(String key, int row, int slot) {}

    private final List<Place> places = new ArrayList<>();
    private final List<Place> computed = new ArrayList<>();

    void add(Place place, BindSlot slot) {
        places.add(place);
        if (slot.defaults() instanceof ContextualDefault) {
            computed.add(place);
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

    /** The slot of a column in the first row; -1 if there is none. */
    int slotOf(String key) {
        for (Place place : places) {
            if (place.row() == 0 && place.key().equals(key)) {
                return place.slot();
            }
        }
        return -1;
    }
}
