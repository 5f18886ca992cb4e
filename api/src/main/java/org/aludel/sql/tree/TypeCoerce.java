package org.aludel.sql.tree;

import java.util.function.Consumer;
import org.aludel.sql.Expr;
import org.aludel.sql.Node;
import org.aludel.sql.spi.NodeVisitor;
import org.aludel.sql.spi.StructureWriter;
import org.aludel.types.Type;

/**
 * An expression taken as another type, without a change in SQL.
 *
 * @since 0.1
 */
public record TypeCoerce<T>(Expr<?> operand, Type<T> type) implements Expr<T> {

    @Override
    public void accept(NodeVisitor visitor) {
        visitor.visitTypeCoerce(this);
    }

    @Override
    public void forEachChild(Consumer<? super Node> action) {
        action.accept(operand);
    }

    @Override
    public void writeAtoms(StructureWriter writer) {
        writer.atom(type);
    }
}
