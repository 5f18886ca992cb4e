package org.aludel.core.compiler;

import java.util.Collection;
import org.aludel.sql.Node;
import org.aludel.sql.spi.CustomNode;
import org.aludel.types.Type;

/** What rules and constructs of a program's own write through. */
final class NodeRendering implements CustomNode.Rendering {

    private final NodeCompiler compiler;
    private final Node construct;

    NodeRendering(NodeCompiler compiler, Node construct) {
        this.compiler = compiler;
        this.construct = construct;
    }

    @Override
    public String dialect() {
        return compiler.dialect.name();
    }

    @Override
    public CustomNode.Rendering append(String sql) {
        compiler.out.append(sql);
        return this;
    }

    @Override
    public CustomNode.Rendering append(Node node) {
        compiler.write(node);
        return this;
    }

    @Override
    public CustomNode.Rendering list(Collection<? extends Node> nodes) {
        boolean first = true;
        for (Node node : nodes) {
            compiler.out.append(first ? "" : ", ");
            compiler.write(node);
            first = false;
        }
        return this;
    }

    @Override
    public CustomNode.Rendering name(String identifier) {
        compiler.out.append(compiler.dialect.identifiers().quote(identifier));
        return this;
    }

    @Override
    public CustomNode.Rendering type(Type<?> type) {
        compiler.out.append(compiler.dialect.columnTypeName(type));
        return this;
    }

    @Override
    public CustomNode.Rendering withLiterals(Node node) {
        compiler.withLiterals(() -> compiler.write(node));
        return this;
    }

    @Override
    public CustomNode.Rendering builtIn() {
        return builtIn(construct);
    }

    @Override
    public CustomNode.Rendering builtIn(Node node) {
        node.accept(compiler);
        return this;
    }
}
