package org.aludel.orm.internal.flush;

import java.util.Arrays;
import java.util.Objects;
import org.aludel.orm.internal.mapping.ColumnAttribute;
import org.aludel.orm.internal.mapping.EntityMapper;
import org.aludel.schema.Column;
import org.aludel.schema.Table;
import org.jspecify.annotations.Nullable;

/** One of a mapped class's tables as its rows are written: attributes by column number. */
final class EntityTable {

    final TableModel table;

    /** Number of the table's first column among those of all tables of the class. */
    final int offset;

    /** The attribute of each column; null for a column that no attribute holds. */
    final @Nullable ColumnAttribute[] attributes;

    /** Whether a column only repeats the value that an attribute has in a table before this one. */
    final boolean[] repeated;

    /** Columns that an insert leaves out when their value is null: the program or the database has a default. */
    final boolean[] hasDefault;

    /** Columns whose value the database may change on update unless the update sets it. */
    final int[] changedOnUpdate;

    /** Columns that an update gives a value to which the program has given as a default. */
    final int[] givenOnUpdate;

    /** Columns that the database computes and no statement may set. */
    final boolean[] computed;

    /** For each column of the primary key which part of the object's key it is; -1 if it is none. */
    final int[] keyParts;

    /** Number of the version's column, or -1. */
    final int version;

    /** Columns that choose the row of an update or delete: the key, and the version. */
    final int[] where;

    EntityTable(EntityMapper mapper, Table source, int offset, ConstraintModel model) {
        this.table = model.table(source);
        this.offset = offset;
        int width = table.width();
        attributes = new ColumnAttribute[width];
        repeated = new boolean[width];
        hasDefault = new boolean[width];
        computed = new boolean[width];
        int[] onUpdate = new int[width];
        int onUpdateCount = 0;
        int[] given = new int[width];
        int givenCount = 0;
        for (int number = 0; number < width; number++) {
            Column<?> column = table.source[number];
            ColumnAttribute attribute = mapper.findColumn(column);
            if (attribute == null) {
                continue;
            }
            attributes[number] = attribute;
            repeated[number] = attribute.column() != column;
            hasDefault[number] = column.onInsert() != null
                    || column.serverDefault() != null
                    || column.identityOptions() != null
                    || number == table.generatedKey;
            computed[number] = column.computedBy() != null;
            if (ColumnDefaults.isValue(column.onUpdate())) {
                given[givenCount++] = number;
            } else if (column.onUpdate() != null || column.isServerOnUpdate() || computed[number]) {
                onUpdate[onUpdateCount++] = number;
            }
        }
        changedOnUpdate = Arrays.copyOf(onUpdate, onUpdateCount);
        givenOnUpdate = Arrays.copyOf(given, givenCount);
        keyParts = Arrays.stream(table.primaryKey)
                .map(column -> Arrays.asList(mapper.primaryKey()).indexOf(attributes[column]))
                .toArray();
        ColumnAttribute counter = mapper.version();
        version = counter != null && counter.column().table() == source ? model.number(counter.column()) : -1;
        int[] key = table.primaryKey.length > 0 ? table.primaryKey : keyGiven(mapper, source, model);
        where = version < 0 ? key : Arrays.copyOf(key, key.length + 1);
        if (version >= 0) {
            where[where.length - 1] = version;
        }
    }

    /** The columns of the key that the mapping gave to a table without one. */
    private static int[] keyGiven(EntityMapper mapper, Table source, ConstraintModel model) {
        return Arrays.stream(mapper.primaryKey())
                .map(ColumnAttribute::column)
                .filter(column -> column.table() == source)
                .mapToInt(model::number)
                .toArray();
    }

    /** The attribute of a column that has one. */
    ColumnAttribute attribute(int column) {
        return Objects.requireNonNull(attributes[column], () -> table.columns[column] + " is not mapped");
    }

    @Override
    public String toString() {
        return table.toString();
    }
}
