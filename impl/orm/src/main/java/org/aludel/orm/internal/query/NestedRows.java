package org.aludel.orm.internal.query;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.aludel.core.engine.CoreEngine;
import org.aludel.core.engine.RowSource;
import org.aludel.orm.internal.loading.KeyedRows;
import org.aludel.orm.internal.loading.LoadContext;
import org.aludel.orm.internal.mapping.EntityMapper;
import org.aludel.schema.Column;
import org.jspecify.annotations.Nullable;

/** The rows of lists inside of rows: one statement for all lists of one level, 500 keys at a time. */
final class NestedRows {

    private final CoreEngine usual;
    private final @Nullable EntityMapper mapper;
    private final Column<?>[] keys;
    private final PreparedRows prepared;
    private final KeyedRows statement;

    /**
     * @param usual the engine of the query
     * @param mapper the class that a relation leads to; null for plain tables
     * @param keys what is first in each row
     */
    NestedRows(
            CoreEngine usual,
            @Nullable EntityMapper mapper,
            Column<?>[] keys,
            PreparedRows prepared,
            KeyedRows statement) {
        this.usual = usual;
        this.mapper = mapper;
        this.keys = keys;
        this.prepared = prepared;
        this.statement = statement;
    }

    /** Puts lists into rows, in the places of the keys that were read for them. */
    static void fill(PartReader[] readers, List<@Nullable Object[]> rows, LoadContext outer) {
        for (int i = 0; i < readers.length; i++) {
            if (readers[i] instanceof PartReader.OfMany many) {
                many.nested().fill(i, rows, outer);
            }
        }
    }

    private void fill(int place, List<@Nullable Object[]> rows, LoadContext outer) {
        Map<Object, Object[]> wanted = new LinkedHashMap<>();
        for (@Nullable Object[] row : rows) {
            if (row[place] instanceof Object[] key) {
                Object[] coerced = new Object[key.length];
                for (int i = 0; i < coerced.length; i++) {
                    coerced[i] = coerced(keys[i], key[i]);
                }
                row[place] = Arrays.asList(coerced);
                wanted.put(Arrays.asList(coerced), coerced);
            }
        }
        Map<Object, List<@Nullable Object[]>> found = load(List.copyOf(wanted.values()), outer);
        for (@Nullable Object[] row : rows) {
            Object key = row[place];
            row[place] = key == null ? List.of() : found.getOrDefault(key, List.of());
        }
    }

    private static Object coerced(Column<?> key, Object value) {
        return key.type().javaType().isInstance(value)
                ? value
                : Objects.requireNonNull(key.type().coerce(value));
    }

    private Map<Object, List<@Nullable Object[]>> load(List<Object[]> wanted, LoadContext outer) {
        Map<Object, List<@Nullable Object[]>> found = new LinkedHashMap<>();
        List<@Nullable Object[]> all = new ArrayList<>();
        PartReader[] readers = prepared.parts();
        LoadContext context = outer.further(prepared.shape());
        CoreEngine engine = mapper == null ? usual : outer.session().engine(mapper);
        for (int from = 0; from < wanted.size(); from += KeyedRows.PORTION) {
            List<Object[]> portion = wanted.subList(from, Math.min(wanted.size(), from + KeyedRows.PORTION));
            try (RowSource rows = statement.open(outer, engine, outer.values(), portion)) {
                while (rows.next()) {
                    Object[] key = new Object[keys.length];
                    for (int i = 0; i < key.length; i++) {
                        key[i] = Objects.requireNonNull(readers[i].read(rows, context));
                    }
                    @Nullable Object[] row = new Object[readers.length - key.length];
                    for (int i = 0; i < row.length; i++) {
                        row[i] = readers[key.length + i].read(rows, context);
                    }
                    found.computeIfAbsent(Arrays.asList(key), k -> new ArrayList<>())
                            .add(row);
                    all.add(row);
                }
            }
        }
        context.finish();
        fill(Arrays.copyOfRange(readers, keys.length, readers.length), all, outer);
        return found;
    }
}
