package org.aludel.sql.tree;

import java.util.function.Consumer;
import org.aludel.sql.Expr;
import org.aludel.sql.Node;
import org.aludel.sql.spi.NodeVisitor;
import org.aludel.sql.spi.StructureWriter;
import org.aludel.types.Type;

/**
 * An expression under a name: {@code expression AS name} in the list of a select, the name alone in its ORDER BY.
 *
 * @param name the name; empty if it is made at compilation
 * @since 0.1
 */
public record Label<T>(String name, Expr<T> expression) implements Expr<T> {

    /** Whether the name is made at compilation. */
    public boolean isAnonymous() {
        return name.isEmpty();
    }

    @Override
    public Type<T> type() {
        return expression.type();
    }

    @Override
    public void accept(NodeVisitor visitor) {
        visitor.visitLabel(this);
    }

    @Override
    public void forEachChild(Consumer<? super Node> action) {
        action.accept(expression);
    }

    @Override
    public void writeAtoms(StructureWriter writer) {
        writer.atom(name);
    }
}
