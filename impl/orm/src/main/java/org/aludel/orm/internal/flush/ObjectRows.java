package org.aludel.orm.internal.flush;

import java.util.Arrays;
import java.util.List;
import org.aludel.errors.FlushException;
import org.aludel.orm.internal.mapping.ColumnAttribute;
import org.aludel.orm.internal.state.EntityState;
import org.jspecify.annotations.Nullable;

/** Makes the row operations of single objects, one for each of their tables that has something to do. */
final class ObjectRows {

    private static final int[] NO_COLUMNS = {};

    private final FlushRows rows;
    private final Outcome outcome;
    private int[] scratch = new int[32];

    ObjectRows(FlushRows rows) {
        this.rows = rows;
        this.outcome = rows.outcome;
    }

    // ---- new objects

    /** The inserts of a new object, chained in the order of its tables. */
    RowOperation newRows(EntityState state) {
        EntityRows entity = rows.entity(state);
        if (entity.tables.length == 0) {
            throw readOnly(state);
        }
        RowOperation first = newRow(state, entity, entity.tables[0]);
        RowOperation last = first;
        for (int i = 1; i < entity.tables.length; i++) {
            RowOperation next = newRow(state, entity, entity.tables[i]);
            last.next = next;
            last = next;
        }
        for (EntityRows.Repeat repeat : entity.repeats) {
            RowOperation from = find(first, repeat.from().table);
            find(first, repeat.to().table).after[repeat.repeating()] = from.after[repeat.column()];
        }
        return first;
    }

    private static RowOperation find(RowOperation first, TableModel table) {
        for (RowOperation row = first; row != null; row = row.next) {
            if (row.table() == table) {
                return row;
            }
        }
        throw new IllegalStateException(first + " has no row in " + table);
    }

    private RowOperation newRow(EntityState state, EntityRows entity, EntityTable part) {
        TableModel table = part.table;
        Object instance = state.instance();
        @Nullable Object[] row = new Object[table.width()];
        for (int column = 0; column < row.length; column++) {
            ColumnAttribute attribute = part.attributes[column];
            if (attribute == null || part.repeated[column]) {
                continue;
            }
            row[column] = attribute.get(instance, state);
            if (row[column] == null && attribute == entity.discriminator) {
                row[column] = state.mapper().inheritance().identity();
                outcome.assign(state, attribute, row[column]);
            }
            if (row[column] == null && part.hasDefault[column]) {
                row[column] = defaultValue(state, part, attribute, row);
            }
        }
        StatementShape shape = table.shape(StatementShape.Kind.INSERT, scratch, 0, NO_COLUMNS);
        RowOperation insert = RowOperation.insert(state, shape, row);
        int generated = table.generatedKey;
        if (generated >= 0 && !part.repeated[generated]) {
            Object key = row[generated];
            ColumnAttribute attribute = part.attributes[generated];
            if (key == null || attribute != null && attribute.isPrimitive() && ((Number) key).longValue() == 0) {
                row[generated] = insert;
                outcome.generated(state, part.attribute(generated), insert);
            }
        }
        return insert;
    }

    /** A default that the program gives is taken here, so that the object has it too. */
    private @Nullable Object defaultValue(
            EntityState state, EntityTable part, ColumnAttribute attribute, @Nullable Object[] row) {
        Object value = rows.defaults.value(attribute.column().onInsert(), part, row);
        if (value != null) {
            outcome.give(state, attribute, value);
        }
        return value;
    }

    /** Decides which columns the inserts set, once relations have given their values. */
    void finishInserts(EntityState state, RowOperation first, List<RowOperation> operations) {
        EntityRows entity = rows.entity(state);
        RowOperation insert = first;
        EntityState replaced = rows.switches.replacedBy(state);
        for (EntityTable part : entity.tables) {
            finishInsert(state, entity, part, insert);
            operations.add(replaced == null ? insert : switchedRow(state, part, replaced, insert));
            if (insert.next != null) {
                insert = insert.next;
            }
        }
        outcome.forgetExpressions(state, entity);
    }

    /** The row of a deleted object becomes that of a new one. */
    private RowOperation switchedRow(EntityState state, EntityTable part, EntityState replaced, RowOperation insert) {
        TableModel table = part.table;
        @Nullable Object[] before = goneRow(replaced, part).before;
        @Nullable Object[] after = insert.after;
        if (scratch.length < table.width()) {
            scratch = new int[table.width()];
        }
        int count = 0;
        for (int column = 0; column < table.width(); column++) {
            ColumnAttribute attribute = part.attributes[column];
            if (attribute == null || part.computed[column]) {
                continue;
            }
            if (column == part.version) {
                after[column] = Versions.next(state.mapper(), attribute, before[column]);
                outcome.give(state, attribute, after[column]);
            } else if (table.isKey(column)
                    || after[column] == null && part.hasDefault[column]
                    || state.pendingExpression(attribute) != null) {
                continue;
            }
            scratch[count++] = column;
        }
        return RowOperation.update(
                state, table.shape(StatementShape.Kind.UPDATE, scratch, count, part.where), before, after);
    }

