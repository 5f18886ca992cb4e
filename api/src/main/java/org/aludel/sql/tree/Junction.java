package org.aludel.sql.tree;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.aludel.sql.Condition;
import org.aludel.sql.Expr;
import org.aludel.sql.Node;
import org.aludel.sql.spi.NodeVisitor;
import org.aludel.sql.spi.StructureWriter;

/**
 * Conditions joined by AND or OR.
 *
 * @since 0.1
 */
public record Junction(Operator operator, List<Expr<Boolean>> members) implements Condition {

    /** Joins conditions; members joined by the same operator are taken up, a single member stays itself. */
    public static Condition of(Operator operator, List<? extends Expr<Boolean>> members) {
        if (members.size() == 1 && members.get(0) instanceof Condition single) {
            return single;
        }
        List<Expr<Boolean>> flat = new ArrayList<>(members.size() + 2);
        for (Expr<Boolean> member : members) {
            if (member instanceof Junction inner && inner.operator.equals(operator)) {
                flat.addAll(inner.members);
            } else {
                flat.add(member);
            }
        }
        return new Junction(operator, List.copyOf(flat));
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
