package org.aludel.orm.internal.flush;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows that refer to themselves, on databases that refuse to delete them: an update lets go of the reference first, where
 * it may be null.
 */
final class SelfReferences {

    private SelfReferences() {}

    /** The operations with the updates that some deletes need. */
    static List<RowOperation> released(List<RowOperation> operations, UnknownValues unknownValues) {
        List<RowOperation> unsure = operations.stream()
                .filter(operation -> operation.isDelete() && isUnsure(operation))
                .toList();
        if (!unsure.isEmpty()) {
            unknownValues.read(unsure);
        }
        List<RowOperation> all = new ArrayList<>(operations.size());
        for (RowOperation operation : operations) {
            int[] columns = operation.isDelete() ? ownReferences(operation) : new int[0];
            if (columns.length > 0) {
                RowOperation update = release(operation, columns);
                all.add(update);
                operation.follows = update;
            }
            all.add(operation);
        }
        return all;
    }

    private static boolean isUnsure(RowOperation delete) {
        for (ForeignKeyModel key : delete.shape.foreignKeys) {
            if (canLetGo(key) && Arrays.stream(key.columns).anyMatch(c -> delete.before[c] == RowOperation.UNKNOWN)) {
                return true;
            }
        }
        return false;
    }

    private static boolean canLetGo(ForeignKeyModel key) {
        return key.table == key.target.table && key.table.canBeNull(key.columns);
    }

    /** Columns to be emptied. */
    private static int[] ownReferences(RowOperation delete) {
        int[] columns = new int[0];
        TableModel table = delete.table();
        for (ForeignKeyModel key : delete.shape.foreignKeys) {
            boolean own = canLetGo(key);
            for (int i = 0; own && i < key.columns.length; i++) {
                own = ValueIndex.same(delete.before[key.columns[i]], delete.before[key.target.columns[i]]);
            }
            if (own) {
                for (int column : key.columns) {
                    if (table.nullable[column] && !table.isKey(column) && !Columns.contains(columns, column)) {
                        columns = Arrays.copyOf(columns, columns.length + 1);
                        columns[columns.length - 1] = column;
                    }
                }
            }
        }
        Arrays.sort(columns);
        return columns;
    }

    private static RowOperation release(RowOperation delete, int[] columns) {
        TableModel table = delete.table();
        @Nullable Object[] before = delete.before.clone();
        @Nullable Object[] after = before.clone();
        for (int column : columns) {
            after[column] = null;
            delete.before[column] = null;
        }
        return RowOperation.update(
                null, table.shape(StatementShape.Kind.UPDATE, columns, table.primaryKey), before, after);
    }
}
