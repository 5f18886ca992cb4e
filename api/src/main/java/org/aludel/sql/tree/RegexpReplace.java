package org.aludel.sql.tree;

import java.util.function.Consumer;
import org.aludel.sql.Expr;
import org.aludel.sql.Node;
import org.aludel.sql.spi.NodeVisitor;
import org.aludel.sql.spi.StructureWriter;
import org.aludel.types.Type;
import org.jspecify.annotations.Nullable;

/**
 * Text in which what matches a regular expression is replaced.
 *
 * @param flags as {@code i} to ignore case; null for none
 *
 * @since 0.1
 */
public record RegexpReplace<T>(
        Expr<T> operand,
        Expr<?> pattern,
        Expr<?> replacement,
        @Nullable String flags) implements Expr<T> {

    @Override
    public Type<T> type() {
        return operand.type();
    }

    @Override
    public void accept(NodeVisitor visitor) {
        visitor.visitRegexpReplace(this);
    }

    @Override
    public void forEachChild(Consumer<? super Node> action) {
        action.accept(operand);
        action.accept(pattern);
        action.accept(replacement);
    }

    @Override
    public void writeAtoms(StructureWriter writer) {
        writer.atom(flags);
    }
}
