package org.aludel.sql.tree;

import java.util.function.Consumer;
import org.aludel.sql.Expr;
import org.aludel.sql.Node;
import org.aludel.sql.Ordering;
import org.aludel.sql.spi.NodeVisitor;
import org.aludel.sql.spi.StructureWriter;

/**
 * An expression with a direction, and where its nulls go.
 *
 * @since 0.1
 */
public record Order(Expr<?> expression, Direction direction, Nulls nulls) implements Ordering {

    /** Upwards or downwards. */
    public enum Direction {
        /** Said by nothing: upwards. */
        DEFAULT,
        ASC,
        DESC
    }

    /** Where nulls go. */
    public enum Nulls {
        DEFAULT,
        FIRST,
        LAST
    }

    /** The same with nulls first. */
    public Order nullsFirst() {
        return new Order(expression, direction, Nulls.FIRST);
    }

    /** The same with nulls last. */
    public Order nullsLast() {
        return new Order(expression, direction, Nulls.LAST);
    }

    @Override
    public void accept(NodeVisitor visitor) {
        visitor.visitOrder(this);
    }

    @Override
    public void forEachChild(Consumer<? super Node> action) {
        action.accept(expression);
    }

    @Override
    public void writeAtoms(StructureWriter writer) {
        writer.atom(direction);
        writer.atom(nulls);
    }
}
