package org.aludel.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.aludel.errors.ArgumentException;
import org.aludel.schema.Column;
import org.aludel.schema.Table;
import org.aludel.sql.spi.NodeVisitor;
import org.aludel.sql.spi.StructureWriter;
import org.aludel.types.Types;
import org.jspecify.annotations.Nullable;

/**
 * INSERT, and with {@link #onConflict(String...)} the upsert. Columns come from what is set here and from the names of
 * the parameters given at execution; defaults of other columns are added.
 *
 * @since 0.1
 */
public final class Insert extends AbstractStatement {

    private final Table table;
    private final List<Map<Column<?>, Expr<?>>> rows;
    private final @Nullable QueryExpression query;
    private final List<Column<?>> queryColumns;
    private final @Nullable Conflict conflict;
    private final List<Selectable> returning;

    private Insert(
            Table table,
            List<Map<Column<?>, Expr<?>>> rows,
            @Nullable QueryExpression query,
            List<Column<?>> queryColumns,
            @Nullable Conflict conflict,
            List<Selectable> returning) {
        this.table = table;
        this.rows = rows;
        this.query = query;
        this.queryColumns = queryColumns;
        this.conflict = conflict;
        this.returning = returning;
    }

    /**
     * What to do when the row is there already.
     *
     * @param target columns whose uniqueness is meant; the primary key if empty
     * @param update columns and what they get; nothing is done if empty
     * @param where which existing rows are updated; all if null
     */
    public record Conflict(
            List<Column<?>> target,
            Map<Column<?>, Expr<?>> update,
            @Nullable Expr<Boolean> where) {}

    /** An insert into a table. */
    public static Insert into(Table table) {
        return new Insert(table, List.of(), null, List.of(), null, List.of());
    }

    /** An insert into a table that changes the row of the same primary key if there is one. */
    public static Insert upsert(Table table) {
        return new Insert(table, List.of(), null, List.of(), new Conflict(List.of(), Map.of(), null), List.of());
    }

    public <T> Insert set(Column<T> column, @Nullable T value) {
        return assigned(column, Assignments.value(column, checked(value)));
    }

    public <T> Insert set(Column<T> column, Expr<T> value) {
        return assigned(column, Assignments.value(column, value));
    }

    /** Sets a column to NULL. */
    public Insert setNull(Column<?> column) {
        return assigned(column, Assignments.value(column, null));
    }

    /** Sets a column by key, to a value or an expression. */
    public Insert set(String key, @Nullable Object value) {
        Column<?> column = table.c(key);
        return assigned(column, Assignments.value(column, value));
    }

    /** Sets columns by key. */
    public Insert values(Map<String, ? extends @Nullable Object> values) {
        Insert insert = this;
        for (Map.Entry<String, ? extends @Nullable Object> entry : values.entrySet()) {
            insert = insert.set(entry.getKey(), entry.getValue());
        }
        return insert;
    }

    /**
     * Inserts several rows by one VALUES.
     *
     * @throws ArgumentException ALU-0113 if the rows set different columns
     */
    public Insert rows(List<? extends Map<String, ? extends @Nullable Object>> rows) {
        return new Insert(table, Assignments.rows(table, rows), null, List.of(), conflict, returning);
    }

    /** Inserts the rows of a query. */
    public Insert fromSelect(List<? extends Column<?>> columns, QueryExpression query) {
        return new Insert(table, List.of(), query, List.copyOf(columns), conflict, returning);
    }

    /** Says whose uniqueness decides whether the row is there already. */
    public Insert onConflict(String... keys) {
        List<Column<?>> target = new ArrayList<>();
        for (String key : keys) {
            target.add(table.c(key));
        }
        return withConflict(new Conflict(
                List.copyOf(target), conflict().update(), conflict().where()));
    }

    /** Says whose uniqueness decides whether the row is there already. */
    public Insert onConflict(Column<?>... columns) {
        return withConflict(
                new Conflict(List.of(columns), conflict().update(), conflict().where()));
    }

