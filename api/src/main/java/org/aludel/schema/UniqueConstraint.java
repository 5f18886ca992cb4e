package org.aludel.schema;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Columns that are unique together.
 *
 * @param columns keys of the columns
 * @param deferral when it is checked
 * @param options what is said to some databases only
 * @since 0.1
 */
public record UniqueConstraint(@Nullable String name, List<String> columns, Deferral deferral, Options options)
        implements Constraint {

    public UniqueConstraint(
            @Nullable String name, List<String> columns, boolean deferrable, boolean initiallyDeferred) {
        this(name, columns, deferrable ? Deferral.deferrable(initiallyDeferred) : Deferral.NONE, Options.NONE);
    }

    /** Whether it may be checked at commit. */
    public boolean deferrable() {
        return deferral.isDeferrable();
    }

    /** Whether it is checked at commit unless asked otherwise. */
    public boolean initiallyDeferred() {
        return deferral.isInitiallyDeferred();
    }

    /** The same under a name. */
    public UniqueConstraint named(String name) {
        return new UniqueConstraint(name, columns, deferral, options);
    }

    /** The same, checked at commit if asked. */
    public UniqueConstraint deferred(boolean initially) {
        return deferred(Deferral.deferrable(initially));
    }

    /** The same, checked when the deferral says. */
    public UniqueConstraint deferred(Deferral deferral) {
        return new UniqueConstraint(name, columns, deferral, options);
    }

    /** The same with an option of a dialect, as {@code sqlite_on_conflict}. */
    public UniqueConstraint option(String option, Object value) {
        return new UniqueConstraint(name, columns, deferral, options.and(option, value));
    }
}
