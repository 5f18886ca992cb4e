package org.aludel.schema;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Columns that are unique together.
 *
 * @param columns keys of the columns
 * @param deferrable whether it may be checked at commit
 * @param initiallyDeferred whether it is checked at commit unless asked otherwise
 * @since 0.1
 */
public record UniqueConstraint(
        @Nullable String name, List<String> columns, boolean deferrable, boolean initiallyDeferred)
        implements Constraint {

    /** The same under a name. */
    public UniqueConstraint named(String name) {
        return new UniqueConstraint(name, columns, deferrable, initiallyDeferred);
    }

    /** The same, checked at commit if asked. */
    public UniqueConstraint deferred(boolean initially) {
        return new UniqueConstraint(name, columns, true, initially);
    }
}
