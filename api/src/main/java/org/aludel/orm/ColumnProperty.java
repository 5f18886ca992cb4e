package org.aludel.orm;

import java.util.List;
import java.util.Objects;
import org.aludel.schema.Column;
import org.aludel.sql.BindParameter;
import org.aludel.sql.Expr;
import org.aludel.types.Type;
import org.jspecify.annotations.Nullable;

/**
 * An attribute that is a column, several columns that always hold the same value, or an SQL expression. An expression is
 * read with the object, never written, and read anew after the object's row was written. Methods change it and return it.
 *
 * @param <T> type of the values
 * @see Orm#columnProperty
 * @since 0.1
 */
public final class ColumnProperty<T> implements PropertyMapping {

    private final List<Column<?>> columns;
    private final @Nullable Expr<T> expression;
    private boolean queried;
    private boolean deferred;
    private boolean raising;
    private @Nullable String group;
    private boolean activeHistory;

    private ColumnProperty(List<Column<?>> columns, @Nullable Expr<T> expression) {
        this.columns = columns;
        this.expression = expression;
    }

    static <T> ColumnProperty<T> of(Expr<T> expression) {
        Objects.requireNonNull(expression, "expression");
        return expression instanceof Column<T> column && column.table() != null
                ? new ColumnProperty<>(List.of(column), null)
                : new ColumnProperty<>(List.of(), expression);
    }

    static <T> ColumnProperty<T> ofQuery(Expr<T> usual) {
        ColumnProperty<T> property = new ColumnProperty<>(List.of(), Objects.requireNonNull(usual, "usual"));
        property.queried = true;
        return property;
    }

    static <T> ColumnProperty<T> ofQuery(Type<T> type) {
        ColumnProperty<T> property = ofQuery(BindParameter.of(type, null));
        property.deferred = true;
        return property;
    }

    static <T> ColumnProperty<T> of(Column<T> column, Column<?>... more) {
        List<Column<?>> all = new java.util.ArrayList<>(List.of(column));
        all.addAll(List.of(more));
        return new ColumnProperty<>(List.copyOf(all), null);
    }

    /** Leaves the value out until it is read, or a query says {@code undefer}. */
    public ColumnProperty<T> deferred() {
        deferred = true;
        return this;
    }

    /** Leaves the value out until it is read; then all attributes of the group are read with one statement. */
    public ColumnProperty<T> deferred(String groupName) {
        deferred = true;
        group = Objects.requireNonNull(groupName, "groupName");
        return this;
    }

    /** For a deferred value: reading it is an error, unless a query says {@code undefer}. */
    public ColumnProperty<T> raiseLoad() {
        raising = true;
        return this;
    }

    /** Loads the old value before it is replaced, so that the history always has it. */
    public ColumnProperty<T> activeHistory() {
        activeHistory = true;
        return this;
    }

    /** The columns, the first of which is read; empty for an expression. */
    public List<Column<?>> columns() {
        return columns;
    }

    /** The expression; null for columns. */
    public @Nullable Expr<T> expression() {
        return expression;
    }

    /** Whether queries say what it is read from. */
    public boolean isQueried() {
        return queried;
    }

    /** Whether reading it is an error while it is deferred. */
    public boolean isRaising() {
        return raising;
    }

    public boolean isDeferred() {
        return deferred;
    }

    /** The group that is read together. */
    public @Nullable String group() {
        return group;
    }

    public boolean hasActiveHistory() {
        return activeHistory;
    }
}
