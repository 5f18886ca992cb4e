package org.aludel.itests.corpus;

import org.aludel.sql.Expr;
import org.jspecify.annotations.Nullable;

/** Operators that only the types of one database have: its documents, ranges, maps. */
final class Specials {

    private Specials() {}

    /** {@code expression[key]}; null if its type has no way of its own. */
    static @Nullable Object item(Expr<?> expression, @Nullable Object key) {
        return null;
    }

    /** A method by its name here; null if the expression's type has no way of its own. */
    static @Nullable Object method(Expr<?> expression, String method, Args arguments) {
        return null;
    }
}
