package org.aludel.schema;

import org.jspecify.annotations.Nullable;

/**
 * A rule that the rows of a table keep.
 *
 * @since 0.1
 */
public sealed interface Constraint extends TableItem permits PrimaryKey, UniqueConstraint, CheckConstraint, ForeignKey {

    /** Its name; null if the database names it. */
    @Nullable
    String name();
}
