package org.aludel.orm.internal.flush;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import org.aludel.orm.internal.mapping.ColumnAttribute;
import org.aludel.orm.internal.state.EntityState;
import org.jspecify.annotations.Nullable;

/** Keys of new rows that handlers have changed: what refers to them in the same flush follows. */
final class ChangedKeys {

    private record Known(TableModel table, int column, Object value) {}

    private final Map<Known, Object> now = new HashMap<>();

    /** A handler has given another value to a column of a row that is about to be inserted. */
    void note(RowOperation row, int column, @Nullable Object before, @Nullable Object after) {
        if (row.isInsert() && row.table().isKey(column) && before != null && after != null && before != row) {
            now.put(new Known(row.table(), column, before), after);
        }
    }

    /** Changes the references of all rows that are written, and what their objects will learn of them. */
    void passOn(FlushPlan plan, RowDecomposition decomposition) {
        if (now.isEmpty()) {
            return;
        }
        Map<EntityState, Map<ColumnAttribute, Object>> corrected = new IdentityHashMap<>();
        for (FlushPlan.Batch batch : plan.batches()) {
            for (RowOperation row : batch.rows()) {
                for (ForeignKeyModel key : row.isDelete() ? new ForeignKeyModel[0] : row.shape.foreignKeys) {
                    follow(row, key, decomposition, corrected);
                }
            }
        }
        decomposition.outcome().correct(corrected);
        now.clear();
    }

    private void follow(
            RowOperation row,
            ForeignKeyModel key,
            RowDecomposition decomposition,
            Map<EntityState, Map<ColumnAttribute, Object>> corrected) {
        for (int i = 0; i < key.columns.length && row.after.length > 0; i++) {
            int column = key.columns[i];
            Object value = row.after[column];
            Object after = value == null ? null : now.get(new Known(key.target.table, key.target.columns[i], value));
            if (after == null) {
                continue;
            }
            row.after[column] = after;
            if (row.subject instanceof EntityState state) {
                ColumnAttribute attribute = decomposition.entity(state).of(row.table()).attributes[column];
                if (attribute != null) {
                    corrected.computeIfAbsent(state, s -> new HashMap<>()).put(attribute, after);
                }
            }
        }
    }
}
