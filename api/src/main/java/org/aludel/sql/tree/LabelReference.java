package org.aludel.sql.tree;

import org.aludel.sql.Ordering;
import org.aludel.sql.spi.NodeVisitor;
import org.aludel.sql.spi.StructureWriter;

/**
 * The label of a column of the same select, in ORDER BY.
 *
 * @since 0.1
 */
public record LabelReference(String name) implements Ordering {

    @Override
    public void accept(NodeVisitor visitor) {
        visitor.visitLabelReference(this);
    }

    @Override
    public void writeAtoms(StructureWriter writer) {
        writer.atom(name);
    }
}
