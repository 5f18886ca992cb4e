package org.aludel.sql.spi;

import org.aludel.sql.Expr;
import org.jspecify.annotations.Nullable;

/**
 * Finds the columns of mapped attributes when a statement is compiled. Its {@code equals} is part of the statement
 * cache's key: resolvers that resolve differently must differ.
 *
 * @since 0.1
 */
public interface Resolver {

    /** The mapped expression of an attribute, or null if this resolver does not know it. */
    @Nullable
    Expr<?> resolve(Unresolved<?> unresolved);
}
