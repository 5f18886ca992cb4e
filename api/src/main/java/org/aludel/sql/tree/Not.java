package org.aludel.sql.tree;

import java.util.function.Consumer;
import org.aludel.sql.Condition;
import org.aludel.sql.Expr;
import org.aludel.sql.Node;
import org.aludel.sql.spi.NodeVisitor;

/**
 * The opposite of something that has no operator to turn round.
 *
 * @since 0.1
 */
public record Not(Expr<Boolean> operand) implements Condition {

    /** The opposite of a condition: its operator turned round where there is an opposite, else NOT. */
    public static Condition of(Expr<Boolean> condition) {
        return Negation.of(condition);
    }

    @Override
    public void accept(NodeVisitor visitor) {
        visitor.visitNot(this);
    }

    @Override
    public void forEachChild(Consumer<? super Node> action) {
        action.accept(operand);
    }
}
