package org.aludel.sql.tree;

import java.util.function.Consumer;
import org.aludel.sql.Condition;
import org.aludel.sql.Expr;
import org.aludel.sql.Node;
import org.aludel.sql.spi.NodeVisitor;
import org.aludel.sql.spi.StructureWriter;
import org.jspecify.annotations.Nullable;

/**
 * A match with a regular expression, and its opposite.
 *
 * @param flags as {@code i} to ignore case; null for none
 *
 * @since 0.1
 */
public record Regexp(
        Expr<?> operand, Expr<?> pattern, @Nullable String flags, boolean negated) implements Condition {

    @Override
    public void accept(NodeVisitor visitor) {
        visitor.visitRegexp(this);
    }

    @Override
    public void forEachChild(Consumer<? super Node> action) {
        action.accept(operand);
        action.accept(pattern);
    }

    @Override
    public void writeAtoms(StructureWriter writer) {
        writer.atom(flags);
        writer.atom(negated);
    }
}
