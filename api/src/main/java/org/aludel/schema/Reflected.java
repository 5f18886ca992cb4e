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
     * @param options how it counts, as far as the database tells
     */
    public record IdentityInfo(boolean always, SequenceOptions options) {

        /** An identity column of which first value and step are known. */
        public IdentityInfo(boolean always, @Nullable Long start, @Nullable Long increment) {
            this(always, SequenceOptions.NONE.withStart(start).withIncrement(increment));
        }

        /** The first value; null if the database does not tell. */
        public @Nullable Long start() {
            return options.start();
        }

        /** The step; null if the database does not tell. */
        public @Nullable Long increment() {
            return options.increment();
        }
    }

    /** A primary key; no columns if the table has none. */
    public record KeyInfo(@Nullable String name, List<String> columns) {}

    /**
     * A foreign key.
     *
     * @param referredSchema schema of the referred table; null if it is the default one
     * @param onDelete null for NO ACTION, the default
     * @param onUpdate null for NO ACTION, the default
     * @param match the word after MATCH, as FULL; null for the default, SIMPLE
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
            boolean initiallyDeferred,
            @Nullable String match) {

        /** A foreign key of the default matching. */
        public ForeignKeyInfo(
                @Nullable String name,
                List<String> columns,
                @Nullable String referredSchema,
                String referredTable,
                List<String> referredColumns,
                @Nullable ForeignKeyAction onDelete,
                @Nullable ForeignKeyAction onUpdate,
                boolean deferrable,
                boolean initiallyDeferred) {
            this(
                    name,
                    columns,
                    referredSchema,
                    referredTable,
                    referredColumns,
                    onDelete,
                    onUpdate,
                    deferrable,
                    initiallyDeferred,
                    null);
        }
    }

    /**
     * A unique constraint.
     *
     * @param asIndex whether the database also shows it as an index
     * @param duplicatesIndex name of the index that it is shown as too; null if it is shown as none
     * @param deferral when it is checked
     */
    public record UniqueInfo(
            @Nullable String name,
            List<String> columns,
            boolean asIndex,
            @Nullable String duplicatesIndex,
            Deferral deferral) {

        /** A constraint that is checked at once; its index, if it has one, has its name. */
        public UniqueInfo(@Nullable String name, List<String> columns, boolean asIndex) {
            this(name, columns, asIndex, asIndex ? name : null, Deferral.NONE);
        }
    }

    /**
     * An index, apart from that of the primary key.
     *
     * @param columns names of columns; null for an expression
     * @param duplicatesConstraint the unique constraint that it stands for; null if it is an index of its own
     * @param parts columns and expressions, each with its direction
     * @param where which rows it holds, as SQL; null for all
     * @param options what is said to this database only, as {@code postgresql_using}
     */
    public record IndexInfo(
            String name,
            List<@Nullable String> columns,
            boolean unique,
            @Nullable String duplicatesConstraint,
            List<IndexPart> parts,
            @Nullable String where,
            Options options) {

        /** An index over columns in their ordinary direction. */
        public IndexInfo(
                String name, List<@Nullable String> columns, boolean unique, @Nullable String duplicatesConstraint) {
            this(
                    name,
                    columns,
                    unique,
                    duplicatesConstraint,
                    columns.stream()
                            .map(column -> new IndexPart(column, null, false, null))
                            .toList(),
                    null,
                    Options.NONE);
        }
    }

    /**
     * A column or expression of an index.
     *
     * @param column name of the column; null for an expression
     * @param expression the expression as SQL; null for a column, or if the database does not tell
     * @param nullsFirst where NULL stands; null if as is usual for the direction
     */
    public record IndexPart(
            @Nullable String column,
            @Nullable String expression,
            boolean descending,
            @Nullable Boolean nullsFirst) {}

    /**
     * An enumeration, where these are types of their own.
     *
     * @param schema null if it is found without one
     */
    public record EnumInfo(@Nullable String schema, String name, List<String> labels) {}

    /**
     * A domain: a type with a default and conditions.
     *
     * @param schema null if it is found without one
     * @param type what it is made of
     * @param checks its conditions on {@code VALUE}
     */
    public record DomainInfo(
            @Nullable String schema,
            String name,
            Type<?> type,
            boolean nullable,
            @Nullable String defaultSql,
            List<CheckInfo> checks) {}

    /** A check constraint. */
    public record CheckInfo(@Nullable String name, String sql) {}
}
