package org.aludel.sql.tree;

import java.util.function.Consumer;
import org.aludel.sql.Expr;
import org.aludel.sql.Node;
import org.aludel.sql.spi.NodeVisitor;
import org.aludel.sql.spi.StructureWriter;
import org.aludel.types.Type;

/**
 * One element of an array, counted from 1.
 *
 * @since 0.1
 */
public record ArrayElement<E>(Expr<?> array, Expr<?> index, Type<E> type) implements Expr<E> {

    @Override
    public void accept(NodeVisitor visitor) {
        visitor.visitArrayElement(this);
    }

    @Override
    public void forEachChild(Consumer<? super Node> action) {
        action.accept(array);
        action.accept(index);
    }

    @Override
    public void writeAtoms(StructureWriter writer) {
        writer.atom(type);
    }
}
