package org.aludel.schema;

import org.aludel.sql.Expr;
import org.aludel.sql.tree.NextValue;
import org.jspecify.annotations.Nullable;

/**
 * A sequence of the database.
 *
 * @param start first value; that of the database if null
 * @param increment step; that of the database if null
 * @param isOptional whether databases that can generate keys without it pass it over
 * @since 0.1
 */
public record Sequence(
        @Nullable String schema,
        String name,
        @Nullable Long start,
        @Nullable Long increment,
        boolean isOptional) {

    /** A sequence with the database's own start and step. */
    public static Sequence of(String name) {
        return new Sequence(null, name, null, null, false);
    }

    /** The same with another first value. */
    public Sequence startingWith(long first) {
        return new Sequence(schema, name, first, increment, isOptional);
    }

    /** The same with another step. */
    public Sequence incrementedBy(long step) {
        return new Sequence(schema, name, start, step, isOptional);
    }

    /** The same, used as the default of a key only where the database has no other way to generate one. */
    public Sequence optional() {
        return new Sequence(schema, name, start, increment, true);
    }

    /** The next value, as an expression. */
    public Expr<Long> next() {
        return new NextValue(this);
    }
}
