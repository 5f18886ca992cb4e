package org.aludel.sql.tree;

import java.util.function.Consumer;
import org.aludel.sql.Condition;
import org.aludel.sql.Expr;
import org.aludel.sql.Node;
import org.aludel.sql.spi.NodeVisitor;
import org.aludel.sql.spi.StructureWriter;

/**
 * BETWEEN and NOT BETWEEN; symmetric if either bound may be the lower one.
 *
 * @since 0.1
 */
public record Between(Expr<?> operand, Expr<?> low, Expr<?> high, boolean negated, boolean symmetric)
        implements Condition {

    public Between(Expr<?> operand, Expr<?> low, Expr<?> high, boolean negated) {
        this(operand, low, high, negated, false);
    }

    @Override
    public void accept(NodeVisitor visitor) {
        visitor.visitBetween(this);
    }

    @Override
    public void forEachChild(Consumer<? super Node> action) {
        action.accept(operand);
        action.accept(low);
        action.accept(high);
    }

    @Override
    public void writeAtoms(StructureWriter writer) {
        writer.atom(negated);
        writer.atom(symmetric);
    }
}
