package org.aludel.sql.tree;

import java.util.function.Consumer;
import org.aludel.sql.Condition;
import org.aludel.sql.Expr;
import org.aludel.sql.Node;
import org.aludel.sql.spi.NodeVisitor;
import org.aludel.sql.spi.StructureWriter;

/**
 * Two operands compared.
 *
 * @since 0.1
 */
public record Comparison(Operator operator, Expr<?> left, Expr<?> right) implements Condition {

    @Override
    public void accept(NodeVisitor visitor) {
        visitor.visitComparison(this);
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
