package org.aludel.sql;

import java.util.List;
import java.util.function.Consumer;
import org.aludel.sql.spi.StructureWriter;
import org.jspecify.annotations.Nullable;

/** The clauses of a select or compound; never changed once a {@link Select} holds it. */
final class SelectParts {

    List<Selectable> columns = List.of();
    LabelStyle labelStyle = LabelStyle.DISAMBIGUATE_ONLY;
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
    Fetch fetch;

    @Nullable
    LockMode lock;

    @Nullable
    List<FromItem> correlate;

    boolean correlateExcept;

    List<Affix> prefixes = List.of();
    List<Affix> suffixes = List.of();
    List<TableHint> hints = List.of();
    List<Affix> statementHints = List.of();

    void limit(@Nullable Expr<?> rows) {
        limit = rows;
        fetch = null;
    }

    void fetch(@Nullable Fetch rows) {
        fetch = rows;
        limit = null;
    }

    void forEachLimit(Consumer<? super Node> action) {
        if (limit != null) {
            action.accept(limit);
        }
        if (offset != null) {
            action.accept(offset);
        }
        if (fetch != null) {
            action.accept(fetch.count());
        }
    }

    void writeLimits(StructureWriter writer) {
        writer.optional(limit);
        none(writer, limit);
        writer.optional(offset);
        Fetch rows = fetch;
        if (rows != null) {
            writer.atom(Fetch.class);
            writer.atom(rows.percent());
            writer.atom(rows.withTies());
            writer.node(rows.count());
            none(writer, rows.count());
        }
    }

    /** No rows is structure: some databases refuse the number. */
    private static void none(StructureWriter writer, @Nullable Expr<?> count) {
        if (count instanceof BindParameter<?> bind && bind.isZero()) {
            writer.atom(0);
        }
    }

    SelectParts copy() {
        SelectParts copy = new SelectParts();
        copy.columns = columns;
        copy.labelStyle = labelStyle;
        copy.froms = froms;
        copy.where = where;
        copy.groupBy = groupBy;
        copy.having = having;
        copy.orderBy = orderBy;
        copy.distinct = distinct;
        copy.distinctOn = distinctOn;
        copy.limit = limit;
        copy.offset = offset;
        copy.fetch = fetch;
        copy.lock = lock;
        copy.correlate = correlate;
        copy.correlateExcept = correlateExcept;
        copy.prefixes = prefixes;
        copy.suffixes = suffixes;
        copy.hints = hints;
        copy.statementHints = statementHints;
        return copy;
    }
}
