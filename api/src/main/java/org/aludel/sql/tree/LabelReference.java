package org.aludel.sql.tree;

import org.aludel.sql.Expr;
import org.aludel.sql.spi.NodeVisitor;
import org.aludel.sql.spi.StructureWriter;
import org.aludel.types.Type;
import org.aludel.types.Types;

/**
 * The label of a column of the same select, or the name of a column of its tables, in ORDER BY, GROUP BY or DISTINCT ON.
 *
 * @since 0.1
 */
public record LabelReference(String name) implements Expr<Object> {

    @Override
    public Type<Object> type() {
        return Types.UNKNOWN;
    }

    @Override
    public void accept(NodeVisitor visitor) {
        visitor.visitLabelReference(this);
    }

    @Override
    public void writeAtoms(StructureWriter writer) {
        writer.atom(name);
    }
}
