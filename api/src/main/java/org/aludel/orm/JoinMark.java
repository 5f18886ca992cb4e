package org.aludel.orm;

import java.util.Objects;
import java.util.function.Consumer;
import org.aludel.sql.Expr;
import org.aludel.sql.Node;
import org.aludel.sql.spi.NodeVisitor;
import org.aludel.types.Type;

/**
 * A column in the condition of a relation, with what it is there; SQL does not show it.
 *
 * @param operand the column or attribute
 * @param isForeign whether it holds the key of the other side
 * @param isRemote whether it belongs to the far side
 * @see Orm#foreign
 * @see Orm#remote
 * @since 0.1
 */
public record JoinMark<T>(Expr<T> operand, boolean isForeign, boolean isRemote) implements Expr<T> {

    public JoinMark {
        Objects.requireNonNull(operand, "operand");
    }

    @Override
    public Type<T> type() {
        return operand.type();
    }

    @Override
    public void accept(NodeVisitor visitor) {
        operand.accept(visitor);
    }

    @Override
    public void forEachChild(Consumer<? super Node> action) {
        action.accept(operand);
    }
}
