package org.aludel.core.compiler;

import java.util.List;
import org.aludel.sql.FromItem;
import org.aludel.sql.OutputColumn;
import org.jspecify.annotations.Nullable;

/**
 * A query or change that is being compiled, seen from the queries inside it.
 *
 * @param outer what is around it
 * @param froms what it has in FROM
 * @param outputs its columns
 */
record Scope(@Nullable Scope outer, List<FromItem> froms, List<OutputColumn> outputs) {

    /** Whether something is in FROM here. */
    boolean has(FromItem item) {
        for (int i = 0; i < froms.size(); i++) {
            if (FromCollector.holds(froms.get(i), item)) {
                return true;
            }
        }
        return false;
    }

    /** Whether something is in FROM here or further out. */
    boolean sees(FromItem item) {
        for (Scope scope = this; scope != null; scope = scope.outer) {
            if (scope.has(item)) {
                return true;
            }
        }
        return false;
    }
}