    private void finishInsert(EntityState state, EntityRows rowsOf, EntityTable entity, RowOperation insert) {
        TableModel table = entity.table;
        @Nullable Object[] row = insert.after;
        if (entity.version >= 0) {
            Object version = row[entity.version];
            if (version == null || version instanceof Number number && number.longValue() == 0) {
                ColumnAttribute counter = entity.attribute(entity.version);
                row[entity.version] = Versions.first(state.mapper(), counter);
                if (row[entity.version] == null) {
                    outcome.forget(state, counter);
                } else {
                    outcome.give(state, counter, row[entity.version]);
                }
            }
        }
        if (scratch.length < row.length) {
            scratch = new int[row.length];
        }
        if (rowsOf.setsLater && entity.givenOnUpdate.length > 0) {
            giveOnUpdate(state, rowsOf, entity, row);
        }
        boolean expressions = false;
        int count = 0;
        for (int column = 0; column < row.length; column++) {
            Object value = row[column];
            ColumnAttribute attribute = entity.attributes[column];
            if (attribute == null || column == table.generatedKey && value == insert) {
                continue;
            }
            if (state.pendingExpression(attribute) != null) {
                expressions = true;
                outcome.forget(state, attribute);
                scratch[count++] = column;
                continue;
            }
            if (column == entity.version && value == null) {
                continue;
            }
            if (entity.computed[column] || value == null && entity.hasDefault[column]) {
                outcome.forget(state, attribute);
                continue;
            }
            if (value == null && table.isKey(column)) {
                throw keyWithoutValue(state, attribute);
            }
            scratch[count++] = column;
        }
        insert.shape = expressions
                ? StoredValues.expressionShape(
                        state, entity, StatementShape.Kind.INSERT, insert.shape.where, Arrays.copyOf(scratch, count))
                : table.shape(StatementShape.Kind.INSERT, scratch, count, insert.shape.where);
    }

    /** What an update gives to columns is there from the start where an update may follow the insert at once. */
    private void giveOnUpdate(EntityState state, EntityRows entity, EntityTable part, @Nullable Object[] row) {
        for (EntityRows.ReferenceLink link : entity.references) {
            if (link.relation().postUpdate()
                    && link.child() == part.table
                    && row[link.childColumns()[0]] instanceof RowOperation) {
                for (int column : part.givenOnUpdate) {
                    if (row[column] == null) {
                        ColumnAttribute attribute = part.attribute(column);
                        row[column] = rows.defaults.value(attribute.column().onUpdate(), part, row);
                        outcome.give(state, attribute, row[column]);
                    }
                }
                return;
            }
        }
    }

    // ---- deleted objects

    /** Adds the deletes of an object, from its last table to the first. */
    void goneRows(EntityState state, List<RowOperation> operations) {
        EntityRows entity = rows.entity(state);
        if (entity.tables.length == 0) {
            throw readOnly(state);
        }
        for (int i = entity.tables.length - 1; i >= 0; i--) {
            RowOperation gone = goneRow(state, entity.tables[i]);
            gone.anyCount = !state.mapper().options().confirmsDeletedRows();
            operations.add(gone);
        }
    }

    private static RowOperation goneRow(EntityState state, EntityTable part) {
        TableModel table = part.table;
        @Nullable Object[] before = new Object[table.width()];
        for (UniqueSlot slot : table.slots) {
            StoredValues.putOld(state, part, slot.columns, before);
        }
        for (ForeignKeyModel key : table.foreignKeys) {
            StoredValues.putOld(state, part, key.columns, before);
        }
        if (part.version >= 0) {
            before[part.version] = StoredValues.version(state, part);
        }
        StoredValues.putKey(state, part, before);
        StatementShape shape = table.shape(StatementShape.Kind.DELETE, NO_COLUMNS, 0, part.where);
        return RowOperation.delete(state, shape, before);
    }

    // ---- errors

    /** Refuses a changed column of an object that has no table: it would be lost in silence. */
    static void requireWritable(FlushRows rows, EntityState state) {
        if (rows.entity(state).tables.length == 0) {
            for (ColumnAttribute column : state.mapper().columns()) {
                if (state.isWritten(column) && state.isChanged(column)) {
                    throw readOnly(state);
                }
            }
        }
    }

    private static FlushException readOnly(EntityState state) {
        return new FlushException(
                "ALU-0465",
                "objects of " + state.mapper().name() + " can only be read; where: it is mapped to "
                        + state.mapper().place()
                        + ", which has no table to write to; what to do: map the class to a table or a join of tables, or"
                        + " leave its objects unchanged");
    }

    private static FlushException keyWithoutValue(EntityState state, ColumnAttribute attribute) {
        return new FlushException(
                "ALU-0605",
                "the key " + attribute + " has no value; where: new object " + state + ", column "
                        + attribute.column()
                        + "; what to do: set it before the flush, or let the database generate it (@Id on a single"
                        + " integer, or a default)");
    }
}
