package org.aludel.sql.tree;

import java.util.function.Consumer;
import org.aludel.schema.Column;
import org.aludel.sql.Expr;
import org.aludel.sql.FromItem;
import org.aludel.sql.Node;
import org.aludel.sql.spi.NodeVisitor;
import org.aludel.types.Type;
import org.aludel.types.Types;

/**
 * The address that a database gives to each row, under the database's own name for it. Made by
 * {@link org.aludel.sql.Sql#rowId}.
 *
 * @param place a column of the table or alias, which stands for it where tables are looked for
 * @since 0.1
 */
public record RowId(Column<Object> place) implements Expr<Object> {

    /** Of a table or alias. */
    public static RowId of(FromItem from) {
        return new RowId(Column.of("row id", Types.UNKNOWN).on(from));
    }

    @Override
    public Type<Object> type() {
        return Types.UNKNOWN;
    }

    @Override
    public void accept(NodeVisitor visitor) {
        visitor.visitRowId(this);
    }

    @Override
    public void forEachChild(Consumer<? super Node> action) {
        action.accept(place);
    }
}
