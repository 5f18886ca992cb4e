package org.aludel.sql.tree;

import java.util.function.Consumer;
import org.aludel.sql.Condition;
import org.aludel.sql.Expr;
import org.aludel.sql.Node;
import org.aludel.sql.spi.NodeVisitor;
import org.aludel.sql.spi.StructureWriter;

/**
 * A value of type boolean as a condition: the value itself where the database has truth values, {@code value = 1} where it
 * has numbers; negated {@code NOT value} and {@code value = 0}.
 *
 * @since 0.1
 */
public record Truth(Expr<Boolean> operand, boolean negated) implements Condition {

    @Override
    public void accept(NodeVisitor visitor) {
        visitor.visitTruth(this);
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
