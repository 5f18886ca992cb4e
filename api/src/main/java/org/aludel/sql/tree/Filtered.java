package org.aludel.sql.tree;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.aludel.sql.Condition;
import org.aludel.sql.Expr;
import org.aludel.sql.Node;
import org.aludel.sql.spi.NodeVisitor;
import org.aludel.sql.spi.StructureWriter;
import org.aludel.types.Type;

/**
 * An aggregate function over the rows for which conditions hold: {@code count(a) FILTER (WHERE b > 5)}.
 *
 * @since 0.1
 */
public record Filtered<T>(Expr<T> function, List<Expr<Boolean>> conditions) implements Expr<T> {

    /** With more conditions. */
    public Filtered<T> filter(Condition... more) {
        List<Expr<Boolean>> all = new ArrayList<>(conditions);
        all.addAll(List.of(more));
        return new Filtered<>(function, List.copyOf(all));
    }

    @Override
    public Type<T> type() {
        return function.type();
    }

    @Override
    public void accept(NodeVisitor visitor) {
        visitor.visitFiltered(this);
    }

    @Override
    public void forEachChild(Consumer<? super Node> action) {
        action.accept(function);
        conditions.forEach(action);
    }

    @Override
    public void writeAtoms(StructureWriter writer) {
        writer.atom(conditions.size());
    }
}
