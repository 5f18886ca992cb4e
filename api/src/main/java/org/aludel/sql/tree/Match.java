package org.aludel.sql.tree;

import java.util.function.Consumer;
import org.aludel.sql.Condition;
import org.aludel.sql.Expr;
import org.aludel.sql.Node;
import org.aludel.sql.spi.NodeVisitor;
import org.aludel.sql.spi.StructureWriter;
import org.jspecify.annotations.Nullable;

/**
 * Full text search, and its opposite.
 *
 * @param config name of a text search configuration, for databases that have them; null for the default
 *
 * @since 0.1
 */
public record Match(
        Expr<?> operand, Expr<?> pattern, @Nullable String config, boolean negated) implements Condition {

    @Override
    public void accept(NodeVisitor visitor) {
        visitor.visitMatch(this);
    }

    @Override
    public void forEachChild(Consumer<? super Node> action) {
        action.accept(operand);
        action.accept(pattern);
    }

    @Override
    public void writeAtoms(StructureWriter writer) {
        writer.atom(config);
        writer.atom(negated);
    }
}
