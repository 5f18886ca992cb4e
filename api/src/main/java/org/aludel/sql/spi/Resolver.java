package org.aludel.sql.spi;

import java.util.List;
import org.aludel.errors.CompileException;
import org.aludel.schema.Column;
import org.aludel.sql.Expr;
import org.aludel.sql.FromItem;
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

    /** The mapped expression of an attribute on another occurrence of what its class is mapped to. */
    default @Nullable Expr<?> resolveOn(Unresolved<?> attribute, FromItem occurrence) {
        Expr<?> resolved = resolve(attribute);
        return resolved instanceof Column<?> column ? occurrence.c(column) : resolved;
    }

    /**
     * Another occurrence of what a class is mapped to.
     *
     * @param subclasses subclasses whose columns are there too; empty for all, null for what the mapping says
     * @param name its name; null for one made when the statement is compiled
     */
    default FromItem occurrence(Class<?> type, @Nullable List<Class<?>> subclasses, @Nullable String name) {
        throw new CompileException(
                "ALU-0710",
                "an alias of " + type.getSimpleName() + " was used without mappings; where: this statement; what to do:"
                        + " execute the statement through a session");
    }
}
