package org.aludel.dialects.postgresql;

import java.util.List;
import java.util.function.Consumer;
import org.aludel.sql.Expr;
import org.aludel.sql.Node;
import org.aludel.sql.spi.CustomNode;
import org.aludel.sql.spi.StructureWriter;
import org.aludel.types.Type;

/**
 * {@code ARRAY[a, b, c]}.
 *
 * @param elements the elements, in order
 * @param type type of the array
 */
public record ArrayLiteral<E>(List<Expr<?>> elements, Type<List<E>> type) implements Expr<List<E>>, CustomNode {

    @Override
    public void render(Rendering rendering) {
        rendering.append("ARRAY[");
        for (int i = 0; i < elements.size(); i++) {
            rendering.append(i == 0 ? "" : ", ").append(elements.get(i));
        }
        rendering.append("]");
    }

    @Override
    public void forEachChild(Consumer<? super Node> action) {
        elements.forEach(action);
    }

    @Override
    public void writeAtoms(StructureWriter writer) {
        writer.atom(type);
        writer.atom(elements.size());
    }
}
