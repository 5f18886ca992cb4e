package org.aludel.sql.tree;

import java.util.function.Consumer;
import org.aludel.sql.Expr;
import org.aludel.sql.Node;
import org.aludel.sql.QueryExpression;
import org.aludel.sql.spi.NodeVisitor;
import org.aludel.sql.spi.StructureWriter;
import org.aludel.types.Type;

/**
 * A query that gives one value.
 *
 * @since 0.1
 */
public record ScalarQuery<T>(QueryExpression query, Type<T> type) implements Expr<T> {

    @Override
    public void accept(NodeVisitor visitor) {
        visitor.visitScalarQuery(this);
    }

    @Override
    public void forEachChild(Consumer<? super Node> action) {
        action.accept(query);
    }

    @Override
    public void writeAtoms(StructureWriter writer) {
        writer.atom(type);
    }
}
