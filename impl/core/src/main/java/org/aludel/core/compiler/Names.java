package org.aludel.core.compiler;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import org.aludel.schema.Column;
import org.aludel.schema.Table;
import org.aludel.sql.FromItem;
import org.aludel.sql.QuotedName;
import org.aludel.sql.TableAlias;
import org.aludel.sql.TableSample;
import org.aludel.sql.spi.LabelName;
import org.jspecify.annotations.Nullable;

/**
 * Chooses the names that a statement leaves open: of aliases without one ({@code users_1}), of expressions that are
 * selected without a label ({@code count_1}), and of what would be longer than the database allows.
 */
final class Names {

    /** What is left free for a number when a name is cut. */
    private static final int RESERVE = 6;

    private final int greatest;
    private final Map<String, Integer> counters;
    private @Nullable Map<FromItem, String> aliases;
    private @Nullable Map<LabelName, String> labels;
    private int cutAliases;
    private int cutLabels;

    /**
     * @param length the greatest length of a name that is made here
     * @param counters how many names begin with a text
     */
    Names(int length, Map<String, Integer> counters) {
        this.counters = counters;
        this.greatest = Math.max(length - RESERVE, 0);
    }

    /** The name of what stands in FROM; null if it has none of its own. */
    @Nullable
    String of(FromItem item) {
        String fixed = item.fixedName();
        if (fixed != null) {
            return fixed;
        }
        if (aliases == null) {
            aliases = new IdentityHashMap<>();
        }
        String known = aliases.get(item);
        if (known == null) {
            known = numbered(stem(item));
            if (known.length() > greatest) {
                known = cut(known, ++cutAliases);
            }
            aliases.put(item, known);
        }
        return known;
    }

    private static String stem(FromItem item) {
        Object element = item instanceof TableAlias alias
                ? alias.element()
                : item instanceof TableSample sample ? sample.element() : null;
        String name = element instanceof Table table
                ? table.name()
                : element instanceof FromItem inner ? inner.fixedName() : null;
        return name == null ? "anon" : name;
    }

    /** The name of a column in SQL. */
    String of(Column<?> column) {
        FromItem owner = column.owner();
        LabelName label = owner == null ? null : owner.labelOf(column);
        return label == null ? column.name() : of(label);
    }

    /** The text of a name. */
    String of(LabelName label) {
        if (labels == null) {
            labels = new HashMap<>();
        }
        String known = labels.get(label);
        if (known == null) {
            known = text(label);
            if (known.length() > greatest) {
                known = cut(known, ++cutLabels);
            }
            labels.put(label, known);
        }
        return known;
    }

    private String text(LabelName label) {
        Column<?> column = label.column();
        String text = column == null ? label.text() : of(column);
        FromItem owner = column == null ? null : column.owner();
        if (owner != null && label.isQualified()) {
            String qualifier = LabelName.fixedQualifier(owner);
            text = free(owner, (qualifier != null ? qualifier : of(owner)) + "_" + text);
        }
        if (label.isRepeated()) {
            return numbered(text + "_");
        }
        return label.isNumbered() ? numbered(text) : text;
    }

    /** A name that no column of the table has. */
    private static String free(FromItem owner, String text) {
        String name = text;
        for (int number = 1; owner.hasColumn(name); number++) {
            name = text + "_" + number;
        }
        return name;
    }

    private String numbered(String name) {
        // what is made of a name that asks for quotes needs none
        String stem = QuotedName.text(name);
        return stem + "_" + counters.merge(stem, 1, Integer::sum);
    }

    private String cut(String name, int number) {
        return name.substring(0, greatest) + "_" + Integer.toHexString(number);
    }
}
