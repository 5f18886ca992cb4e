package org.aludel.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.aludel.schema.Column;
import org.aludel.sql.spi.NodeVisitor;
import org.aludel.sql.spi.StructureWriter;

/**
 * A function that gives rows: {@code unnest(?, ?) WITH ORDINALITY AS name (a, b, ord)}.
 *
 * @since 0.1
 */
public final class TableFunction implements FromItem {

    private final String function;
    private final List<Expr<?>> arguments;
    private final String name;
    private final boolean ordinality;
    private final List<Column<?>> columns;

    /**
     * @param columns name and type of each column, that of the ordinality last
     * @param ordinality whether the number of each row is the last column
     */
    public TableFunction(
            String function,
            List<? extends Expr<?>> arguments,
            String name,
            List<? extends Column<?>> columns,
            boolean ordinality) {
        this.function = function;
        this.arguments = List.copyOf(arguments);
        this.name = name;
        this.ordinality = ordinality;
        this.columns = new ArrayList<>(columns.size());
        for (Column<?> column : columns) {
            this.columns.add(column.on(this));
        }
    }

    public String function() {
        return function;
    }

    public List<Expr<?>> arguments() {
        return arguments;
    }

    public String name() {
        return name;
    }

    public boolean withOrdinality() {
        return ordinality;
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
        visitor.visitTableFunction(this);
    }

    @Override
    public void forEachChild(Consumer<? super Node> action) {
        arguments.forEach(action);
    }

    @Override
    public void writeAtoms(StructureWriter writer) {
        writer.atom(function);
        writer.atom(name);
        writer.atom(ordinality);
        writer.atom(arguments.size());
        for (Column<?> column : columns) {
            writer.atom(column.name());
            writer.atom(column.type());
        }
    }
}
