package org.aludel.orm.internal.flush;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tables for tests of the planner, without a mapping. */
final class FakeSchema {

    final List<TableModel> tables = new ArrayList<>();
    private int slots;
    private int keys;

    /** Columns are named as "name" or "name?" (nullable); the first is the key, made by the database if "id+". */
    TableModel table(String name, String... columns) {
        boolean generated = columns[0].endsWith("+");
        String[] names = new String[columns.length];
        boolean[] nullable = new boolean[columns.length];
        for (int i = 0; i < columns.length; i++) {
            nullable[i] = columns[i].endsWith("?");
            names[i] = columns[i].replaceAll("[?+]", "");
        }
        TableModel table = new TableModel(name, names, nullable, new int[] {0}, generated ? 0 : -1);
        table.slots =
                new UniqueSlot[] {new UniqueSlot(slots++, table, "pk_" + name, new int[] {0}, Deferral.NEVER, true)};
        tables.add(table);
        return table;
    }

    UniqueSlot unique(TableModel table, Deferral deferral, int... columns) {
        UniqueSlot slot = new UniqueSlot(slots++, table, "uq_" + table.name, columns, deferral, true);
        table.slots = Arrays.copyOf(table.slots, table.slots.length + 1);
        table.slots[table.slots.length - 1] = slot;
        return slot;
    }

    ForeignKeyModel references(TableModel table, int column, TableModel target) {
        return references(table, column, target, Deferral.NEVER, false);
    }

    ForeignKeyModel references(TableModel table, int column, TableModel target, Deferral deferral, boolean postUpdate) {
        ForeignKeyModel key = new ForeignKeyModel(
                keys++,
                table,
                table.name + "_" + table.columns[column] + "_fk",
                new int[] {column},
                target.slots[0],
                deferral,
                false,
                postUpdate);
        table.foreignKeys = Arrays.copyOf(table.foreignKeys, table.foreignKeys.length + 1);
        table.foreignKeys[table.foreignKeys.length - 1] = key;
        return key;
    }

    /** An insert of all columns; where the key is null the database makes it. */
    static RowOperation insert(TableModel table, @Nullable Object... values) {
        @Nullable Object[] row = values.clone();
        int[] set = all(table);
        boolean generated = values[0] == null;
        if (generated) {
            set = Columns.minus(set, new int[] {0});
        }
        RowOperation insert = RowOperation.insert(null, table.shape(StatementShape.Kind.INSERT, set, new int[0]), row);
        if (generated) {
            row[0] = insert;
        }
        return insert;
    }

    static RowOperation update(TableModel table, @Nullable Object[] before, @Nullable Object[] after) {
        int[] set = Arrays.stream(all(table))
                .filter(c -> !ValueIndex.same(before[c], after[c]))
                .toArray();
        return RowOperation.update(
                null, table.shape(StatementShape.Kind.UPDATE, set, table.primaryKey), before.clone(), after.clone());
    }

    static RowOperation delete(TableModel table, @Nullable Object... values) {
        return RowOperation.delete(
                null, table.shape(StatementShape.Kind.DELETE, new int[0], table.primaryKey), values.clone());
    }

    static @Nullable Object[] row(@Nullable Object... values) {
        return values;
    }

    private static int[] all(TableModel table) {
        int[] all = new int[table.width()];
        Arrays.setAll(all, i -> i);
        return all;
    }
}
