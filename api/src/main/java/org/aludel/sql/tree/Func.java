package org.aludel.sql.tree;

import java.util.List;
import java.util.function.Consumer;
import org.aludel.sql.Condition;
import org.aludel.sql.Expr;
import org.aludel.sql.Node;
import org.aludel.sql.spi.NodeVisitor;
import org.aludel.sql.spi.StructureWriter;
import org.aludel.types.Type;
import org.jspecify.annotations.Nullable;

/**
 * A call of a function, with an optional filter on the rows that an aggregate sees.
 *
 * @since 0.1
 */
public record Func<T>(
        String name,
        List<Expr<?>> arguments,
        Type<T> type,
        @Nullable Condition filter) implements Expr<T> {

    /** Only over the rows for which the condition holds. */
    public Func<T> filter(Condition condition) {
        return new Func<>(name, arguments, type, filter == null ? condition : filter.and(condition));
    }

    @Override
    public void accept(NodeVisitor visitor) {
        visitor.visitFunction(this);
    }

    @Override
    public void forEachChild(Consumer<? super Node> action) {
        arguments.forEach(action);
        if (filter != null) {
            action.accept(filter);
        }
    }

    @Override
    public void writeAtoms(StructureWriter writer) {
        writer.atom(name);
        writer.atom(type);
        writer.atom(arguments.size());
        writer.atom(filter == null);
    }
}
