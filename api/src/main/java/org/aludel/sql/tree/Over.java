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
 * A function over a window.
 *
 * @param frame text of the frame clause, as {@code ROWS BETWEEN 1 PRECEDING AND CURRENT ROW}
 * @since 0.1
 */
public record Over<T>(
        Expr<T> function,
        List<Expr<?>> partitionBy,
        List<Ordering> orderBy,
        @Nullable String frame) implements Expr<T> {

    /** Windows of rows that agree in these. */
    public Over<T> partitionBy(Expr<?>... expressions) {
        return new Over<>(function, List.of(expressions), orderBy, frame);
    }

    /** The order inside a window. */
    public Over<T> orderBy(Ordering... order) {
        return new Over<>(function, partitionBy, List.of(order), frame);
    }

    /** The frame: {@code rows("UNBOUNDED PRECEDING", "CURRENT ROW")}. */
    public Over<T> rows(String from, String to) {
        return new Over<>(function, partitionBy, orderBy, "ROWS BETWEEN " + from + " AND " + to);
    }

    /** The frame: {@code range("UNBOUNDED PRECEDING", "CURRENT ROW")}. */
    public Over<T> range(String from, String to) {
        return new Over<>(function, partitionBy, orderBy, "RANGE BETWEEN " + from + " AND " + to);
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
    }

    @Override
    public void writeAtoms(StructureWriter writer) {
        writer.atom(partitionBy.size());
        writer.atom(orderBy.size());
        writer.atom(frame);
    }
}
