package org.aludel.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.aludel.errors.ArgumentException;
import org.aludel.schema.Column;
import org.aludel.sql.spi.NodeVisitor;
import org.aludel.sql.spi.StructureWriter;
import org.aludel.sql.tree.Expressions;
import org.jspecify.annotations.Nullable;

/**
 * Rows of values in FROM: {@code (VALUES (?, ?), (?, ?)) AS name (a, b)}.
 *
 * <pre>{@code
 * RowValues v = values(column("id", INTEGER), column("name", STRING)).named("v").data(List.of(1, "a"), List.of(2, "b"));
 * }</pre>
 *
 * @since 0.1
 */
public final class RowValues implements FromItem {

    private final @Nullable String name;
    private final boolean literal;
    private final boolean typed;
    private final List<Column<?>> columns;
    private final List<List<Expr<?>>> rows;

    /** Rows of values or expressions for columns that are described by name and type; the database is told the types. */
    public RowValues(
            String name, List<? extends Column<?>> columns, List<? extends List<? extends @Nullable Object>> rows) {
        this(name, columns, rows, false, true);
    }

    private RowValues(
            @Nullable String name,
            List<? extends Column<?>> columns,
            List<? extends List<? extends @Nullable Object>> rows,
            boolean literal,
            boolean typed) {
        this.name = name;
        this.literal = literal;
        this.typed = typed;
        this.columns = new ArrayList<>(columns.size());
        for (Column<?> column : columns) {
            this.columns.add(
                    Column.of(column.name(), column.type()).key(column.key()).on(this));
        }
        this.rows = new ArrayList<>(rows.size());
        for (List<? extends @Nullable Object> row : rows) {
            this.rows.add(cells(row));
        }
    }

    private List<Expr<?>> cells(List<? extends @Nullable Object> row) {
        if (row.size() != columns.size()) {
            throw new ArgumentException(
                    "ALU-0165",
                    "a row has " + row.size() + " values for " + columns.size() + " columns; where: VALUES " + label()
                            + "; what to do: give each column a value, null included");
        }
        List<Expr<?>> cells = new ArrayList<>(row.size());
        for (int i = 0; i < row.size(); i++) {
            Object cell = row.get(i);
            cells.add(
                    cell == null ? Expressions.value(columns.get(i), null) : Expressions.operand(columns.get(i), cell));
        }
        return cells;
    }

    /** Columns without rows so far. */
    public static RowValues of(Column<?>... columns) {
        return new RowValues(null, List.of(columns), List.of(), false, false);
    }

    /** The same with more rows. */
    @SafeVarargs
    public final RowValues data(List<? extends @Nullable Object>... more) {
        return data(List.of(more));
    }

    /** The same with more rows. */
    public RowValues data(List<? extends List<? extends @Nullable Object>> more) {
        List<List<? extends @Nullable Object>> all = new ArrayList<>(rows);
        all.addAll(more);
        return new RowValues(name, columns, all, literal, typed);
    }

    /** The same under a name. */
    public RowValues named(String newName) {
        return new RowValues(newName, columns, rows, literal, typed);
    }

    /** The same with the values written into the text. */
    public RowValues literalBinds() {
        return new RowValues(name, columns, rows, true, typed);
    }

    /** The name; null if it has none, and its columns stand by themselves. */
    public @Nullable String name() {
        return name;
    }

    /** Whether the values are written into the text. */
    public boolean isLiteral() {
        return literal;
    }

    /** Whether the database is to be told the types. */
    public boolean isTyped() {
        return typed;
    }

    public List<List<Expr<?>>> rows() {
        return rows;
    }

    @Override
    public List<Column<?>> columns() {
        return columns;
    }

    @Override
    public @Nullable String fixedName() {
        return name;
    }

    @Override
    public String label() {
        return name == null ? "without a name" : name;
    }

    @Override
    public void accept(NodeVisitor visitor) {
        visitor.visitRowValues(this);
    }

    @Override
    public void forEachChild(Consumer<? super Node> action) {
        rows.forEach(row -> row.forEach(action));
    }

    @Override
    public void writeAtoms(StructureWriter writer) {
        writer.atom(name);
        writer.atom(rows.size());
        writer.atom(literal);
        writer.atom(typed);
        for (Column<?> column : columns) {
            writer.atom(column.name());
            writer.atom(column.type());
        }
        if (literal) {
            // the values are part of the text
            rows.forEach(row ->
                    row.forEach(cell -> writer.atom(cell instanceof BindParameter<?> bind ? bind.value() : null)));
        }
    }
}
