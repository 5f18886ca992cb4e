package org.aludel.sql.tree;

import org.aludel.sql.Expr;
import org.aludel.sql.spi.NodeVisitor;
import org.aludel.sql.spi.StructureWriter;
import org.aludel.types.Type;

/**
 * A keyword that is a value: NULL, TRUE, FALSE, DEFAULT.
 *
 * @since 0.1
 */
public record Constant<T>(String sql, Type<T> type) implements Expr<T> {

    public static final Constant<Boolean> TRUE = new Constant<>("true", org.aludel.types.Types.BOOLEAN);
    public static final Constant<Boolean> FALSE = new Constant<>("false", org.aludel.types.Types.BOOLEAN);
    public static final Constant<Object> NULL = new Constant<>("NULL", org.aludel.types.Types.UNKNOWN);
    public static final Constant<Object> DEFAULT = new Constant<>("DEFAULT", org.aludel.types.Types.UNKNOWN);

    @Override
    public void accept(NodeVisitor visitor) {
        visitor.visitConstant(this);
    }

    @Override
    public void writeAtoms(StructureWriter writer) {
        writer.atom(sql);
    }
}
