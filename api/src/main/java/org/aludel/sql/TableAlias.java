package org.aludel.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.aludel.schema.Column;
import org.aludel.sql.spi.NodeVisitor;
import org.aludel.sql.spi.StructureWriter;
import org.jspecify.annotations.Nullable;

/**
 * A table, join or query under another name. Without a name, the compiler makes one.
 *
 * @since 0.1
 */
public class TableAlias implements FromItem {

    private final Node element;
    private final @Nullable String name;
    private final boolean lateral;
    private final List<Column<?>> columns;

    TableAlias(FromItem element, @Nullable String name) {
        this.element = element;
        this.name = name;
        this.lateral = false;
        this.columns = new ArrayList<>(element.columns().size());
        for (Column<?> column : element.columns()) {
            columns.add(column.on(this));
        }
    }

    TableAlias(QueryExpression query, @Nullable String name, boolean lateral) {
        this.element = query;
        this.name = name;
        this.lateral = lateral;
        this.columns = new ArrayList<>();
        for (OutputColumn output : query.outputs()) {
            columns.add(output.derived(this));
        }
    }

    /** What is renamed: a {@link FromItem} or a {@link QueryExpression}. */
    public final Node element() {
        return element;
    }

    /** The name; null if the compiler makes one. */
    public final @Nullable String name() {
        return name;
    }

    /** Whether the query may refer to what stands before it in FROM. */
    public final boolean isLateral() {
        return lateral;
    }

    @Override
    public final List<Column<?>> columns() {
        return columns;
    }

    @Override
    public final String label() {
        return name != null ? name : element instanceof FromItem from ? "alias of " + from.label() : "subquery";
    }

    @Override
    public final void accept(NodeVisitor visitor) {
        visitor.visitTableAlias(this);
    }

    @Override
    public final void forEachChild(Consumer<? super Node> action) {
        action.accept(element);
    }

    @Override
    public final void writeTo(StructureWriter writer) {
        writer.atom(TableAlias.class);
        writer.atom(name);
        writer.atom(lateral);
        writer.node(element);
    }
}
