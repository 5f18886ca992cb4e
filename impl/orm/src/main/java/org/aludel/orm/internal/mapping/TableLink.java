package org.aludel.orm.internal.mapping;

import java.util.ArrayList;
import java.util.List;
import org.aludel.errors.ArgumentException;
import org.aludel.schema.Column;
import org.aludel.schema.ForeignKey;
import org.aludel.schema.Table;

/**
 * A foreign key with both ends found.
 *
 * @param key the foreign key
 * @param from the referring table
 * @param columns the referring columns
 * @param to the table referred to
 * @param referred the columns referred to, position by position
 */
record TableLink(ForeignKey key, Table from, List<Column<?>> columns, Table to, List<Column<?>> referred) {

    /** The foreign keys that lead from one table to another. */
    static List<TableLink> between(Table from, Table to) {
        List<TableLink> links = new ArrayList<>();
        for (TableLink link : of(from)) {
            if (link.to == to) {
                links.add(link);
            }
        }
        return links;
    }

    /** The foreign keys of a table whose other end is defined; an end that is not is reported with the tables. */
    static List<TableLink> of(Table from) {
        List<TableLink> links = new ArrayList<>();
        for (ForeignKey key : from.foreignKeys()) {
            try {
                links.add(new TableLink(key, from, key.columns(), key.referredTable(), key.referredColumns()));
            } catch (ArgumentException e) {
                continue;
            }
        }
        return links;
    }

    /** Whether some columns are all among the referring ones. */
    boolean refersBy(List<Column<?>> some) {
        return columns.containsAll(some);
    }

    @Override
    public String toString() {
        return from.name() + columns.stream().map(Column::name).toList() + " -> " + to.name();
    }
}
