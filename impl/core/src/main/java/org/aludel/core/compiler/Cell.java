package org.aludel.core.compiler;

import org.aludel.schema.Column;
import org.aludel.sql.BindParameter;
import org.aludel.sql.Expr;
import org.jspecify.annotations.Nullable;

/**
 * What a column gets: an expression, or a value that a slot brings.
 *
 * @param value the expression; null if there is a slot
 * @param slot where the value comes from; null if there is an expression
 */
record Cell(
        Column<?> column, @Nullable Expr<?> value, @Nullable BindSlot slot) {

    /** Whether the database computes what the column gets, so that nobody knows it before. */
    boolean isSql() {
        return slot == null && !(value instanceof BindParameter<?>);
    }
}
