package org.aludel.schema;

import java.util.function.Function;
import java.util.function.Supplier;
import org.aludel.engine.DefaultContext;
import org.aludel.sql.Expr;
import org.jspecify.annotations.Nullable;

/**
 * What a column gets when nothing is given for it.
 *
 * @since 0.1
 */
public sealed interface ColumnDefault {

    /** A value. */
    record Value(@Nullable Object value) implements ColumnDefault {}

    /** A value computed for each row. */
    record Computed(Supplier<?> supplier) implements ColumnDefault {}

    /** A value computed for each row from the others of the row. */
    record Contextual(Function<? super DefaultContext, ? extends @Nullable Object> function) implements ColumnDefault {}

    /** An expression written into the statement. */
    record Expression(Expr<?> expression) implements ColumnDefault {}
}
