package org.aludel.schema;

import org.jspecify.annotations.Nullable;

/**
 * A rule that the rows of a table keep.
 *
 * @since 0.1
 */
public sealed interface Constraint extends TableItem
        permits PrimaryKey, UniqueConstraint, CheckConstraint, ForeignKey, CustomConstraint {

    /** Its name; null if the database, or the naming convention, names it. */
    @Nullable
    String name();
}
