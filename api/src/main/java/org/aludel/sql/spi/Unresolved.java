package org.aludel.sql.spi;

import java.util.function.Consumer;
import org.aludel.sql.Expr;
import org.aludel.sql.Node;
import org.jspecify.annotations.Nullable;

/**
 * An expression that has no table of its own and is replaced when the statement is compiled. Parameters inside what
 * {@link #resolve} gives must be those that {@link #writeTo} wrote; others must be constants of the mapping.
 *
 * @since 0.1
 */
public interface Unresolved<T> extends Expr<T> {

    /** What stands for this in the structure of a statement. */
    Object identity();

    /** The name it goes by as a column of a subquery; null if it has none. */
    default @Nullable String outputName() {
        return null;
    }

    /** The expression to compile instead; null if the resolver does not know it. */
    default @Nullable Expr<?> resolve(Resolver resolver) {
        return resolver.resolve(this);
    }

    @Override
    default void accept(NodeVisitor visitor) {
        visitor.visitUnresolved(this);
    }

    @Override
    default void forEachChild(Consumer<? super Node> action) {}

    @Override
    default void writeTo(StructureWriter writer) {
        writer.atom(identity());
    }
}
