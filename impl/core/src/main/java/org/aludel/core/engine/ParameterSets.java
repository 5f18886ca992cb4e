package org.aludel.core.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The values of one execution, for events, logs and messages; made only where someone wants to see them. */
final class ParameterSets {

    static final ParameterSets NONE = new ParameterSets(null, List.of());

    private static final int SHOWN = 12;
    private static final int WIDTH = 60;

    private final @Nullable Plan plan;
    private final List<@Nullable Object[]> rows;

    ParameterSets(@Nullable Plan plan, List<@Nullable Object[]> rows) {
        this.plan = plan;
        this.rows = rows;
    }

    ParameterSets(Plan plan, @Nullable Object[] row) {
        this(plan, Collections.singletonList(row));
    }

    /** The values in the order of the {@code ?} marks, lists flattened. */
    List<List<@Nullable Object>> values() {
        Plan known = plan;
        if (known == null) {
            return List.of();
        }
        List<List<@Nullable Object>> sets = new ArrayList<>(rows.size());
        for (@Nullable Object[] row : rows) {
            sets.add(flat(known, row));
        }
        return sets;
    }

    /** The first set as it may be shown. */
    List<String> printed(boolean hide) {
        Plan known = plan;
        if (known == null || rows.isEmpty()) {
            return List.of();
        }
        List<@Nullable Object> first = flat(known, rows.get(0));
        List<String> printed = new ArrayList<>();
        for (int i = 0; i < first.size() && i < SHOWN; i++) {
            printed.add(hide ? "***" : print(first.get(i)));
        }
        if (first.size() > SHOWN) {
            printed.add("... " + (first.size() - SHOWN) + " more");
        }
        return printed;
    }

    int size() {
        return rows.size();
    }

    private static List<@Nullable Object> flat(Plan plan, @Nullable Object[] row) {
        List<@Nullable Object> flat = new ArrayList<>();
        for (int i = 0; i < plan.slotCount(); i++) {
            Object value = row[i];
            if (plan.isExpanding(i) && value instanceof Collection<?> list) {
                flat.addAll(list);
            } else {
                flat.add(value);
            }
        }
        return flat;
    }

    private static String print(@Nullable Object value) {
        String text = value instanceof byte[] bytes
                ? bytes.length + " bytes"
                : value instanceof Object[] array ? Arrays.deepToString(array) : String.valueOf(value);
        return text.length() > WIDTH ? text.substring(0, WIDTH) + "..." : text;
    }
}
