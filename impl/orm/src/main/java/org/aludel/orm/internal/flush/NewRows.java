package org.aludel.orm.internal.flush;

import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.Map;
import org.aludel.orm.internal.state.EntityState;
import org.jspecify.annotations.Nullable;

/** The first insert of each new object of a flush, found by the place that the object has among the new ones. */
final class NewRows {

    private @Nullable RowOperation[] byPlace;
    private int size;

    // of objects whose place another has: none, unless objects of several sessions came together
    private @Nullable Map<EntityState, RowOperation> others;

    NewRows(int expected) {
        byPlace = new RowOperation[expected];
    }

    int size() {
        return size;
    }

    /** The insert of a new object; null if it is none of this flush. */
    @Nullable
    RowOperation of(EntityState state) {
        int place = state.place();
        RowOperation found = place < byPlace.length ? byPlace[place] : null;
        if (found != null && found.subject == state) {
            return found;
        }
        return others == null ? null : others.get(state);
    }

    void put(EntityState state, RowOperation insert) {
        int place = state.place();
        if (place >= byPlace.length) {
            byPlace = Arrays.copyOf(byPlace, Math.max(place + 1, byPlace.length * 2));
        }
        if (byPlace[place] == null) {
            byPlace[place] = insert;
        } else {
            Map<EntityState, RowOperation> apart = others == null ? new IdentityHashMap<>() : others;
            apart.put(state, insert);
            others = apart;
        }
        size++;
    }
}
