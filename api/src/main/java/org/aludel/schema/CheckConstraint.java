package org.aludel.schema;

import org.aludel.sql.Expr;
import org.jspecify.annotations.Nullable;

/**
 * A condition that every row meets.
 *
 * @param deferral when it is checked
 * @param options what is said to some databases only
 * @since 0.1
 */
public record CheckConstraint(@Nullable String name, Expr<Boolean> condition, Deferral deferral, Options options)
        implements Constraint {

    public CheckConstraint(@Nullable String name, Expr<Boolean> condition) {
        this(name, condition, Deferral.NONE, Options.NONE);
    }

    /** The same under a name. */
    public CheckConstraint named(String name) {
        return new CheckConstraint(name, condition, deferral, options);
    }

    /** The same, checked when the deferral says. */
    public CheckConstraint deferred(Deferral deferral) {
        return new CheckConstraint(name, condition, deferral, options);
    }

    /** The same with an option of a dialect. */
    public CheckConstraint option(String option, Object value) {
        return new CheckConstraint(name, condition, deferral, options.and(option, value));
    }
}
