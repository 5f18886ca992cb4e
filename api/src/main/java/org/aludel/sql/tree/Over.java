package org.aludel.sql.tree;

import java.util.List;
import java.util.function.Consumer;
import org.aludel.sql.Expr;
import org.aludel.sql.Node;
import org.aludel.sql.Ordering;
import org.aludel.sql.spi.NodeVisitor;
import org.aludel.sql.spi.StructureWriter;
import org.aludel.types.Type;
import org.jspecify.annotations.Nullable;

/**
 * A function over a window: {@code sum(n).over().partitionBy(a).orderBy(b).rows(-3, 0)}.
 *
 * @param frame the rows that it sees; null for what the database takes
 * @since 0.1
 */
public record Over<T>(
        Expr<T> function,
        List<Expr<?>> partitionBy,
        List<Ordering> orderBy,
        @Nullable Frame frame) implements Expr<T> {

    /** Windows of rows that agree in these. */
    public Over<T> partitionBy(Expr<?>... expressions) {
        return new Over<>(function, List.of(expressions), orderBy, frame);
    }

    /** The order inside a window. */
    public Over<T> orderBy(Ordering... order) {
        return new Over<>(function, partitionBy, List.of(order), frame);
    }

    /** The order inside a window, by the name of a column. */
    public Over<T> orderBy(String name) {
        return orderBy(new LabelReference(name));
    }

    /**
     * Rows from one distance to another: negative before the current row, 0 the row itself, null without a bound.
     * {@code rows(-3, 0)} is ROWS BETWEEN 3 PRECEDING AND CURRENT ROW.
     */
    public Over<T> rows(@Nullable Integer from, @Nullable Integer to) {
        return new Over<>(function, partitionBy, orderBy, Frame.of(Frame.Unit.ROWS, from, to));
    }

    /** Rows whose values are in a range around that of the current row, as in {@link #rows(Integer, Integer)}. */
    public Over<T> range(@Nullable Integer from, @Nullable Integer to) {
        return new Over<>(function, partitionBy, orderBy, Frame.of(Frame.Unit.RANGE, from, to));
    }

    @Override
    public Type<T> type() {
        return function.type();
    }

    @Override
    public void accept(NodeVisitor visitor) {
        visitor.visitOver(this);
    }

    @Override
    public void forEachChild(Consumer<? super Node> action) {
        action.accept(function);
        partitionBy.forEach(action);
        orderBy.forEach(action);
        if (frame != null) {
            distance(frame.from(), action);
            distance(frame.to(), action);
        }
    }

    private static void distance(Frame.Bound bound, Consumer<? super Node> action) {
        if (bound.distance() != null) {
            action.accept(bound.distance());
        }
    }

    @Override
    public void writeAtoms(StructureWriter writer) {
        writer.atom(partitionBy.size());
        writer.atom(orderBy.size());
        writer.atom(frame == null ? null : frame.unit());
        writer.atom(frame == null ? null : frame.from().side());
        writer.atom(frame == null ? null : frame.to().side());
    }
}
