package org.aludel.sql.tree;

import java.util.function.Consumer;
import org.aludel.sql.Expr;
import org.aludel.sql.Node;
import org.aludel.sql.spi.NodeVisitor;
import org.aludel.sql.spi.StructureWriter;
import org.aludel.types.Type;
import org.aludel.types.Types;

/**
 * EXTRACT of a field of a date or time.
 *
 * @since 0.1
 */
public record Extract(String field, Expr<?> operand) implements Expr<Integer> {

    @Override
    public Type<Integer> type() {
        return Types.INTEGER;
    }

    @Override
    public void accept(NodeVisitor visitor) {
        visitor.visitExtract(this);
    }

    @Override
    public void forEachChild(Consumer<? super Node> action) {
        action.accept(operand);
    }

    @Override
    public void writeAtoms(StructureWriter writer) {
        writer.atom(field);
    }
}
