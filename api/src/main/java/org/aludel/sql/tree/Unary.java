package org.aludel.sql.tree;

import java.util.function.Consumer;
import org.aludel.sql.Expr;
import org.aludel.sql.Node;
import org.aludel.sql.spi.NodeVisitor;
import org.aludel.sql.spi.StructureWriter;
import org.aludel.types.Type;

/**
 * An operator before its operand.
 *
 * @since 0.1
 */
public record Unary<T>(Operator operator, Expr<?> operand, Type<T> type) implements Expr<T> {

    @Override
    public void accept(NodeVisitor visitor) {
        visitor.visitUnary(this);
    }

    @Override
    public void forEachChild(Consumer<? super Node> action) {
        action.accept(operand);
    }

    @Override
    public void writeAtoms(StructureWriter writer) {
        writer.atom(operator);
    }
}
