package org.aludel.sql;

import java.util.List;
import java.util.stream.Collectors;
import org.aludel.errors.ArgumentException;
import org.aludel.schema.Column;
import org.aludel.sql.spi.LabelName;
import org.jspecify.annotations.Nullable;

/**
 * What may stand in FROM: a table, an alias, a join, a subquery, a common table expression.
 *
 * @since 0.1
 */
public interface FromItem extends Selectable, Node {

    /** The columns, in order. */
    List<Column<?>> columns();

    /** How messages call it. */
    String label();

    /** The name of a column where it is decided at compilation, as of {@code count_1} in a subquery; null for most. */
    default @Nullable LabelName labelOf(Column<?> column) {
        return null;
    }

    /** The name by which a statement knows it; null if there is none, or none before compilation. */
    default @Nullable String fixedName() {
        return null;
    }

    /** Whether a column has a key or name. */
    default boolean hasColumn(String key) {
        return find(key) != null;
    }

    /** A column by key, or null. */
    default @Nullable Column<?> find(String key) {
        for (Column<?> column : columns()) {
            if (column.key().equals(key)) {
                return column;
            }
        }
        for (Column<?> column : columns()) {
            if (column.name().equals(key)) {
                return column;
            }
        }
        return null;
    }

    /**
     * A column by key, typed by what it is assigned to; see {@link #c(String, Class)} for the checked form.
     *
     * @throws ArgumentException ALU-0104 if there is no such column
     */
    @SuppressWarnings("unchecked")
    default <T> Column<T> c(String key) {
        Column<?> column = find(key);
        if (column == null) {
            throw new ArgumentException(
                    "ALU-0104",
                    "there is no column " + key + "; where: " + label() + "; what to do: use one of "
                            + columns().stream().map(Column::key).collect(Collectors.joining(", ")));
        }
        return (Column<T>) column;
    }

    /**
     * A column by key whose values are known to be of a class.
     *
     * @throws ArgumentException ALU-0104 if there is no such column, ALU-0105 if its values are of another class
     */
    @SuppressWarnings("unchecked")
    default <T> Column<T> c(String key, Class<T> javaType) {
        Column<?> column = c(key);
        if (!javaType.isAssignableFrom(column.type().javaType())) {
            throw new ArgumentException(
                    "ALU-0105",
                    "the column holds " + column.type().javaType().getName() + ", not " + javaType.getName()
                            + "; where: " + label() + "." + key + "; what to do: ask for the type of the column");
        }
        return (Column<T>) column;
    }

    /**
     * The column that stands here for a column of what this was made from: {@code alias.c(users.c("id"))}.
     *
     * @throws ArgumentException ALU-0104 if there is none
     */
    @SuppressWarnings("unchecked")
    default <T> Column<T> c(Column<T> original) {
        for (Column<?> column : columns()) {
            if (column.standsFor(original)) {
                return (Column<T>) column;
            }
        }
        return c(original.key());
    }

    /** The same rows under another name. */
    default TableAlias as(String name) {
        return new TableAlias(this, name);
    }

    /** The same rows under a name made when the statement is compiled. */
    default TableAlias alias() {
        return new TableAlias(this, null);
    }

    /** The same rows under another name. */
    default TableAlias alias(String name) {
        return as(name);
    }

    /**
     * Joins along the one foreign key between the two.
     *
     * @throws ArgumentException ALU-0106 if there is none, ALU-0107 if there are several
     */
    default Join join(FromItem right) {
        return Join.byForeignKey(Join.Kind.INNER, this, right);
    }

    default Join join(FromItem right, Expr<Boolean> on) {
        return new Join(Join.Kind.INNER, this, right, on);
    }

    /** A left outer join along the one foreign key between the two. */
    default Join leftJoin(FromItem right) {
        return Join.byForeignKey(Join.Kind.LEFT, this, right);
    }

    default Join leftJoin(FromItem right, Expr<Boolean> on) {
        return new Join(Join.Kind.LEFT, this, right, on);
    }

    /** The same as {@link #leftJoin(FromItem)}. */
    default Join outerJoin(FromItem right) {
        return leftJoin(right);
    }

    default Join outerJoin(FromItem right, Expr<Boolean> on) {
        return leftJoin(right, on);
    }

    /** The columns of all rows of both sides. */
    default Join crossJoin(FromItem right) {
        return new Join(Join.Kind.CROSS, this, right, null);
    }

    default Join fullJoin(FromItem right) {
        return Join.byForeignKey(Join.Kind.FULL, this, right);
    }

    default Join fullJoin(FromItem right, Expr<Boolean> on) {
        return new Join(Join.Kind.FULL, this, right, on);
    }

    /** Some of the rows, chosen by the database: {@code users.tablesample(func("bernoulli", 10), "some", null)}. */
    default TableSample tablesample(Expr<?> method, @Nullable String name, @Nullable Expr<?> seed) {
        return new TableSample(this, method, name, seed);
    }

    /** Some of the rows, chosen by the database. */
    default TableSample tablesample(Expr<?> method) {
        return new TableSample(this, method, null, null);
    }

    /** About so many percent of the rows. */
    default TableSample tablesample(Number percent) {
        return tablesample(Sql.func("system", percent));
    }

    /**
     * The column that stands here for a column of what this was made from, or null: {@link #c(Column)} without an error.
     */
    default @Nullable Column<?> correspondingColumn(Column<?> original) {
        for (Column<?> column : columns()) {
            if (column.standsFor(original)) {
                return column;
            }
        }
        return null;
    }

    /** All columns of all rows. */
    default Select select() {
        return Sql.select(this);
    }

    /** The number of rows for which the conditions hold. */
    default Select count(Condition... conditions) {
        return Sql.select(Sql.count()).from(this).where(conditions);
    }
}
