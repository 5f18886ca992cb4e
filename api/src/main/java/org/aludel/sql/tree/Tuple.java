package org.aludel.sql.tree;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import org.aludel.sql.Condition;
import org.aludel.sql.Expr;
import org.aludel.sql.Node;
import org.aludel.sql.spi.NodeVisitor;
import org.aludel.sql.spi.StructureWriter;
import org.aludel.types.Type;
import org.aludel.types.Types;

/**
 * Several expressions compared as one.
 *
 * @since 0.1
 */
public record Tuple(List<Expr<?>> members) implements Expr<Object> {

    @Override
    public Type<Object> type() {
        return Types.UNKNOWN;
    }

    /** Equal to one of some rows of values; empty gives what is never true. */
    public Condition inRows(Collection<? extends List<?>> rows) {
        if (rows.isEmpty()) {
            return InList.of(this, List.of(), false);
        }
        List<Expr<?>> tuples = new ArrayList<>(rows.size());
        for (List<?> row : rows) {
            List<Expr<?>> values = new ArrayList<>(row.size());
            for (int i = 0; i < row.size(); i++) {
                values.add(Expressions.operand(members.get(i), row.get(i)));
            }
            tuples.add(new Tuple(List.copyOf(values)));
        }
        return new InExpressions(this, List.copyOf(tuples), false);
    }

    @Override
    public void accept(NodeVisitor visitor) {
        visitor.visitTuple(this);
    }

    @Override
    public void forEachChild(Consumer<? super Node> action) {
        members.forEach(action);
    }

    @Override
    public void writeAtoms(StructureWriter writer) {
        writer.atom(members.size());
    }
}
