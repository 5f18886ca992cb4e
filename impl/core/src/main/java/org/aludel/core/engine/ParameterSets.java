package org.aludel.core.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import org.aludel.core.dialect.Secrets;
import org.aludel.types.SensitiveType;
import org.jspecify.annotations.Nullable;

/** The values of one execution, for events, logs and messages; made only where someone wants to see them. */
final class ParameterSets {

    static final ParameterSets NONE = new ParameterSets(null, List.of());

    private static final int SHOWN = 12;
    private static final int SETS_SHOWN = 10;
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

    /** The values in the order of the {@code ?} marks, lists flattened; their text shows nothing that is sensitive. */
    List<ShownValues> values() {
        Plan known = plan;
        if (known == null) {
            return List.of();
        }
        List<ShownValues> sets = new ArrayList<>(rows.size());
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
        ShownValues first = flat(known, rows.get(0));
        List<String> printed = new ArrayList<>();
        for (int i = 0; i < first.size() && i < SHOWN; i++) {
            printed.add(hide ? SensitiveType.SHOWN : first.shown(i));
        }
        if (first.size() > SHOWN) {
            printed.add("... " + (first.size() - SHOWN) + " more");
        }
        return printed;
    }

    /** Some sets as they may be shown. */
    static String echoed(List<ShownValues> sets) {
        StringBuilder text = new StringBuilder("[");
        for (int i = 0; i < sets.size() && i < SETS_SHOWN; i++) {
            text.append(i == 0 ? "" : ", ").append(sets.get(i));
        }
        if (sets.size() > SETS_SHOWN) {
            text.append(", ... ").append(sets.size() - SETS_SHOWN).append(" more sets");
        }
        return text.append(']').toString();
    }

    /**
     * The texts that a database may repeat in its message and that nobody may see there.
     *
     * @param hide whether no text at all may be seen
     */
    List<String> secrets(boolean hide) {
        Plan known = plan;
        if (known == null || !hide && !known.sensitivity().isAnySlot()) {
            return List.of();
        }
        List<String> secrets = new ArrayList<>();
        for (ShownValues set : values()) {
            for (int i = 0; i < set.size(); i++) {
                String secret = set.secret(i, hide);
                if (secret != null) {
                    secrets.add(secret);
                }
            }
        }
        return secrets;
    }

    /** The text of the statement, without what is sensitive among values written into it. */
    String redacted(String sql) {
        Plan known = plan;
        return known == null
                        || !known.compiled().isExpanding()
                        || !known.sensitivity().isAnySlot()
                ? sql
                : Secrets.ofTexts(secrets(false)).redact(sql);
    }

    int size() {
        return rows.size();
    }

    private static ShownValues flat(Plan plan, @Nullable Object[] row) {
        List<@Nullable Object> flat = new ArrayList<>();
        List<Boolean> hidden = new ArrayList<>();
        for (int i = 0; i < plan.slotCount(); i++) {
            Object value = row[i];
            boolean secret = plan.sensitivity().isSlot(i);
            if (plan.isExpanding(i) && value instanceof Collection<?> list) {
                flat.addAll(list);
                list.forEach(each -> hidden.add(secret));
            } else {
                flat.add(value);
                hidden.add(secret);
            }
        }
        boolean[] all = new boolean[hidden.size()];
        for (int i = 0; i < all.length; i++) {
            all[i] = hidden.get(i);
        }
        return new ShownValues(flat, all);
    }

    static String print(@Nullable Object value) {
        String text = value instanceof byte[] bytes
                ? bytes.length + " bytes"
                : value instanceof Object[] array ? Arrays.deepToString(array) : String.valueOf(value);
        return text.length() > WIDTH ? text.substring(0, WIDTH) + "..." : text;
    }
}
