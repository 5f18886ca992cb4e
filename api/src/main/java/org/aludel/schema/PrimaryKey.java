package org.aludel.schema;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The primary key.
 *
 * @param columns keys of the columns
 * @param deferral when it is checked
 * @param options what is said to some databases only
 * @since 0.1
 */
public record PrimaryKey(@Nullable String name, List<String> columns, Deferral deferral, Options options)
        implements Constraint {

    public PrimaryKey(@Nullable String name, List<String> columns) {
        this(name, columns, Deferral.NONE, Options.NONE);
    }

    /** The same under a name. */
    public PrimaryKey named(String name) {
        return new PrimaryKey(name, columns, deferral, options);
    }

    /** The same, checked at commit if asked. */
    public PrimaryKey deferred(Deferral deferral) {
        return new PrimaryKey(name, columns, deferral, options);
    }

    /** The same with an option of a dialect, as {@code mssql_clustered}. */
    public PrimaryKey option(String option, Object value) {
        return new PrimaryKey(name, columns, deferral, options.and(option, value));
    }
}
