package org.aludel.sql.tree;

import java.util.List;
import java.util.function.Consumer;
import org.aludel.sql.Condition;
import org.aludel.sql.Expr;
import org.aludel.sql.Node;
import org.aludel.sql.spi.NodeVisitor;
import org.aludel.sql.spi.StructureWriter;

/**
 * IN over expressions.
 *
 * @since 0.1
 */
public record InExpressions(Expr<?> operand, List<Expr<?>> members, boolean negated) implements Condition {

    @Override
    public void accept(NodeVisitor visitor) {
        visitor.visitInExpressions(this);
    }

    @Override
    public void forEachChild(Consumer<? super Node> action) {
        action.accept(operand);
        members.forEach(action);
    }

    @Override
    public void writeAtoms(StructureWriter writer) {
        writer.atom(negated);
        writer.atom(members.size());
    }
}
