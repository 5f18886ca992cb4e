package org.aludel.sql.tree;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import org.aludel.errors.ArgumentException;
import org.aludel.sql.Condition;
import org.aludel.sql.Expr;
import org.aludel.sql.Node;
import org.aludel.sql.spi.NodeVisitor;
import org.aludel.sql.spi.StructureWriter;
import org.aludel.types.Type;
import org.aludel.types.Types;
import org.jspecify.annotations.Nullable;

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

    /**
     * Equal to one of some rows of values, each a list with a value for each member; empty gives what is never true.
     *
     * @throws ArgumentException ALU-0165 for a row that is no list of as many values, ALU-0102 for one with null, which IN
     *     never finds
     */
    public Condition inRows(Collection<? extends List<?>> rows) {
        return in(rows, false);
    }

    /** {@link #inRows(Collection)}, each value a row. */
    @Override
    public Condition in(@Nullable Object... rows) {
        return in(Arrays.asList(rows), false);
    }

    /** {@link #inRows(Collection)}. */
    @Override
    public Condition in(Collection<? extends Object> rows) {
        return in(rows, false);
    }

    /** Equal to none of some rows of values; empty gives what is always true. */
    @Override
    public Condition notIn(@Nullable Object... rows) {
        return in(Arrays.asList(rows), true);
    }

    /** Equal to none of some rows of values; empty gives what is always true. */
    @Override
    public Condition notIn(Collection<? extends Object> rows) {
        return in(rows, true);
    }

    private Condition in(Collection<?> rows, boolean negated) {
        if (rows.isEmpty()) {
            return InList.of(this, List.of(), negated);
        }
        List<Expr<?>> tuples = new ArrayList<>(rows.size());
        for (Object row : rows) {
            tuples.add(row instanceof Tuple tuple ? tuple : row(row));
        }
        return new InExpressions(this, List.copyOf(tuples), negated);
    }

    private Tuple row(@Nullable Object row) {
        if (!(row instanceof List<?> values) || values.size() != members.size()) {
            throw new ArgumentException(
                    "ALU-0165",
                    "a row that a tuple is compared with is no list of " + members.size() + " values; where: " + row
                            + "; what to do: give each row as a list with a value for each member of the tuple");
        }
        List<Expr<?>> operands = new ArrayList<>(values.size());
        for (int i = 0; i < values.size(); i++) {
            Object value = values.get(i);
            if (value == null) {
                throw new ArgumentException(
                        "ALU-0102",
                        "null in a row of values is never found by IN; where: " + row
                                + "; what to do: leave the row out and compare its members one by one with isNull()");
            }
            operands.add(Expressions.operand(members.get(i), value));
        }
        return new Tuple(List.copyOf(operands));
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
