package org.aludel.sql.tree;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.aludel.sql.Condition;
import org.aludel.sql.Expr;
import org.aludel.sql.Node;
import org.aludel.sql.spi.NodeVisitor;
import org.aludel.sql.spi.StructureWriter;
import org.jspecify.annotations.Nullable;

/**
 * Conditions joined by AND or OR.
 *
 * @since 0.1
 */
public record Junction(Operator operator, List<Expr<Boolean>> members) implements Condition {

    /**
     * Joins conditions; members joined by the same operator are taken up, a single member stays itself. TRUE changes nothing
     * in AND and is all that is left of OR; FALSE the other way round.
     */
    public static Condition of(Operator operator, List<? extends Expr<Boolean>> members) {
        if (members.size() == 1 && members.get(0) instanceof Condition single) {
            return single;
        }
        List<Expr<Boolean>> flat = new ArrayList<>(members.size() + 2);
        Expr<Boolean> neutral = null;
        boolean and = operator.equals(Operator.AND);
        for (Expr<Boolean> member : members) {
            Boolean constant = constant(member);
            if (constant == null) {
                if (member instanceof Junction inner && inner.operator.equals(operator)) {
                    flat.addAll(inner.members);
                } else {
                    flat.add(member);
                }
            } else if (constant == and) {
                neutral = member;
            } else {
                return alone(operator, member);
            }
        }
        if (flat.size() > 1) {
            return new Junction(operator, List.copyOf(flat));
        }
        if (flat.isEmpty()) {
            return neutral == null ? new Junction(operator, List.of()) : alone(operator, neutral);
        }
        return alone(operator, flat.get(0));
    }

    private static Condition alone(Operator operator, Expr<Boolean> member) {
        return member instanceof Condition condition ? condition : new Junction(operator, List.of(member));
    }

    /** Whether a condition is the keyword TRUE or FALSE; null if it is neither. */
    public static @Nullable Boolean constant(Expr<Boolean> condition) {
        if (condition instanceof Truth truth && truth.operand() instanceof Constant<?>) {
            return (truth.operand() == Constant.TRUE) != truth.negated();
        }
        return condition == Constant.TRUE ? Boolean.TRUE : condition == Constant.FALSE ? Boolean.FALSE : null;
    }

    @Override
    public void accept(NodeVisitor visitor) {
        visitor.visitJunction(this);
    }

    @Override
    public void forEachChild(Consumer<? super Node> action) {
        members.forEach(action);
    }

    @Override
    public void writeAtoms(StructureWriter writer) {
        writer.atom(operator);
        writer.atom(members.size());
    }
}
