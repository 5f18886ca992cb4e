package org.aludel.sql;

import org.aludel.engine.Engine;
import org.aludel.schema.Column;
import org.aludel.schema.Table;
import org.jspecify.annotations.Nullable;

/** Looks through a statement for a table that is bound to an engine. */
final class EngineSearch {

    private @Nullable Engine found;

    private EngineSearch() {}

    static @Nullable Engine engineOf(Node node) {
        EngineSearch search = new EngineSearch();
        search.look(node);
        return search.found;
    }

    private void look(Node node) {
        if (found != null) {
            return;
        }
        if (node instanceof Table table) {
            found = table.metaData().engine();
        } else if (node instanceof Column<?> column) {
            FromItem owner = column.owner();
            if (owner instanceof Table || owner instanceof TableAlias) {
                look(owner);
            }
        } else {
            if (node instanceof DmlStatement<?> statement) {
                look(statement.table());
            }
            node.forEachChild(this::look);
        }
    }
}
