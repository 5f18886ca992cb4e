package org.aludel.core.reflection;

import org.jspecify.annotations.Nullable;

/**
 * What a driver tells of a column's type.
 *
 * @param jdbcType of {@link java.sql.Types}
 * @param typeName the database's name for it, as the driver gives it
 * @param size length or precision
 * @param digits scale; -1 if unknown
 */
public record ColumnFacts(
        int jdbcType,
        String typeName,
        int size,
        int digits,
        @Nullable String defaultSql) {}
