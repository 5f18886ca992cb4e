package org.aludel.sql;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The clauses of a select; never changed once a {@link Select} holds it. */
final class SelectParts {

    List<Selectable> columns = List.of();
    List<FromItem> froms = List.of();
    List<Expr<Boolean>> where = List.of();
    List<Expr<?>> groupBy = List.of();
    List<Expr<Boolean>> having = List.of();
    List<Ordering> orderBy = List.of();
    boolean distinct;
    List<Expr<?>> distinctOn = List.of();

    @Nullable
    Expr<?> limit;

    @Nullable
    Expr<?> offset;

    @Nullable
    LockMode lock;

    @Nullable
    List<FromItem> correlate;

    List<String> prefixes = List.of();

    SelectParts copy() {
        SelectParts copy = new SelectParts();
        copy.columns = columns;
        copy.froms = froms;
        copy.where = where;
        copy.groupBy = groupBy;
        copy.having = having;
        copy.orderBy = orderBy;
        copy.distinct = distinct;
        copy.distinctOn = distinctOn;
        copy.limit = limit;
        copy.offset = offset;
        copy.lock = lock;
        copy.correlate = correlate;
        copy.prefixes = prefixes;
        return copy;
    }
}
