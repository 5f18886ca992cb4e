package org.aludel.sql.tree;

import java.util.List;
import java.util.function.Consumer;
import org.aludel.sql.Expr;
import org.aludel.sql.Node;
import org.aludel.sql.Ordering;
import org.aludel.sql.spi.NodeVisitor;
import org.aludel.sql.spi.StructureWriter;
import org.aludel.types.Type;

/**
 * An argument of an aggregate function with the order in which its values come: {@code array_agg(a ORDER BY b DESC)}.
 *
 * @since 0.1
 */
public record OrderedArgument<T>(Expr<T> argument, List<Ordering> orderBy) implements Expr<T> {

    @Override
    public Type<T> type() {
        return argument.type();
    }

    @Override
    public void accept(NodeVisitor visitor) {
        visitor.visitOrderedArgument(this);
    }

    @Override
    public void forEachChild(Consumer<? super Node> action) {
        action.accept(argument);
        orderBy.forEach(action);
    }

    @Override
    public void writeAtoms(StructureWriter writer) {
        writer.atom(orderBy.size());
    }
}
