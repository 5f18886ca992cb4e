package org.aludel.itests.corpus;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.aludel.schema.Column;
import org.aludel.schema.MetaData;
import org.aludel.sql.DmlStatement;
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
                list.forEach(set -> sets.add(converted(set)));
            } else {
                sets.add(converted(parameters));
            }
            return sets;
        }

        private Map<String, @Nullable Object> converted(@Nullable Object set) {
            Map<String, @Nullable Object> params = Convert.params(set);
            if (statement instanceof DmlStatement<?> change) {
                params.replaceAll((key, value) -> {
                    Column<?> column = change.table().find(key);
                    return column == null ? value : Convert.plain(value, column.type());
                });
            }
            return params;
        }
    }
}
