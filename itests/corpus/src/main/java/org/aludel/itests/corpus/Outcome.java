package org.aludel.itests.corpus;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.aludel.schema.MetaData;
import org.aludel.sql.Expr;
import org.jspecify.annotations.Nullable;

/** What the helpers of the corpus give. */
sealed interface Outcome {

    /** A plain value. */
    record Value(@Nullable Object value) implements Outcome {}

    /** The type of an expression. */
    record TypeOf(Expr<?> expression) implements Outcome {}

    /** Names and types of the columns of a query. */
    record ColumnsOf(Object selectable) implements Outcome {}

    /** All tables made or dropped. */
    record AllTables(MetaData metadata, @Nullable Object tables, boolean drop) implements Outcome {}

    /** A statement executed with parameters. */
    record Executed(Object statement, @Nullable Object parameters) implements Outcome {

        boolean isBatch() {
            return parameters instanceof List<?> list && !(parameters instanceof PyTuple) && list.size() != 1;
        }

        List<Map<String, @Nullable Object>> sets() {
            List<Map<String, @Nullable Object>> sets = new ArrayList<>();
            if (parameters instanceof List<?> list) {
                list.forEach(set -> sets.add(Convert.params(set)));
            } else {
                sets.add(Convert.params(parameters));
            }
            return sets;
        }
    }
}
