package org.aludel.orm;

import org.aludel.sql.Selectable;
import org.jspecify.annotations.Nullable;

/**
 * One part of the rows of a query.
 *
 * @param name name of the class, attribute or label; null for an expression that has none
 * @param type class of the values
 * @param part what is selected
 * @param entity the mapped class that it is or belongs to; null for other expressions
 * @param aliased whether it is another occurrence of the class
 * @since 0.1
 */
public record ColumnDescription(
        @Nullable String name,
        Class<?> type,
        Selectable part,
        @Nullable Class<?> entity,
        boolean aliased) {}
