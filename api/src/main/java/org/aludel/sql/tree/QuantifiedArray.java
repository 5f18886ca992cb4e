package org.aludel.sql.tree;

import java.util.function.Consumer;
import org.aludel.sql.Expr;
import org.aludel.sql.Node;
import org.aludel.sql.spi.NodeVisitor;
import org.aludel.sql.spi.StructureWriter;
import org.aludel.types.Type;

/**
 * ANY or ALL of the elements of an array.
 *
 * @param quantifier {@code ANY} or {@code ALL}
 *
 * @since 0.1
 */
public record QuantifiedArray<E>(String quantifier, Expr<?> array, Type<E> type) implements Expr<E> {

    @Override
    public void accept(NodeVisitor visitor) {
        visitor.visitQuantifiedArray(this);
    }

    @Override
    public void forEachChild(Consumer<? super Node> action) {
        action.accept(array);
    }

    @Override
    public void writeAtoms(StructureWriter writer) {
        writer.atom(quantifier);
    }
}
