package org.aludel.schema;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The primary key.
 *
 * @param columns keys of the columns
 * @since 0.1
 */
public record PrimaryKey(@Nullable String name, List<String> columns) implements Constraint {

    /** The same under a name. */
    public PrimaryKey named(String name) {
        return new PrimaryKey(name, columns);
    }
}
