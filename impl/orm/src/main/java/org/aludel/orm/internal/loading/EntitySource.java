package org.aludel.orm.internal.loading;

import org.aludel.orm.internal.mapping.ColumnAttribute;
import org.aludel.schema.Column;
import org.aludel.schema.Table;
import org.aludel.sql.FromItem;

/**
 * Where an entity's columns come from: its table, or an alias of it.
 *
 * @param item the table or alias
 * @param eager whether it was joined to load a relation, and is unknown to the program
 */
public record EntitySource(FromItem item, boolean eager) {

    /** The column of an attribute there. */
    Column<?> column(ColumnAttribute attribute) {
        return column(attribute.column());
    }

    Column<?> column(Column<?> column) {
        return item instanceof Table ? column : item.c(column);
    }
}
