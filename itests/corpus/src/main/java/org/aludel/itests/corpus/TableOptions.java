package org.aludel.itests.corpus;

import static org.aludel.itests.corpus.Reflection.call;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.aludel.schema.MetaData;
import org.aludel.schema.TableItem;
import org.jspecify.annotations.Nullable;

/** Options of tables: schema, comment, prefixes, those of databases. */
final class TableOptions {

    private TableOptions() {}

    static Object table(
            MetaData metadata, Object name, @Nullable Object schema, List<TableItem> items, Args options) {
        Object builder = Reflection.callStatic(
                Objects.requireNonNull(Reflection.type("org.aludel.schema.TableOptions")), "none");
        if (schema != null) {
            builder = call(Objects.requireNonNull(builder), "schema", schema);
        }
        for (Map.Entry<String, @Nullable Object> option : options.named().entrySet()) {
            builder = call(
                    Objects.requireNonNull(builder), "option", option.getKey(), Convert.plain(option.getValue()));
        }
        return Objects.requireNonNull(call(metadata, "table", name, builder, items));
    }
}
