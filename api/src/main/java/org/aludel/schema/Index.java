package org.aludel.schema;

import java.util.ArrayList;
import java.util.List;
import org.aludel.sql.Expr;
import org.jspecify.annotations.Nullable;

/**
 * An index of a table.
 *
 * @param columns keys of columns, or expressions
 * @param where which rows it holds, where the database can; all if null
 * @since 0.1
 */
public record Index(
        String name,
        List<Object> columns,
        boolean unique,
        @Nullable Expr<Boolean> where) implements TableItem {

    /** An index over columns. */
    public static Index over(String name, String... columns) {
        return new Index(name, new ArrayList<>(List.of(columns)), false, null);
    }

    /** The same, refusing equal rows. */
    public Index asUnique() {
        return new Index(name, columns, true, where);
    }

    /** The same over some rows only. */
    public Index where(Expr<Boolean> condition) {
        return new Index(name, columns, unique, condition);
    }

    /** The same with an expression besides. */
    public Index and(Expr<?> expression) {
        List<Object> more = new ArrayList<>(columns);
        more.add(expression);
        return new Index(name, more, unique, where);
    }
}
