package org.aludel.schema;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.aludel.sql.Expr;
import org.aludel.sql.Ordering;
import org.jspecify.annotations.Nullable;

/**
 * An index of a table.
 *
 * <pre>{@code
 * Index.on("ix_name", lower(users.c("name", String.class)), users.c("id").desc()).option("postgresql_using", "btree")
 * }</pre>
 *
 * @param name its name; null for one by the naming convention
 * @param columns keys of columns, columns, or expressions with or without a direction
 * @param where which rows it holds, where the database can; all if null
 * @param options what is said to some databases only
 * @since 0.1
 */
public record Index(
        @Nullable String name,
        List<Object> columns,
        boolean unique,
        @Nullable Expr<Boolean> where,
        Options options) implements TableItem {

    public Index {
        columns = List.copyOf(columns);
    }

    /** An index over columns. */
    public static Index over(@Nullable String name, String... columns) {
        return new Index(name, List.of((Object[]) columns), false, null, Options.NONE);
    }

    /** An index over columns and other expressions, each with or without a direction; without a name if it is null. */
    public static Index on(@Nullable String name, Ordering... parts) {
        return new Index(name, new ArrayList<>(Arrays.asList(parts)), false, null, Options.NONE);
    }

    /** The same, refusing equal rows. */
    public Index asUnique() {
        return new Index(name, columns, true, where, options);
    }

    /** The same over some rows only. */
    public Index where(Expr<Boolean> condition) {
        return new Index(name, columns, unique, condition, options);
    }

    /** The same with an expression besides. */
    public Index and(Ordering expression) {
        List<Object> more = new ArrayList<>(columns);
        more.add(expression);
        return new Index(name, more, unique, where, options);
    }

    /** The same with an option of a dialect, as {@code postgresql_using}. */
    public Index option(String option, Object value) {
        return new Index(name, columns, unique, where, options.and(option, value));
    }

    /** The table of the columns that it is over; null if only keys are given. */
    public @Nullable Table table() {
        for (Object part : columns) {
            Table table = DefinitionTables.of(part);
            if (table != null) {
                return table;
            }
        }
        return null;
    }
}
