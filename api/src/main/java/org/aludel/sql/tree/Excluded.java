package org.aludel.sql.tree;

import java.util.function.Consumer;
import org.aludel.schema.Column;
import org.aludel.sql.Expr;
import org.aludel.sql.Node;
import org.aludel.sql.spi.NodeVisitor;
import org.aludel.types.Type;

/**
 * In an upsert, the value that the row to insert has for a column.
 *
 * @since 0.1
 */
public record Excluded<T>(Column<T> column) implements Expr<T> {

    @Override
    public Type<T> type() {
        return column.type();
    }

    @Override
    public void accept(NodeVisitor visitor) {
        visitor.visitExcluded(this);
    }

    @Override
    public void forEachChild(Consumer<? super Node> action) {
        action.accept(column);
    }
}
