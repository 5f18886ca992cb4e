package org.aludel.itests.corpus;

import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import org.aludel.schema.Column;
import org.aludel.schema.Index;
import org.aludel.schema.Table;
import org.aludel.schema.TableItem;
import org.aludel.sql.Ordering;
import org.jspecify.annotations.Nullable;

/** A constraint that knows its table, from the columns it was made of or because it was added to one. */
record TableConstraint(TableItem item, Table table) {

    private static final Map<TableItem, Table> ADDED = Collections.synchronizedMap(new WeakHashMap<>());

    /** The constraint, with the table of its columns if they have one. */
    static Object of(TableItem item, Collection<?> columns) {
        for (Object column : columns) {
            Table table = column instanceof Column<?> known
                    ? known.table()
                    : column instanceof Ordering part
                            ? Index.on(null, part).table()
                            : column instanceof Table t ? t : null;
            if (table != null) {
                return new TableConstraint(item, table);
            }
        }
        return item;
    }

    /** The constraint by itself. */
    static TableItem item(Object value) {
        return value instanceof TableConstraint constraint ? constraint.item : (TableItem) value;
    }

    static Object append(Table table, Object value) {
        TableItem item = item(value);
        ADDED.put(item, table);
        return table.append(item);
    }

    static @Nullable Table tableOf(Object value) {
        return value instanceof TableConstraint constraint ? constraint.table : ADDED.get(item(value));
    }
}
