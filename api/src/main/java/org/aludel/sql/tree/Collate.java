package org.aludel.sql.tree;

import java.util.function.Consumer;
import org.aludel.sql.Expr;
import org.aludel.sql.Node;
import org.aludel.sql.spi.NodeVisitor;
import org.aludel.sql.spi.StructureWriter;
import org.aludel.types.Type;

/**
 * COLLATE.
 *
 * @since 0.1
 */
public record Collate<T>(Expr<T> operand, String collation) implements Expr<T> {

    @Override
    public Type<T> type() {
        return operand.type();
    }

    @Override
    public void accept(NodeVisitor visitor) {
        visitor.visitCollate(this);
    }

    @Override
    public void forEachChild(Consumer<? super Node> action) {
        action.accept(operand);
    }

    @Override
    public void writeAtoms(StructureWriter writer) {
        writer.atom(collation);
    }
}
