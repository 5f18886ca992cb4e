package org.aludel.sql;

import java.util.ArrayList;
import java.util.List;
import org.aludel.sql.tree.Junction;
import org.aludel.sql.tree.Operator;
import org.aludel.types.Type;
import org.aludel.types.Types;

/**
 * A boolean expression made by comparing. It is never a Java truth value.
 *
 * @since 0.1
 */
public interface Condition extends Expr<Boolean> {

    @Override
    default Type<Boolean> type() {
        return Types.BOOLEAN;
    }

    /** Both hold. */
    default Condition and(Condition... others) {
        return join(Operator.AND, others);
    }

    /** Both hold. */
    default Condition and(Expr<Boolean> other) {
        return Junction.of(Operator.AND, List.of(this, other));
    }

    /** One of them holds. */
    default Condition or(Condition... others) {
        return join(Operator.OR, others);
    }

    /** One of them holds. */
    default Condition or(Expr<Boolean> other) {
        return Junction.of(Operator.OR, List.of(this, other));
    }

    /** The opposite; a comparison turns its operator round where that is the same. */
    default Condition not() {
        return Sql.not(this);
    }

    private Condition join(Operator operator, Condition[] others) {
        List<Expr<Boolean>> all = new ArrayList<>(others.length + 1);
        all.add(this);
        all.addAll(List.of(others));
        return Junction.of(operator, all);
    }
}
