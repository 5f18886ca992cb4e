package org.aludel.schema;

import org.aludel.sql.Expr;
import org.jspecify.annotations.Nullable;

/**
 * A condition that every row meets.
 *
 * @since 0.1
 */
public record CheckConstraint(@Nullable String name, Expr<Boolean> condition) implements Constraint {

    /** The same under a name. */
    public CheckConstraint named(String name) {
        return new CheckConstraint(name, condition);
    }
}