    /** The existing row takes these columns from the new one. */
    public Insert update(Column<?>... columns) {
        Insert insert = this;
        for (Column<?> column : columns) {
            insert = insert.update(column, Sql.excluded(column));
        }
        return insert;
    }

    /** The existing row gets an expression, which may use {@code Sql.excluded(column)}. */
    public Insert update(Column<?> column, Expr<?> value) {
        Map<Column<?>, Expr<?>> update = Assignments.with(conflict().update(), Assignments.own(table, column), value);
        return withConflict(new Conflict(conflict().target(), update, conflict().where()));
    }

    /** Only existing rows for which the condition holds are updated. */
    public Insert updateWhere(Expr<Boolean> condition) {
        return withConflict(new Conflict(conflict().target(), conflict().update(), condition));
    }

    /** An existing row stays as it is. */
    public Insert doNothing() {
        return withConflict(new Conflict(conflict().target(), Map.of(), null));
    }

    /** Gives columns of the inserted rows, where the database can. */
    public Insert returning(Selectable... columns) {
        List<Selectable> all = new ArrayList<>(returning);
        all.addAll(List.of(columns));
        return new Insert(table, rows, query, queryColumns, conflict, List.copyOf(all));
    }

    private Insert assigned(Column<?> column, Expr<?> value) {
        if (rows.size() > 1 || query != null) {
            throw new ArgumentException(
                    "ALU-0115",
                    "an insert of several rows or of a query can't set a single column; where: insert into "
                            + table.label() + "; what to do: give the column in every row");
        }
        Map<Column<?>, Expr<?>> known = rows.isEmpty() ? Map.of() : rows.get(0);
        List<Map<Column<?>, Expr<?>>> one = List.of(Assignments.with(known, Assignments.own(table, column), value));
        return new Insert(table, one, null, List.of(), conflict, returning);
    }

    private Insert withConflict(Conflict changed) {
        return new Insert(table, rows, query, queryColumns, changed, returning);
    }

    private static @Nullable Object checked(@Nullable Object value) {
        // an expression that came through an untyped column is refused by the parameter
        return value instanceof Expr<?> || value instanceof QueryExpression
                ? BindParameter.of(Types.UNKNOWN, value)
                : value;
    }

    public Table table() {
        return table;
    }

    /** Columns and values of each row; empty if all come from the parameters given at execution. */
    public List<Map<Column<?>, Expr<?>>> rows() {
        return rows;
    }

    public @Nullable QueryExpression query() {
        return query;
    }

    public List<Column<?>> queryColumns() {
        return queryColumns;
    }

    /** Whether existing rows are updated. */
    public boolean isUpsert() {
        return conflict != null;
    }

    /** What happens to existing rows; that of an upsert by primary key that does nothing if nothing was said. */
    public Conflict conflict() {
        return conflict != null ? conflict : new Conflict(List.of(), Map.of(), null);
    }

    public List<Selectable> returning() {
        return returning;
    }

    @Override
    public void accept(NodeVisitor visitor) {
        visitor.visitInsert(this);
    }

    @Override
    public void forEachChild(Consumer<? super Node> action) {
        for (Map<Column<?>, Expr<?>> row : rows) {
            row.values().forEach(action);
        }
        if (query != null) {
            action.accept(query);
        }
        if (conflict != null) {
            conflict.update().values().forEach(action);
            if (conflict.where() != null) {
                action.accept(conflict.where());
            }
        }
        for (Selectable selected : returning) {
            if (selected instanceof Node node) {
                action.accept(node);
            }
        }
    }

    @Override
    public void writeAtoms(StructureWriter writer) {
        writer.atom(table);
        writer.atom(rows.size());
        if (!rows.isEmpty()) {
            writer.atom(List.copyOf(rows.get(0).keySet()));
        }
        writer.atom(queryColumns);
        if (conflict != null) {
            writer.atom(conflict.target());
            writer.atom(List.copyOf(conflict.update().keySet()));
            writer.atom(conflict.where() == null);
        }
        writer.atom(returning.size());
    }
}
