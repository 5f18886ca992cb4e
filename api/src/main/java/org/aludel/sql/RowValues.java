package org.aludel.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.aludel.schema.Column;
import org.aludel.sql.spi.NodeVisitor;
import org.aludel.sql.spi.StructureWriter;
import org.aludel.sql.tree.Expressions;
import org.jspecify.annotations.Nullable;

/**
 * Rows of values in FROM: {@code (VALUES (?, ?), (?, ?)) AS name (a, b)}.
 *
 * @since 0.1
 */
public final class RowValues implements FromItem {

    private final String name;
    private final List<Column<?>> columns;
    private final List<List<Expr<?>>> rows;

    /** Rows of values or expressions for columns that are described by name and type. */
    public RowValues(
            String name, List<? extends Column<?>> columns, List<? extends List<? extends @Nullable Object>> rows) {
        this.name = name;
        this.columns = new ArrayList<>(columns.size());
        for (Column<?> column : columns) {
            this.columns.add(column.on(this));
        }
        this.rows = new ArrayList<>(rows.size());
        for (List<? extends @Nullable Object> row : rows) {
            List<Expr<?>> cells = new ArrayList<>(row.size());
            for (int i = 0; i < row.size(); i++) {
                Object cell = row.get(i);
                cells.add(
                        cell == null
                                ? Expressions.value(columns.get(i), null)
                                : Expressions.operand(columns.get(i), cell));
            }
            this.rows.add(cells);
        }
    }

    public String name() {
        return name;
    }

    public List<List<Expr<?>>> rows() {
        return rows;
    }

    @Override
    public List<Column<?>> columns() {
        return columns;
    }

    @Override
    public String label() {
        return name;
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
        for (Column<?> column : columns) {
            writer.atom(column.name());
            writer.atom(column.type());
        }
    }
}
