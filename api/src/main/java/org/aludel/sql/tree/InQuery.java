package org.aludel.sql.tree;

import java.util.function.Consumer;
import org.aludel.sql.Condition;
import org.aludel.sql.Expr;
import org.aludel.sql.Node;
import org.aludel.sql.QueryExpression;
import org.aludel.sql.spi.NodeVisitor;
import org.aludel.sql.spi.StructureWriter;

/**
 * IN over the rows of a query.
 *
 * @since 0.1
 */
public record InQuery(Expr<?> operand, QueryExpression query, boolean negated) implements Condition {

    @Override
    public void accept(NodeVisitor visitor) {
        visitor.visitInQuery(this);
    }

    @Override
    public void forEachChild(Consumer<? super Node> action) {
        action.accept(operand);
        action.accept(query);
    }

    @Override
    public void writeAtoms(StructureWriter writer) {
        writer.atom(negated);
    }
}
