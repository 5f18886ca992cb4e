package org.aludel.sql;

import java.util.List;
import java.util.function.Consumer;
import org.aludel.schema.Column;
import org.aludel.sql.spi.NodeVisitor;

/**
 * Text in FROM; no columns of it are known.
 *
 * @param text written as it is, with its parameters
 * @since 0.1
 */
public record TextFrom(Text text) implements FromItem {

    @Override
    public List<Column<?>> columns() {
        return List.of();
    }

    @Override
    public String label() {
        return text.sql();
    }

    @Override
    public void accept(NodeVisitor visitor) {
        text.accept(visitor);
    }

    @Override
    public void forEachChild(Consumer<? super Node> action) {
        action.accept(text);
    }
}
