package org.aludel.schema;

import org.aludel.sql.Node;
import org.jspecify.annotations.Nullable;

/** Finds the table that an expression of a definition is about. */
final class DefinitionTables {

    private DefinitionTables() {}

    static @Nullable Table of(Object part) {
        if (part instanceof Column<?> column) {
            return column.table();
        }
        if (!(part instanceof Node node)) {
            return null;
        }
        @Nullable Table[] found = new Table[1];
        node.forEachChild(child -> {
            if (found[0] == null) {
                found[0] = of(child);
            }
        });
        return found[0];
    }
}
