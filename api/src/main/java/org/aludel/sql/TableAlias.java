package org.aludel.sql;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import org.aludel.schema.Column;
import org.aludel.sql.spi.LabelName;
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
    private final @Nullable List<@Nullable LabelName> labels;

    TableAlias(FromItem element, @Nullable String name) {
        this.element = element;
        this.name = name;
        this.lateral = false;
        this.columns = new ArrayList<>(element.columns().size());
        for (Column<?> column : element.columns()) {
            columns.add(column.on(this));
        }
        this.labels = null;
    }

    TableAlias(QueryExpression query, @Nullable String name, boolean lateral) {
        this.element = query;
        this.name = name;
        this.lateral = lateral;
        List<OutputColumn> outputs = query.outputs();
        this.columns = new ArrayList<>(outputs.size());
        for (OutputColumn output : outputs) {
            columns.add(output.derived(this));
        }
        this.labels = labels(outputs);
    }

    /** The names that are decided at compilation; null if there are none. */
    static @Nullable List<@Nullable LabelName> labels(List<OutputColumn> outputs) {
        List<@Nullable LabelName> labels = null;
        for (int i = 0; i < outputs.size(); i++) {
            LabelName label = outputs.get(i).derivedLabel();
            if (label != null) {
                if (labels == null) {
                    labels = new ArrayList<>(Collections.nCopies(outputs.size(), null));
                }
                labels.set(i, label);
            }
        }
        return labels;
    }

    static @Nullable LabelName labelOf(
            Column<?> column, List<Column<?>> columns, @Nullable List<@Nullable LabelName> labels) {
        if (labels == null) {
            return null;
        }
        for (int i = 0; i < labels.size(); i++) {
            if (columns.get(i) == column) {
                return labels.get(i);
            }
        }
        return null;
    }

    @Override
    public final @Nullable LabelName labelOf(Column<?> column) {
        if (element instanceof FromItem item) {
            Column<?> origin = column.origin();
            return origin == null ? null : item.labelOf(origin);
        }
        return labelOf(column, columns, labels);
    }

    @Override
    public final @Nullable String fixedName() {
        return name;
    }

    /** What is renamed: a {@link FromItem} or a {@link QueryExpression}. */
    public final Node element() {
        return element;
    }

    /** Something else under the same name. */
    public final TableAlias of(Node other) {
        return other instanceof FromItem item
                ? new TableAlias(item, name)
                : new TableAlias((QueryExpression) other, name, lateral);
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
