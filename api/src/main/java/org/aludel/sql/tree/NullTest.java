package org.aludel.sql.tree;

import java.util.function.Consumer;
import org.aludel.sql.Condition;
import org.aludel.sql.Expr;
import org.aludel.sql.Node;
import org.aludel.sql.spi.NodeVisitor;
import org.aludel.sql.spi.StructureWriter;

/**
 * IS NULL and IS NOT NULL.
 *
 * @since 0.1
 */
public record NullTest(Expr<?> operand, boolean negated) implements Condition {

    @Override
    public void accept(NodeVisitor visitor) {
        visitor.visitNullTest(this);
    }

    @Override
    public void forEachChild(Consumer<? super Node> action) {
        action.accept(operand);
    }

    @Override
    public void writeAtoms(StructureWriter writer) {
        writer.atom(negated);
    }
}
