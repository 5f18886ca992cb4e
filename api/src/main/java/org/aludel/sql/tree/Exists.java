package org.aludel.sql.tree;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.aludel.errors.ArgumentException;
import org.aludel.sql.Condition;
import org.aludel.sql.Expr;
import org.aludel.sql.FromItem;
import org.aludel.sql.Node;
import org.aludel.sql.QueryExpression;
import org.aludel.sql.Select;
import org.aludel.sql.spi.NodeVisitor;
import org.aludel.sql.spi.StructureWriter;

/**
 * EXISTS and NOT EXISTS: {@code exists().where(orders.c("customer_id").eq(customer.c("id")))}. The methods that narrow the
 * query give a new condition.
 *
 * @since 0.1
 */
public record Exists(QueryExpression query, boolean negated) implements Condition {

    /** With more conditions on the rows. */
    public Exists where(Condition... conditions) {
        return changed(select -> select.where(conditions));
    }

    /** With one more condition on the rows. */
    public Exists where(Expr<Boolean> condition) {
        return changed(select -> select.where(condition));
    }

    /** With more in FROM. */
    public Exists from(FromItem... items) {
        return changed(select -> select.from(items));
    }

    /** The same as {@link #from(FromItem...)}. */
    public Exists selectFrom(FromItem... items) {
        return from(items);
    }

    /** Leaves these tables (and no others) to the statements around it. */
    public Exists correlate(FromItem... items) {
        return changed(select -> select.correlate(items));
    }

    /** Leaves all but these tables to the statements around it. */
    public Exists correlateExcept(FromItem... items) {
        return changed(select -> select.correlateExcept(items));
    }

    /** A select of this truth value. */
    public Select select() {
        return Select.of(List.of(this));
    }

    private Exists changed(UnaryOperator<Select> change) {
        if (query instanceof Select select) {
            return new Exists(change.apply(select), negated);
        }
        throw new ArgumentException(
                "ALU-0166",
                "only a select can be narrowed; where: EXISTS of a compound; what to do: narrow the parts of the"
                        + " compound before");
    }

    @Override
    public void accept(NodeVisitor visitor) {
        visitor.visitExists(this);
    }

    @Override
    public void forEachChild(Consumer<? super Node> action) {
        action.accept(query);
    }

    @Override
    public void writeAtoms(StructureWriter writer) {
        writer.atom(negated);
    }
}
