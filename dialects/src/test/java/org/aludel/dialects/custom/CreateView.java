package org.aludel.dialects.custom;

import java.util.function.Consumer;
import org.aludel.sql.AbstractStatement;
import org.aludel.sql.Node;
import org.aludel.sql.Select;
import org.aludel.sql.spi.CustomNode;
import org.aludel.sql.spi.StructureWriter;

/** CREATE MATERIALIZED VIEW, or the nearest that the database has. */
public final class CreateView extends AbstractStatement implements CustomNode {

    private final String name;
    private final Select select;

    public CreateView(String name, Select select) {
        this.name = name;
        this.select = select;
    }

    public String name() {
        return name;
    }

    public Select select() {
        return select;
    }

    @Override
    public void forEachChild(Consumer<? super Node> action) {
        action.accept(select);
    }

    @Override
    public void writeAtoms(StructureWriter writer) {
        // the values of the select are written into the definition, so they are structure too
        writer.atom(this);
    }
}
