package org.aludel.schema;

import org.aludel.sql.Expr;
import org.aludel.sql.tree.NextValue;
import org.jspecify.annotations.Nullable;

/**
 * A sequence of the database.
 *
 * @param start first value; that of the database if null
 * @param increment step; that of the database if null
 * @since 0.1
 */
public record Sequence(
        @Nullable String schema,
        String name,
        @Nullable Long start,
        @Nullable Long increment) {

    /** A sequence with the database's own start and step. */
    public static Sequence of(String name) {
        return new Sequence(null, name, null, null);
    }

    /** The same with another first value. */
    public Sequence startingWith(long first) {
        return new Sequence(schema, name, first, increment);
    }

    /** The same with another step. */
    public Sequence incrementedBy(long step) {
        return new Sequence(schema, name, start, step);
    }

    /** The next value, as an expression. */
    public Expr<Long> next() {
        return new NextValue(this);
    }
}
