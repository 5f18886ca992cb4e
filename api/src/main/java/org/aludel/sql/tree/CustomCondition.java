package org.aludel.sql.tree;

import java.util.function.Consumer;
import org.aludel.sql.Condition;
import org.aludel.sql.Expr;
import org.aludel.sql.Node;
import org.aludel.sql.spi.NodeVisitor;
import org.aludel.sql.spi.StructureWriter;

/**
 * Two operands and an operator of the program's own that gives a truth value.
 *
 * @since 0.1
 */
public record CustomCondition(Operator operator, Expr<?> left, Expr<?> right) implements Condition {

    @Override
    public void accept(NodeVisitor visitor) {
        visitor.visitCustomCondition(this);
    }

    @Override
    public void forEachChild(Consumer<? super Node> action) {
        action.accept(left);
        action.accept(right);
    }

    @Override
    public void writeAtoms(StructureWriter writer) {
        writer.atom(operator);
    }
}
