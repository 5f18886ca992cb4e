package org.aludel.core.compiler;

import org.aludel.core.types.TypeHandler;
import org.aludel.sql.QuotedName;
import org.aludel.types.Type;
import org.jspecify.annotations.Nullable;

/**
 * A column of a result.
 *
 * @param name by which programs ask for it: key of the column, or label
 * @param label by which the database calls it
 * @param type of the values; null if only the database knows
 * @param handler reads the values; null if only the database knows the type
 * @param source what was selected: a column, a label, another expression
 */
public record ResultColumn(
        String name,
        String label,
        @Nullable Type<?> type,
        @Nullable TypeHandler<?> handler,
        @Nullable Object source) {

    public ResultColumn {
        name = QuotedName.text(name);
        label = QuotedName.text(label);
    }
}
