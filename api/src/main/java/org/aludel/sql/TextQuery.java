package org.aludel.sql;

import java.util.List;
import java.util.function.Consumer;
import org.aludel.schema.Column;
import org.aludel.sql.spi.NodeVisitor;
import org.aludel.sql.spi.StructureWriter;
import org.jspecify.annotations.Nullable;

/**
 * A query written as text whose columns are known, so that it can stand where a select can: in FROM, in a union, in WITH.
 *
 * @since 0.1
 */
public final class TextQuery extends QueryExpression {

    private final Text text;
    private final List<Column<?>> columns;

    TextQuery(Text text, List<Column<?>> columns) {
        this.text = text;
        this.columns = columns;
    }

    /** The text. */
    public Text text() {
        return text;
    }

    /** Names and types of the columns of the result. */
    public List<Column<?>> columns() {
        return columns;
    }

    /** Gives a parameter of the text its value. */
    public TextQuery bind(String name, @Nullable Object value) {
        return new TextQuery(text.bind(name, value), columns);
    }

    /** Gives a parameter of the text its type, and its value if it has one. */
    public TextQuery bind(BindParameter<?> parameter) {
        return new TextQuery(text.bind(parameter), columns);
    }

    @Override
    public List<OutputColumn> outputs() {
        return OutputColumn.of(columns, LabelStyle.NONE);
    }

    @Override
    public void accept(NodeVisitor visitor) {
        visitor.visitTextQuery(this);
    }

    @Override
    public void forEachChild(Consumer<? super Node> action) {
        action.accept(text);
    }

    @Override
    public void writeAtoms(StructureWriter writer) {
        writer.atom(columns.size());
        for (Column<?> column : columns) {
            writer.atom(column.name());
            writer.atom(column.type());
        }
    }
}
