package org.aludel.dialects.custom;

import java.util.List;
import java.util.function.Consumer;
import org.aludel.sql.Expr;
import org.aludel.sql.Node;
import org.aludel.sql.spi.CustomNode;
import org.aludel.sql.spi.StructureWriter;
import org.aludel.types.Type;

/** The greatest of some values. */
public record Greatest<T>(List<Expr<T>> arguments) implements Expr<T>, CustomNode {

    @SafeVarargs
    public static <T> Greatest<T> greatest(Expr<T>... arguments) {
        return new Greatest<>(List.of(arguments));
    }

    @Override
    public Type<T> type() {
        return arguments.get(0).type();
    }

    @Override
    public void render(Rendering sql) {
        sql.append("greatest(").list(arguments).append(")");
    }

    @Override
    public void forEachChild(Consumer<? super Node> action) {
        arguments.forEach(action);
    }

    @Override
    public void writeAtoms(StructureWriter writer) {
        writer.atom(arguments.size());
    }
}
