package org.aludel.sql.spi;

import org.aludel.schema.Column;
import org.aludel.schema.Table;
import org.aludel.sql.FromItem;
import org.jspecify.annotations.Nullable;

/**
 * A name that is decided when a statement is compiled, as it depends on the rest of the statement: a number that makes it
 * unique ({@code count_1}), the name of an alias that has none ({@code users_1_id}), or the greatest length that a
 * database allows. Equal names within one statement become the same text.
 *
 * @since 0.1
 */
public final class LabelName {

    private final String text;
    private final @Nullable Column<?> column;
    private final boolean qualified;
    private final @Nullable Object identity;
    private final int repetition;

    private LabelName(
            String text, @Nullable Column<?> column, boolean qualified, @Nullable Object identity, int repetition) {
        this.text = text;
        this.column = column;
        this.qualified = qualified;
        this.identity = identity;
        this.repetition = repetition;
    }

    /** A name made of a text and a number, the same for the same object. */
    public static LabelName numbered(String text, Object identity) {
        return new LabelName(text, null, false, identity, 0);
    }

    /** The name of a column, with a number. */
    public static LabelName numbered(Column<?> column, boolean qualified) {
        return new LabelName("", column, qualified, column, 0);
    }

    /** Names of tables and columns joined. */
    public static LabelName qualified(Column<?> column) {
        return new LabelName("", column, true, null, 0);
    }

    /** A name for something that is selected a second time and already goes by its own: {@code id__1}. */
    public static LabelName repeated(String text, Object identity, int repetition) {
        return new LabelName(text, null, false, identity, repetition);
    }

    /** A name for a column that is selected a second time. */
    public static LabelName repeated(Column<?> column, boolean qualified, int repetition) {
        return new LabelName("", column, qualified, column, repetition);
    }

    /** What the name begins with, if not the name of a column. */
    public String text() {
        return text;
    }

    /** The column whose name it begins with; null if it is a text. */
    public @Nullable Column<?> column() {
        return column;
    }

    /** Whether the name of the column's table comes first. */
    public boolean isQualified() {
        return qualified;
    }

    /** Whether a number comes last. */
    public boolean isNumbered() {
        return identity != null;
    }

    /** Whether it stands for something that is selected again. */
    public boolean isRepeated() {
        return repetition > 0;
    }

    /** The schema and name of a table as the beginning of a name; null for what has no fixed name. */
    public static @Nullable String fixedQualifier(FromItem owner) {
        if (owner instanceof Table table) {
            return table.schema() == null ? table.name() : table.schema().replace('.', '_') + "_" + table.name();
        }
        return null;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other == this
                || other instanceof LabelName that
                        && that.identity == identity
                        && that.column == column
                        && that.qualified == qualified
                        && that.repetition == repetition
                        && that.text.equals(text);
    }

    @Override
    public int hashCode() {
        return (System.identityHashCode(identity) * 31 + System.identityHashCode(column)) * 31
                + text.hashCode() * 31
                + repetition * 2
                + (qualified ? 1 : 0);
    }

    @Override
    public String toString() {
        return (column == null ? text : column.name()) + (repetition > 0 ? "__" : identity != null ? "_" : "");
    }
}
