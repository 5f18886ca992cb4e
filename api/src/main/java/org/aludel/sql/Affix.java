package org.aludel.sql;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Text that a program puts somewhere into a statement: a prefix, a suffix, a hint.
 *
 * @param text written as it is
 * @param dialect name of the one dialect it is for; null for all
 * @since 0.1
 */
public record Affix(String text, @Nullable String dialect) {

    /** Whether it is for a dialect. */
    public boolean isFor(String name) {
        return dialect == null || dialect.equals(name) || dialect.equals("*");
    }

    static List<Affix> added(List<Affix> list, String text, @Nullable String dialect) {
        List<Affix> all = new ArrayList<>(list);
        all.add(new Affix(text, dialect));
        return List.copyOf(all);
    }
}
