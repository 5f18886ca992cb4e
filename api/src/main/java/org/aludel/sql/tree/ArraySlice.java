package org.aludel.sql.tree;

import java.util.function.Consumer;
import org.aludel.sql.Expr;
import org.aludel.sql.Node;
import org.aludel.sql.spi.NodeVisitor;
import org.aludel.types.Type;

/**
 * A part of an array, from one index to another, both included.
 *
 * @since 0.1
 */
public record ArraySlice<T>(Expr<T> array, Expr<?> from, Expr<?> to) implements Expr<T> {

    @Override
    public Type<T> type() {
        return array.type();
    }

    @Override
    public void accept(NodeVisitor visitor) {
        visitor.visitArraySlice(this);
    }

    @Override
    public void forEachChild(Consumer<? super Node> action) {
        action.accept(array);
        action.accept(from);
        action.accept(to);
    }
}
