package org.aludel.sql.tree;

import org.aludel.schema.Sequence;
import org.aludel.sql.Expr;
import org.aludel.sql.spi.NodeVisitor;
import org.aludel.sql.spi.StructureWriter;
import org.aludel.types.Type;
import org.aludel.types.Types;

/**
 * The next value of a sequence.
 *
 * @since 0.1
 */
public record NextValue(Sequence sequence) implements Expr<Long> {

    @Override
    public Type<Long> type() {
        return Types.BIGINT;
    }

    @Override
    public void accept(NodeVisitor visitor) {
        visitor.visitNextValue(this);
    }

    @Override
    public void writeAtoms(StructureWriter writer) {
        writer.atom(sequence);
    }
}
