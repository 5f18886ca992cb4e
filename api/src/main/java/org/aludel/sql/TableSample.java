package org.aludel.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.aludel.schema.Column;
import org.aludel.sql.spi.LabelName;
import org.aludel.sql.spi.NodeVisitor;
import org.aludel.sql.spi.StructureWriter;
import org.jspecify.annotations.Nullable;

/**
 * Some rows of a table, chosen by the database: {@code users AS u TABLESAMPLE bernoulli(10) REPEATABLE (7)}.
 *
 * @since 0.1
 */
public final class TableSample implements FromItem {

    private final FromItem element;
    private final Expr<?> method;
    private final @Nullable String name;
    private final @Nullable Expr<?> seed;
    private final List<Column<?>> columns;

    TableSample(FromItem element, Expr<?> method, @Nullable String name, @Nullable Expr<?> seed) {
        this.element = element;
        this.method = method;
        this.name = name;
        this.seed = seed;
        this.columns = new ArrayList<>(element.columns().size());
        for (Column<?> column : element.columns()) {
            columns.add(column.on(this));
        }
    }

    /** What the rows come from. */
    public FromItem element() {
        return element;
    }

    /** The function that chooses. */
    public Expr<?> method() {
        return method;
    }

    /** The name; null if the compiler makes one. */
    public @Nullable String name() {
        return name;
    }

    /** What makes the choice repeatable; null if nothing. */
    public @Nullable Expr<?> seed() {
        return seed;
    }

    @Override
    public List<Column<?>> columns() {
        return columns;
    }

    @Override
    public @Nullable LabelName labelOf(Column<?> column) {
        Column<?> origin = column.origin();
        return origin == null ? null : element.labelOf(origin);
    }

    @Override
    public @Nullable String fixedName() {
        return name;
    }

    @Override
    public String label() {
        return name != null ? name : "sample of " + element.label();
    }

    @Override
    public void accept(NodeVisitor visitor) {
        visitor.visitTableSample(this);
    }

    @Override
    public void forEachChild(Consumer<? super Node> action) {
        action.accept(element);
        action.accept(method);
        if (seed != null) {
            action.accept(seed);
        }
    }

    @Override
    public void writeAtoms(StructureWriter writer) {
        writer.atom(name);
        writer.atom(seed == null);
    }
}
