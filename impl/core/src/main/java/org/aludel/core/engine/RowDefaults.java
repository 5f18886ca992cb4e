package org.aludel.core.engine;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.aludel.core.compiler.BindSlot;
import org.aludel.core.compiler.ContextualDefault;
import org.aludel.core.compiler.RowSlots;
import org.aludel.engine.Connection;
import org.aludel.engine.DefaultContext;
import org.jspecify.annotations.Nullable;

/** Computes the defaults that look at their row, each row of a statement by itself. */
final class RowDefaults {

    private final RowSlots rows;
    private final BindSlot[] slots;
    private final @Nullable Object[] values;
    private final CoreConnection connection;

    RowDefaults(RowSlots rows, BindSlot[] slots, @Nullable Object[] values, CoreConnection connection) {
        this.rows = rows;
        this.slots = slots;
        this.values = values;
        this.connection = connection;
    }

    /** Computes the values in the order of the columns, so that later ones see earlier ones. */
    void compute() {
        Map<BindSlot, @Nullable Object> known = new IdentityHashMap<>();
        for (RowSlots.Place place : rows.computed()) {
            BindSlot slot = slots[place.slot()];
            if (slot.defaults() instanceof ContextualDefault computed) {
                // a slot that stands in several places is computed once
                if (!known.containsKey(slot)) {
                    known.put(slot, computed.value(context(place)));
                }
                values[place.slot()] = known.get(slot);
            }
        }
    }

    private DefaultContext context(RowSlots.Place computed) {
        Map<String, @Nullable Object> known = new LinkedHashMap<>();
        for (RowSlots.Place place : rows.places()) {
            boolean before =
                    !(slots[place.slot()].defaults() instanceof ContextualDefault) || place.slot() < computed.slot();
            boolean beside = place.row() == computed.row()
                    && place.column().table() == computed.column().table();
            if (beside && before) {
                known.put(place.key(), values[place.slot()]);
            }
        }
        Map<String, @Nullable Object> parameters = Collections.unmodifiableMap(known);
        return new DefaultContext() {
            @Override
            public Map<String, @Nullable Object> currentParameters() {
                return parameters;
            }

            @Override
            public Connection connection() {
                return connection;
            }
        };
    }
}
