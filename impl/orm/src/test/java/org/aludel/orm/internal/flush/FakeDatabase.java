package org.aludel.orm.internal.flush;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Rows in memory with every constraint checked after each row, as the strictest database does. */
final class FakeDatabase {

    /** A constraint said no. */
    static final class Violation extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Violation(String message) {
            super(message);
        }
    }

    private final Map<TableModel, Map<Object, @Nullable Object[]>> tables = new HashMap<>();
    private final FakeSchema schema;
    private int nextKey = 1000;

    FakeDatabase(FakeSchema schema) {
        this.schema = schema;
        schema.tables.forEach(table -> tables.put(table, new TreeMap<>()));
    }

    FakeDatabase copy() {
        FakeDatabase copy = new FakeDatabase(schema);
        tables.forEach(
                (table, rows) -> rows.forEach((key, row) -> copy.rows(table).put(key, row.clone())));
        return copy;
    }

    Map<Object, @Nullable Object[]> rows(TableModel table) {
        return tables.get(table);
    }

    void put(TableModel table, @Nullable Object... row) {
        rows(table).put(row[0], row.clone());
    }

    /** Parameters are taken before a batch is sent; keys made by the database come back after it. */
    void run(FlushPlan plan) {
        for (FlushPlan.Batch batch : plan.batches()) {
            List<@Nullable Object[]> sent = new ArrayList<>();
            for (RowOperation operation : batch.rows()) {
                sent.add(parameters(operation));
            }
            List<Object> keys = new ArrayList<>();
            for (int i = 0; i < sent.size(); i++) {
                keys.add(apply(batch.rows().get(i), sent.get(i)));
            }
            for (int i = 0; i < sent.size(); i++) {
                RowOperation operation = batch.rows().get(i);
                if (operation.generatesKey()) {
                    operation.after[operation.table().generatedKey] = keys.get(i);
                }
            }
        }
    }

    void run(RowOperation operation) {
        Object key = apply(operation, parameters(operation));
        if (operation.generatesKey()) {
            operation.after[operation.table().generatedKey] = key;
        }
    }

    private static @Nullable Object[] parameters(RowOperation operation) {
        if (operation.members.length > 0) {
            Object[] all = new Object[operation.members.length];
            for (int i = 0; i < all.length; i++) {
                all[i] = parameters(operation.members[i]);
            }
            return all;
        }
        @Nullable Object[] values = new Object[operation.table().width()];
        for (int column : operation.shape.set) {
            Object value = operation.value(column);
            if (value instanceof RowOperation source) {
                throw new Violation(operation + " needs the key of " + source + ", which is not there yet");
            }
            values[column] = value;
        }
        return values;
    }

    private Object apply(RowOperation operation, @Nullable Object[] values) {
        TableModel table = operation.table();
        Object key = switch (operation.kind()) {
            case INSERT -> {
                Object made = operation.generatesKey() ? nextKey++ : values[0];
                if (rows(table).containsKey(made)) {
                    throw new Violation("duplicate key " + operation);
                }
                values[0] = made;
                rows(table).put(made, values);
                yield made;
            }
            case UPDATE -> update(operation, values);
            case SWAP -> {
                for (int i = 0; i < operation.members.length; i++) {
                    update(operation.members[i], (Object[]) values[i]);
                }
                yield 0;
            }
            case DELETE -> {
                if (rows(table).remove(operation.before[0]) == null) {
                    throw new Violation("nothing to delete: " + operation);
                }
                yield 0;
            }
        };
        check();
        return key;
    }

    private Object update(RowOperation operation, @Nullable Object[] values) {
        Map<Object, @Nullable Object[]> rows = rows(operation.table());
        @Nullable Object[] row = rows.remove(RowOperation.settled(operation.before[0]));
        if (row == null) {
            throw new Violation("nothing to update: " + operation);
        }
        for (int column : operation.shape.set) {
            row[column] = values[column];
        }
        if (rows.put(row[0], row) != null) {
            throw new Violation("duplicate key " + operation);
        }
        return row[0];
    }

    void check() {
        for (TableModel table : schema.tables) {
            for (UniqueSlot slot : table.slots) {
                Map<Object, Object> seen = new HashMap<>();
                for (Object[] row : rows(table).values()) {
                    if (ValueIndex.isComplete(row, slot.columns) && seen.put(values(row, slot.columns), row) != null) {
                        throw new Violation("unique " + slot);
                    }
                }
            }
            for (Object[] row : rows(table).values()) {
                for (int column = 0; column < row.length; column++) {
                    if (row[column] == null && !table.nullable[column]) {
                        throw new Violation("null in " + table.name + "." + table.columns[column]);
                    }
                }
                for (ForeignKeyModel key : table.foreignKeys) {
                    if (row[key.columns[0]] != null && !rows(key.target.table).containsKey(row[key.columns[0]])) {
                        throw new Violation("foreign key " + key);
                    }
                }
            }
        }
    }

    private static List<@Nullable Object> values(@Nullable Object[] row, int[] columns) {
        List<@Nullable Object> values = new ArrayList<>();
        for (int column : columns) {
            values.add(row[column]);
        }
        return values;
    }

    String dump() {
        StringBuilder text = new StringBuilder();
        for (TableModel table : schema.tables) {
            rows(table)
                    .values()
                    .forEach(row -> text.append(table.name)
                            .append(java.util.Arrays.toString(row))
                            .append('\n'));
        }
        return text.toString();
    }
}
