package org.aludel.itests.corpus;

import org.aludel.schema.Column;

/** Something said at a column: identity, computed. */
@FunctionalInterface
interface ColumnWord {

    Column<?> applyTo(Column<?> column);
}
