package org.aludel.sql.tree;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Text that a program adds to a statement, for all dialects or for one: a prefix, a hint.
 *
 * @param sql the text
 * @param dialect name of the dialect that gets it; null for all
 * @since 0.1
 */
public record DialectText(String sql, @Nullable String dialect) {

    /** A list with one more text. */
    public static List<DialectText> appended(List<DialectText> texts, String sql, @Nullable String dialect) {
        java.util.ArrayList<DialectText> all = new java.util.ArrayList<>(texts);
        all.add(new DialectText(sql, "*".equals(dialect) ? null : dialect));
        return List.copyOf(all);
    }
}
