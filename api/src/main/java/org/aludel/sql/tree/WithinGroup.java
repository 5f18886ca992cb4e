package org.aludel.sql.tree;

import java.util.List;
import java.util.function.Consumer;
import org.aludel.sql.Condition;
import org.aludel.sql.Expr;
import org.aludel.sql.Node;
import org.aludel.sql.Ordering;
import org.aludel.sql.spi.NodeVisitor;
import org.aludel.sql.spi.StructureWriter;
import org.aludel.types.Type;

/**
 * An aggregate function over ordered rows: {@code percentile_cont(0.5) WITHIN GROUP (ORDER BY n)}.
 *
 * @since 0.1
 */
public record WithinGroup<T>(Expr<T> function, List<Ordering> orderBy, Type<T> type) implements Expr<T> {

    /** Only over the rows for which the conditions hold. */
    public Filtered<T> filter(Condition... conditions) {
        return new Filtered<>(this, List.of(conditions));
    }

    @Override
    public void accept(NodeVisitor visitor) {
        visitor.visitWithinGroup(this);
    }

    @Override
    public void forEachChild(Consumer<? super Node> action) {
        action.accept(function);
        orderBy.forEach(action);
    }

    @Override
    public void writeAtoms(StructureWriter writer) {
        writer.atom(type);
        writer.atom(orderBy.size());
    }
}
