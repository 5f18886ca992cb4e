package org.aludel.schema;

import java.util.List;
import org.aludel.types.Type;
import org.jspecify.annotations.Nullable;

/**
 * What an {@link Inspector} finds in a database. Names are in the program's form: those that need no quotes are in lower
 * case, whatever case the database keeps them in.
 *
 * @since 0.1
 */
public final class Reflected {

    private Reflected() {}

    /**
     * A column.
     *
     * @param type the most specific type known to Aludel that the database's is; of unknown values, under the database's
     *     name, if there is none
     * @param defaultSql the server's default as SQL; null without one, and for generated columns
     * @param autoincrement whether the database gives the values of new rows, by identity, serial or auto increment
     * @param identity options of an identity column; null for others
     * @param computedBy the expression of a computed column; null for others
     * @param stored whether a computed column is kept in the row
     */
    public record ColumnInfo(
            String name,
            Type<?> type,
            boolean nullable,
            @Nullable String defaultSql,
            boolean autoincrement,
            @Nullable IdentityInfo identity,
            @Nullable String computedBy,
            boolean stored,
            @Nullable String comment) {}

    /**
     * Options of an identity column.
     *
     * @param always whether a value that is given is refused
     */
    public record IdentityInfo(
            boolean always, @Nullable Long start, @Nullable Long increment) {}

    /** A primary key; no columns if the table has none. */
    public record KeyInfo(@Nullable String name, List<String> columns) {}

    /**
     * A foreign key.
     *
     * @param referredSchema schema of the referred table; null if it is the default one
     * @param onDelete null for NO ACTION, the default
     * @param onUpdate null for NO ACTION, the default
     */
    public record ForeignKeyInfo(
            @Nullable String name,
            List<String> columns,
            @Nullable String referredSchema,
            String referredTable,
            List<String> referredColumns,
            @Nullable ForeignKeyAction onDelete,
            @Nullable ForeignKeyAction onUpdate,
            boolean deferrable,
            boolean initiallyDeferred) {}

    /**
     * A unique constraint.
     *
     * @param asIndex whether the database also shows it as an index of that name
     */
    public record UniqueInfo(@Nullable String name, List<String> columns, boolean asIndex) {}

    /**
     * An index, apart from that of the primary key.
     *
     * @param columns names of columns; null for an expression
     * @param duplicatesConstraint the unique constraint that it stands for; null if it is an index of its own
     */
    public record IndexInfo(
            String name,
            List<@Nullable String> columns,
            boolean unique,
            @Nullable String duplicatesConstraint) {}

    /** A check constraint. */
    public record CheckInfo(@Nullable String name, String sql) {}
}
