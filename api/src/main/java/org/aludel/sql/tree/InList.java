package org.aludel.sql.tree;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import org.aludel.errors.ArgumentException;
import org.aludel.sql.BindParameter;
import org.aludel.sql.Condition;
import org.aludel.sql.Expr;
import org.aludel.sql.Node;
import org.aludel.sql.spi.NodeVisitor;
import org.aludel.sql.spi.StructureWriter;
import org.aludel.types.Type;
import org.aludel.types.Types;
import org.aludel.types.UnknownType;
import org.jspecify.annotations.Nullable;

/**
 * IN over values, which become parameters at execution. Without a list ({@code values} null) it is the empty list, which
 * is part of the structure.
 *
 * @since 0.1
 */
public record InList(Expr<?> operand, @Nullable BindParameter<?> values, boolean negated) implements Condition {

    /**
     * IN over values at hand.
     *
     * @throws ArgumentException ALU-0102 if one of them is null, ALU-0101 if one is an expression, ALU-0301 if one is of
     *     the wrong type
     */
    public static InList of(Expr<?> operand, Collection<?> values, boolean negated) {
        if (values.isEmpty()) {
            return new InList(operand, null, negated);
        }
        Type<?> type = operand.type();
        List<@Nullable Object> checked = new ArrayList<>(values.size());
        for (Object value : values) {
            if (value == null) {
                throw new ArgumentException(
                        "ALU-0102",
                        "null in a list of values is never found by IN; where: in(...); what to do: leave it out and"
                                + " add isNull()");
            }
            BindParameter<?> single = BindParameter.of(type, value);
            if (type instanceof UnknownType<?>) {
                type = single.type();
            }
            checked.add(single.value());
        }
        return new InList(operand, BindParameter.list(type, List.copyOf(checked)), negated);
    }

    /** IN over a list given at execution. */
    public static InList of(Expr<?> operand, BindParameter<?> values, boolean negated) {
        Type<?> type = operand.type();
        return new InList(operand, values.asList(type instanceof UnknownType<?> ? Types.UNKNOWN : type), negated);
    }

    @Override
    public void accept(NodeVisitor visitor) {
        visitor.visitInList(this);
    }

    @Override
    public void forEachChild(Consumer<? super Node> action) {
        action.accept(operand);
        if (values != null) {
            action.accept(values);
        }
    }

    @Override
    public void writeAtoms(StructureWriter writer) {
        writer.atom(negated);
        writer.atom(values == null);
    }
}
