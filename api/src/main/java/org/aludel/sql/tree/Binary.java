package org.aludel.sql.tree;

import java.util.function.Consumer;
import org.aludel.sql.Expr;
import org.aludel.sql.Node;
import org.aludel.sql.spi.NodeVisitor;
import org.aludel.sql.spi.StructureWriter;
import org.aludel.types.Type;

/**
 * Two operands and an operator that gives a value.
 *
 * @since 0.1
 */
public record Binary<T>(Operator operator, Expr<?> left, Expr<?> right, Type<T> type) implements Expr<T> {

    @Override
    public void accept(NodeVisitor visitor) {
        visitor.visitBinary(this);
    }

    @Override
    public void forEachChild(Consumer<? super Node> action) {
        action.accept(left);
        action.accept(right);
    }

    @Override
    public void writeAtoms(StructureWriter writer) {
        writer.atom(operator);
        writer.atom(type);
    }
}
