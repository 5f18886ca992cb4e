package org.aludel.core.engine;

import org.aludel.schema.Column;
import org.aludel.sql.Expr;
import org.aludel.sql.Selected;
import org.aludel.sql.tree.Label;
import org.jspecify.annotations.Nullable;

/** What is known of the things that rows are asked for. */
final class RowSources {

    private RowSources() {}

    /** Whether a value selected as {@code source} is that of {@code wanted}: through a label, an alias or a subquery. */
    static boolean covers(@Nullable Object source, Selected<?> wanted) {
        if (source instanceof Label<?> label) {
            return label.expression() == wanted || covers(label.expression(), wanted);
        }
        return source instanceof Column<?> column && wanted instanceof Column<?> other && column.standsFor(other);
    }

    /** The name under which a row of unknown columns would have it. */
    static @Nullable String nameOf(Selected<?> wanted) {
        if (wanted instanceof Column<?> column) {
            return column.name();
        }
        return wanted instanceof Label<?> label ? label.name() : null;
    }

    /** The class of its values, if it is an expression. */
    @SuppressWarnings("unchecked") // the expression's type says so
    static <T> @Nullable Class<T> javaTypeOf(Selected<T> wanted) {
        return wanted instanceof Expr<?> expression
                ? (Class<T>) expression.type().javaType()
                : null;
    }
}
