package org.aludel.orm.internal.flush;

import java.util.Arrays;
import java.util.List;
import org.aludel.errors.FlushException;
import org.aludel.orm.internal.mapping.ColumnAttribute;
import org.aludel.orm.internal.mapping.EntityKey;
import org.aludel.orm.internal.state.EntityState;
import org.aludel.sql.Expr;
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

    static EntityKey key(EntityState state) {
        EntityKey key = state.key();
        if (key == null) {
            throw new IllegalStateException(state + " has no row");
        }
        return key;
    }

    private static @Nullable Object known(@Nullable Object value) {
        return value == EntityState.NO_VALUE ? RowOperation.UNKNOWN : value;
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
            outcome.assign(state, attribute, value);
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
        forgetExpressions(state, entity);
    }

    private void forgetExpressions(EntityState state, EntityRows entity) {
        for (ColumnAttribute expression : entity.expressions) {
            outcome.forget(state, expression);
        }
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
                outcome.assign(state, attribute, after[column]);
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
                    outcome.assign(state, counter, row[entity.version]);
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
                ? expressionShape(state, entity, StatementShape.Kind.INSERT, insert.shape.where, count)
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
                        outcome.assign(state, attribute, row[column]);
                    }
                }
                return;
            }
        }
    }

    // ---- changed objects

    /** Adds the updates of the tables in which something changes. */
    void changedRows(EntityState state, List<RowOperation> operations) {
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
        forgetExpressions(state, entity);
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
                ? expressionShape(state, part, StatementShape.Kind.UPDATE, part.where, count)
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

    private StatementShape expressionShape(
            EntityState state, EntityTable part, StatementShape.Kind kind, int[] where, int count) {
        int[] columns = Arrays.copyOf(scratch, count);
        @Nullable Expr<?>[] expressions = new Expr<?>[count];
        for (int i = 0; i < count; i++) {
            expressions[i] = state.pendingExpression(part.attribute(columns[i]));
        }
        return new StatementShape(part.table, kind, columns, where, expressions);
    }

    private RowOperation update(
            EntityState state, EntityTable part, StatementShape shape, @Nullable Object @Nullable [] references) {
        Object instance = state.instance();
        @Nullable Object[] before = new Object[part.table.width()];
        @Nullable Object[] after = new Object[before.length];
        for (UniqueSlot slot : shape.slots) {
            keep(state, instance, part, slot.columns, before, after);
        }
        for (ForeignKeyModel key : shape.foreignKeys) {
            keep(state, instance, part, key.columns, before, after);
        }
        putKey(state, part, before);
        putKey(state, part, after);
        for (int i = 0; i < shape.set.length; i++) {
            int column = shape.set[i];
            ColumnAttribute attribute = part.attribute(column);
            if (!part.table.isKey(column)) {
                before[column] = known(state.oldValue(attribute));
            }
            if (column == part.version) {
                before[column] = version(state, part);
                Object next = Versions.next(state.mapper(), attribute, before[column]);
                after[column] = next;
                outcome.assign(state, attribute, next);
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
            before[part.version] = version(state, part);
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
                outcome.assign(state, attribute, after[column]);
            }
        }
        for (int column : part.changedOnUpdate) {
            if (!shape.sets(column)) {
                outcome.forget(state, part.attribute(column));
            }
        }
        return RowOperation.update(state, shape, before, after);
    }

    /** The version that the row had when it was read; one that was forgotten is read anew. */
    private static @Nullable Object version(EntityState state, EntityTable part) {
        ColumnAttribute counter = part.attribute(part.version);
        if (state.oldValue(counter) == EntityState.NO_VALUE) {
            state.require(state.instance(), counter);
        }
        return known(state.oldValue(counter));
    }

    /** Fills in columns that a constraint needs and the statement does not set. */
    private static void keep(
            EntityState state,
            Object instance,
            EntityTable part,
            int[] columns,
            @Nullable Object[] before,
            @Nullable Object[] after) {
        for (int column : columns) {
            ColumnAttribute attribute = part.attributes[column];
            Object value = attribute != null && state.isLoaded(attribute)
                    ? attribute.get(instance, state)
                    : RowOperation.UNKNOWN;
            before[column] = value;
            after[column] = value;
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
            putOld(state, part, slot.columns, before);
        }
        for (ForeignKeyModel key : table.foreignKeys) {
            putOld(state, part, key.columns, before);
        }
        if (part.version >= 0) {
            before[part.version] = version(state, part);
        }
        putKey(state, part, before);
        StatementShape shape = table.shape(StatementShape.Kind.DELETE, NO_COLUMNS, 0, part.where);
        return RowOperation.delete(state, shape, before);
    }

    private static void putOld(EntityState state, EntityTable part, int[] columns, @Nullable Object[] row) {
        for (int column : columns) {
            ColumnAttribute attribute = part.attributes[column];
            row[column] = attribute == null ? RowOperation.UNKNOWN : known(state.oldValue(attribute));
        }
    }

    private static void putKey(EntityState state, EntityTable part, @Nullable Object[] row) {
        EntityKey key = key(state);
        int[] columns = part.table.primaryKey.length > 0 ? part.table.primaryKey : part.where;
        for (int i = 0; i < columns.length; i++) {
            ColumnAttribute attribute = part.attributes[columns[i]];
            int place = i < part.keyParts.length ? part.keyParts[i] : keyPart(state, attribute);
            if (place >= 0) {
                row[columns[i]] = key.part(place);
            } else if (attribute != null && columns[i] != part.version) {
                state.require(state.instance(), attribute);
                row[columns[i]] = state.oldValue(attribute);
            }
        }
    }

    private static int keyPart(EntityState state, @Nullable ColumnAttribute attribute) {
        return Arrays.asList(state.mapper().primaryKey()).indexOf(attribute);
    }

    // ---- errors

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
