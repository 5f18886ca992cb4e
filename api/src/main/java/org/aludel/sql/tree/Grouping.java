package org.aludel.sql.tree;

import java.util.function.Consumer;
import org.aludel.sql.Expr;
import org.aludel.sql.Node;
import org.aludel.sql.spi.NodeVisitor;
import org.aludel.types.Type;

/**
 * An expression in parentheses, whatever stands round it.
 *
 * @since 0.1
 */
public record Grouping<T>(Expr<T> operand) implements Expr<T> {

    @Override
    public Type<T> type() {
        return operand.type();
    }

    @Override
    public void accept(NodeVisitor visitor) {
        visitor.visitGrouping(this);
    }

    @Override
    public void forEachChild(Consumer<? super Node> action) {
        action.accept(operand);
    }
}
