package org.aludel.sql.spi;

import org.aludel.sql.Node;
import org.aludel.sql.tree.Operator;
import org.jspecify.annotations.Nullable;

/**
 * A construct of the program's own: it declares its structure and children, and renders itself through the compiler.
 *
 * @since 0.1
 */
public interface CustomNode extends Node {

    /** Writes the SQL for a dialect. */
    void render(Rendering rendering);

    /**
     * The operator that an expression shows outside, so that it stands in parentheses where operators of its strength do;
     * null for what never needs them, as functions.
     */
    default @Nullable Operator operator() {
        return null;
    }

    @Override
    default void accept(NodeVisitor visitor) {
        visitor.visitCustom(this);
    }

    /** What a construct may do while it is compiled. */
    interface Rendering {

        /** Name of the dialect that compiles. */
        String dialect();

        /** Appends text as it is. */
        Rendering append(String sql);

        /** Compiles a part in place. */
        Rendering append(Node node);
    }
}
