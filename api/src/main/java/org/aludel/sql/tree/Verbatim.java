package org.aludel.sql.tree;

import org.aludel.sql.Expr;
import org.aludel.sql.spi.NodeVisitor;
import org.aludel.sql.spi.StructureWriter;
import org.aludel.types.Type;

/**
 * SQL text that is an expression, rendered as it is.
 *
 * @since 0.1
 */
public record Verbatim<T>(String sql, Type<T> type) implements Expr<T> {

    @Override
    public void accept(NodeVisitor visitor) {
        visitor.visitVerbatim(this);
    }

    @Override
    public void writeAtoms(StructureWriter writer) {
        writer.atom(sql);
        writer.atom(type);
    }
}
