package org.aludel.itests.corpus;

import java.util.List;
import java.util.Objects;
import org.aludel.schema.Column;
import org.aludel.sql.FromItem;
import org.jspecify.annotations.Nullable;

/** The {@code .c} of something to select from. */
record Columns(FromItem from) {

    List<Column<?>> all() {
        return from.columns();
    }

    boolean has(@Nullable Object key) {
        return all().stream().anyMatch(column -> column.key().equals(key));
    }

    Column<?> get(String key) {
        return Objects.requireNonNull(from.c(key));
    }
}
