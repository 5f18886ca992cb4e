package org.aludel.orm.internal.flush;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.aludel.engine.Row;
import org.aludel.orm.internal.session.DefaultSession;
import org.aludel.orm.internal.state.EntityState;
import org.aludel.schema.Column;
import org.aludel.sql.Condition;
import org.aludel.sql.Expr;
import org.aludel.sql.Sql;
import org.jspecify.annotations.Nullable;

/**
 * Reads what rows hold in columns of constraints, where objects do not know (they were changed after they had expired) and
 * the order of the flush depends on it.
 */
final class UnknownValues {

    private static final int ROWS = 50;

    private final DefaultSession session;

    UnknownValues(DefaultSession session) {
        this.session = session;
    }

    /** Fills in what is unknown in these operations; a row that is gone stays as it is. */
    void read(List<RowOperation> operations) {
        Map<TableModel, List<RowOperation>> byTable = new IdentityHashMap<>();
        for (RowOperation operation : operations) {
            if (operation.subject instanceof EntityState && operation.table().primaryKey.length > 0) {
                byTable.computeIfAbsent(operation.table(), t -> new ArrayList<>())
                        .add(operation);
            }
        }
        byTable.forEach((table, some) -> {
            for (int start = 0; start < some.size(); start += ROWS) {
                read(table, some.subList(start, Math.min(some.size(), start + ROWS)));
            }
        });
    }

    private void read(TableModel table, List<RowOperation> operations) {
        int[] columns = unknown(operations);
        if (columns.length == 0) {
            return;
        }
        int[] key = table.primaryKey;
        List<Expr<?>> selected = new ArrayList<>();
        for (int column : key) {
            selected.add(table.source[column]);
        }
        for (int column : columns) {
            selected.add(table.source[column]);
        }
        List<Condition> rows = new ArrayList<>();
        for (RowOperation operation : operations) {
            Condition[] parts = new Condition[key.length];
            for (int i = 0; i < key.length; i++) {
                parts[i] = equal(table.source[key[i]], operation.before[key[i]]);
            }
            rows.add(Sql.and(parts));
        }
        var query = Sql.select(selected.toArray(Expr[]::new)).where(Sql.or(rows.toArray(Condition[]::new)));
        var engine = session.flushingEngine(java.util.Objects.requireNonNull(table.source[0].table()));
        for (Row row : session.connection(engine).execute(query).all()) {
            for (RowOperation operation : operations) {
                if (isOf(operation, key, row)) {
                    for (int i = 0; i < columns.length; i++) {
                        fill(operation, columns[i], row.get(key.length + i));
                    }
                }
            }
        }
    }

    private static int[] unknown(List<RowOperation> operations) {
        TreeSet<Integer> columns = new TreeSet<>();
        for (RowOperation operation : operations) {
            for (UniqueSlot slot : operation.shape.slots) {
                add(operation, slot.columns, columns);
            }
            for (ForeignKeyModel reference : operation.shape.foreignKeys) {
                add(operation, reference.columns, columns);
            }
        }
        return columns.stream().mapToInt(column -> column).toArray();
    }

    private static void add(RowOperation operation, int[] some, TreeSet<Integer> columns) {
        for (int column : some) {
            if (operation.before[column] == RowOperation.UNKNOWN) {
                columns.add(column);
            }
        }
    }

    @SuppressWarnings("unchecked")
    private static Condition equal(Column<?> column, @Nullable Object value) {
        return ((Column<Object>) column).eq(java.util.Objects.requireNonNull(value));
    }

    private static boolean isOf(RowOperation operation, int[] key, Row row) {
        return Arrays.stream(key).allMatch(column -> {
            int place = 0;
            while (key[place] != column) {
                place++;
            }
            return ValueIndex.same(operation.before[column], row.get(place));
        });
    }

    private static void fill(RowOperation operation, int column, @Nullable Object value) {
        if (operation.before[column] == RowOperation.UNKNOWN) {
            operation.before[column] = value;
            if (operation.isUpdate()
                    && operation.after[column] == RowOperation.UNKNOWN
                    && !operation.shape.sets(column)) {
                operation.after[column] = value;
            }
        }
    }
}
