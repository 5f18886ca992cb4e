package org.aludel.orm.internal.flush;

import java.util.Arrays;
import java.util.List;
import org.aludel.orm.internal.mapping.ColumnAttribute;
import org.aludel.orm.internal.state.EntityState;
import org.jspecify.annotations.Nullable;

/** Makes the updates of objects that have changed, one for each of their tables that has something to do. */
final class ChangedRows {

    private final FlushRows rows;
    private final Outcome outcome;
    private int[] scratch = new int[32];

    ChangedRows(FlushRows rows) {
        this.rows = rows;
        this.outcome = rows.outcome;
    }

    /** Adds the updates of the tables in which something changes. */
    void add(EntityState state, List<RowOperation> operations) {
        EntityRows entity = rows.entity(state);
        @Nullable Object[] references = rows.updates.get(state);
        int first = operations.size();
        boolean counted = true;
        for (EntityTable part : entity.tables) {
            RowOperation update = changedRow(state, part, references, false);
            if (update != null) {
                // a new key is written before what is found by it
                RowOperation base = operations.size() > first ? operations.get(first) : null;
                if (base != null && Columns.overlap(base.shape.set, base.table().primaryKey)) {
                    update.follows = base;
                }
                operations.add(update);
            } else if (part.version >= 0) {
                counted = false;
            }
        }
        if (operations.size() == first) {
            return;
        }
        outcome.forgetExpressions(state, entity);
        if (!counted) {
            for (EntityTable part : entity.tables) {
                RowOperation update = part.version < 0 ? null : changedRow(state, part, references, true);
                if (update != null) {
                    operations.add(update);
                }
            }
        }
    }

    /** @param counts whether the version is to be written though nothing else of the table changes */
    private @Nullable RowOperation changedRow(
            EntityState state, EntityTable part, @Nullable Object @Nullable [] references, boolean counts) {
        TableModel table = part.table;
        @Nullable ColumnAttribute[] attributes = part.attributes;
        if (scratch.length < attributes.length + 1 + part.givenOnUpdate.length) {
            scratch = new int[attributes.length + 1 + part.givenOnUpdate.length];
        }
        boolean expressions = false;
        int count = 0;
        for (int column = 0; column < attributes.length; column++) {
            ColumnAttribute attribute = attributes[column];
            if (attribute == null || column == part.version) {
                continue;
            }
            if (references != null && references[part.offset + column] != null) {
                scratch[count++] = column;
            } else if (state.isWritten(attribute) && !(part.repeated[column] && follows(state, part, column))) {
                boolean expression = state.pendingExpression(attribute) != null;
                if (expression || state.isChanged(attribute)) {
                    expressions |= expression;
                    scratch[count++] = column;
                }
            }
        }
        if (count == 0 && !counts) {
            return null;
        }
        int written = count;
        if (part.version >= 0 && !state.mapper().options().isVersionByDatabase()) {
            scratch[count++] = part.version;
        } else if (count == 0) {
            return null;
        }
        for (int column : part.givenOnUpdate) {
            if (!Columns.contains(scratch, written, column)) {
                scratch[count++] = column;
            }
        }
        if (count > written) {
            Arrays.sort(scratch, 0, count);
        }
        StatementShape shape = expressions
                ? StoredValues.expressionShape(
                        state, part, StatementShape.Kind.UPDATE, part.where, Arrays.copyOf(scratch, count))
                : table.shape(StatementShape.Kind.UPDATE, scratch, count, part.where);
        return update(state, part, shape, references);
    }

    /** Whether the database itself changes a column that refers to a key in an earlier table of the object. */
    private static boolean follows(EntityState state, EntityTable part, int column) {
        if (!state.mapper().options().hasPassiveUpdates()) {
            return false;
        }
        for (ForeignKeyModel key : part.table.foreignKeys) {
            if (key.cascadesUpdates && Columns.contains(key.columns, column)) {
                return true;
            }
        }
        return false;
    }

    private RowOperation update(
            EntityState state, EntityTable part, StatementShape shape, @Nullable Object @Nullable [] references) {
        Object instance = state.instance();
        @Nullable Object[] before = new Object[part.table.width()];
        @Nullable Object[] after = new Object[before.length];
        for (UniqueSlot slot : shape.slots) {
            StoredValues.keep(state, instance, part, slot.columns, before, after);
        }
        for (ForeignKeyModel key : shape.foreignKeys) {
            StoredValues.keep(state, instance, part, key.columns, before, after);
        }
        StoredValues.putKey(state, part, before);
        StoredValues.putKey(state, part, after);
        for (int i = 0; i < shape.set.length; i++) {
            int column = shape.set[i];
            ColumnAttribute attribute = part.attribute(column);
            if (!part.table.isKey(column)) {
                before[column] = StoredValues.known(state.oldValue(attribute));
            }
            if (column == part.version) {
                before[column] = StoredValues.version(state, part);
                Object next = Versions.next(state.mapper(), attribute, before[column]);
                after[column] = next;
                outcome.give(state, attribute, next);
            } else if (shape.expressions.length > 0 && shape.expressions[i] != null) {
                after[column] = RowOperation.UNKNOWN;
            } else if (references != null && references[part.offset + column] != null) {
                after[column] = FlushRows.unmasked(references[part.offset + column]);
            } else {
                after[column] = attribute.get(instance, state);
            }
        }
        if (part.version >= 0 && !shape.sets(part.version)) {
            ColumnAttribute counter = part.attribute(part.version);
            before[part.version] = StoredValues.version(state, part);
            outcome.forget(state, counter);
        }
        for (int column = 0; column < part.repeated.length; column++) {
            if (part.repeated[column] && part.table.isKey(column) && state.isWritten(part.attribute(column))) {
                before[column] = follows(state, part, column) && state.isChanged(part.attribute(column))
                        ? part.attribute(column).get(instance, state)
                        : before[column];
            }
        }
        for (int column : part.givenOnUpdate) {
            ColumnAttribute attribute = part.attribute(column);
            boolean explicit = references != null && references[part.offset + column] != null
                    || state.isWritten(attribute) && state.isChanged(attribute)
                    || state.pendingExpression(attribute) != null;
            if (!explicit) {
                after[column] = null;
                after[column] = rows.defaults.value(attribute.column().onUpdate(), part, after);
                outcome.give(state, attribute, after[column]);
            }
        }
        for (int column : part.changedOnUpdate) {
            if (!shape.sets(column)) {
                outcome.forget(state, part.attribute(column));
            }
        }
        return RowOperation.update(state, shape, before, after);
    }
}
