package org.aludel.orm;

import java.util.List;
import org.aludel.schema.Column;

/**
 * An attribute whose value is kept in several columns: one for each component of a record, or for each field of a class
 * whose constructor takes them all. The columns may be mapped to fields of their own besides.
 *
 * @see Orm#composite
 * @see Composite
 * @since 0.1
 */
public final class CompositeMapping implements PropertyMapping {

    private final List<Column<?>> columns;

    CompositeMapping(Column<?>... columns) {
        this.columns = List.of(columns);
    }

    /** The columns, in the order of the components. */
    public List<Column<?>> columns() {
        return columns;
    }
}
